//! Australian Medicare card number: eight digits, check digit, issue, and a person on the card.

use crate::validate::digits;

use super::weights;

/// Whether ten or eleven digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    matches!(digits.len(), 10 | 11)
        && (2..=6).contains(&digits[0])
        && weights::sum(&digits[..8], &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == u32::from(digits[8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("2123 45670 1", true),
            ("2123456701", true),
            ("21234567011", true),
            ("2123456711", false),
            ("7123456701", false),
            ("212345670", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
