//! New Zealand health index number, old and new form (HISO 10046).

use super::alphanumeric;

/// Whether seven characters pass: three letters, then four digits or two digits and two letters.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [body @ .., check] = text.as_slice() else { return false };
    let values: Option<Vec<u32>> = body.iter().map(|&byte| value(byte)).collect();
    let Some(values) = values.filter(|values| values.len() == 6) else { return false };
    let sum: u32 = values.iter().zip((2_u32..=7).rev()).map(|(value, weight)| value * weight).sum();
    let is_new = body[5].is_ascii_uppercase();
    if is_new {
        // The two readings of the standard that are in use: modulo 23 and modulo 24.
        let expected = [23 - sum % 23, 24 - sum % 24].map(Some);
        return check.is_ascii_uppercase() && expected.contains(&value(*check));
    }
    !sum.is_multiple_of(11) && value(*check) == Some((11 - sum % 11) % 10) && check.is_ascii_digit()
}

/// Digits, and letters from 1 on without I and O.
fn value(byte: u8) -> Option<u32> {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    if byte.is_ascii_digit() {
        return Some(u32::from(byte - b'0'));
    }
    LETTERS.iter().position(|&letter| letter == byte).map(|index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("ZAC5361", true),
            ("zzz0016", true),
            ("ZZZ0024", true),
            ("ZBN77VL", true),
            ("ALU18KZ", true),
            ("ZZZ00AX", true),
            ("ZAC5362", false),
            ("ZBN77VM", false),
            ("ZIC5361", false),
            ("ZAC536", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
