//! Australian business number: the first digit less one, weights modulo 89 (ABR).

use crate::validate::digits;

use super::weights;

/// Whether eleven digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let mut digits = digits::of(bytes);
    if digits.len() != 11 || digits[0] == 0 {
        return false;
    }
    digits[0] -= 1;
    weights::sum(&digits, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]).is_multiple_of(89)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("51 824 753 556", true),
            ("51824753556", true),
            ("83 914 571 673", true),
            ("51 824 753 557", false),
            ("00 000 000 000", false),
            ("5182475355", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
