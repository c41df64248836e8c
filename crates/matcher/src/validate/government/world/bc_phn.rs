//! Personal health number of British Columbia (Ministry of Health, modulus 11).

use crate::validate::digits;

use super::weights;

/// Whether ten digits, the first a 9, pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 10
        && digits[0] == 9
        && (11 - weights::sum(&digits[1..9], &[2, 4, 8, 5, 10, 9, 7, 3]) % 11) % 11 == u32::from(digits[9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("9698658215", true),
            ("9698 658 215", true),
            ("9698658216", false),
            ("8698658215", false),
            ("969865821", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
