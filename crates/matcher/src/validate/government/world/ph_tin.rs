//! Philippine taxpayer number: weights 9 to 2 modulo 11, then a branch code (BIR).

use crate::validate::digits;

use super::weights;

/// Whether nine digits, or twelve with the branch, pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    matches!(digits.len(), 9 | 12 | 14)
        && !digits::all_same(&digits[..9])
        && weights::sum(&digits[..8], &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 == u32::from(digits[8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("000-123-456-000", true),
            ("000123456", true),
            ("000-123-457-000", false),
            ("123456789", false),
            ("000-000-000", false),
            ("000-123-45", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
