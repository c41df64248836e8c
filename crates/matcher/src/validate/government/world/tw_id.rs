//! Taiwanese identity and residence numbers: a letter worth two digits, nine digits, modulo 10.

use super::{alphanumeric, weights};

/// Whether a letter and nine digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [letter, rest @ ..] = text.as_slice() else { return false };
    let Some(region) = REGIONS.iter().position(|known| known == letter) else { return false };
    let Some(digits) = alphanumeric::digits(rest).filter(|digits| digits.len() == 9) else { return false };
    let region = region as u32 + 10;
    let sum = region / 10 + region % 10 * 9 + weights::sum(&digits, &[8, 7, 6, 5, 4, 3, 2, 1, 1]);
    // 1 and 2 are citizens; 8 and 9 foreigners since 2021.
    matches!(digits[0], 1 | 2 | 8 | 9) && sum.is_multiple_of(10)
}

/// Letters by the number that they stand for, from 10 on.
const REGIONS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("A123456789", true),
            ("a123456789", true),
            ("A123456788", false),
            ("A323456789", false),
            ("B123456780", true),
            ("A12345678", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
