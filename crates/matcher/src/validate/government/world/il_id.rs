//! Israeli identity number: nine digits with leading zeros, and Luhn.

use crate::validate::{digits, luhn};

/// Whether eight or nine digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    matches!(digits.len(), 8 | 9) && luhn::passes(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("039337423", true),
            ("3933742-3", true),
            ("039337424", false),
            ("000000000", false),
            ("3933742", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
