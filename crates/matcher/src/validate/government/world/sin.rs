//! Canadian social insurance number: the province in the first digit, and Luhn.

use crate::validate::{digits, luhn};

/// Whether nine digits are a number that is given out; none starts with 0 or 8.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 9 && !matches!(digits[0], 0 | 8) && luhn::passes(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("130 692 544", true),
            ("130692544", true),
            ("130-692-544", true),
            ("130692545", false),
            ("046454286", false),
            ("800000002", false),
            ("13069254", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
