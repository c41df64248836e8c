//! US national provider identifiers (45 CFR 162.406): the check digit of cards behind the issuer 80840.

use crate::validate::{digits, luhn};

/// Whether ten digits are the number of a provider.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let with_issuer = [&[8, 0, 8, 4, 0], digits.as_slice()].concat();
    digits.len() == 10 && matches!(digits[0], 1 | 2) && luhn::passes(&with_issuer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_check_digit() {
        for (text, expected) in [
            ("1234567893", true), // the example of CMS
            ("1245319599", true),
            ("1245-319-599", true),
            ("1234567890", false),
            ("3234567899", false),
            ("123456789", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
