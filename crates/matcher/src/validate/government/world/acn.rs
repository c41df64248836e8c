//! Australian company number: weights 8 to 1 modulo 10 (ASIC).

use crate::validate::digits;

use super::weights;

/// Whether nine digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 9
        && !digits::all_same(&digits)
        && (10 - weights::sum(&digits, &[8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10 == u32::from(digits[8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("004 085 616", true),
            ("010499966", true),
            ("004 085 617", false),
            ("000 000 000", false),
            ("00408561", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
