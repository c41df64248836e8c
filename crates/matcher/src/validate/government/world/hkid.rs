//! Hong Kong identity card: one or two letters, six digits, check digit modulo 11.

use super::alphanumeric;

/// Whether the check character, often in parentheses, belongs to the rest.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [body @ .., check] = text.as_slice() else { return false };
    let n_letters = body.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let is_serial = body.len() == n_letters + 6 && body[n_letters..].iter().all(u8::is_ascii_digit);
    if !is_serial || !matches!(n_letters, 1 | 2) {
        return false;
    }
    let check = match check {
        b'A' => 10,
        digit @ b'0'..=b'9' => u32::from(digit - b'0'),
        _ => return false,
    };
    // A card with one letter counts as if a space, worth 36, stood before it.
    let padding = if n_letters == 1 { 36 * 9 } else { 0 };
    let sum: u32 = body.iter().rev().zip(2_u32..).map(|(&byte, weight)| value(byte) * weight).sum();
    (padding + sum + check).is_multiple_of(11)
}

fn value(byte: u8) -> u32 {
    u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("A123456(3)", true),
            ("A1234563", true),
            ("C668668(9)", true),
            ("AB987654(3)", true),
            ("G123456(A)", true),
            ("A123456(4)", false),
            ("AB987654(2)", false),
            ("ABC98765(3)", false),
            ("A12345(3)", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
