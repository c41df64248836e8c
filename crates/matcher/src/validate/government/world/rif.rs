//! Venezuelan tax number RIF, of which the identity number is a part (SENIAT).

use super::{alphanumeric, weights};

/// Whether a letter, eight digits and the check digit pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [kind, rest @ ..] = text.as_slice() else { return false };
    let Some(digits) = alphanumeric::digits(rest).filter(|digits| digits.len() == 9) else { return false };
    let kind = match kind {
        b'V' => 4,
        b'E' => 8,
        b'J' => 12,
        b'P' => 16,
        b'G' => 20,
        _ => return false,
    };
    let rest = (kind + weights::sum(&digits, &[3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    (if rest <= 1 { 0 } else { 11 - rest }) == u32::from(digits[8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("V-11470283-4", true),
            ("V114702834", true),
            ("J-07013380-5", true),
            ("V-11470283-3", false),
            ("X-11470283-4", false),
            ("V-1147028-4", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
