//! Japanese individual number and corporate number (Ministry of Internal Affairs; National Tax Agency).

use crate::validate::digits;

use super::weights;

/// Whether twelve digits are an individual number.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 12 || digits::all_same(&digits) {
        return false;
    }
    let rest = weights::sum(&digits, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    (if rest <= 1 { 0 } else { 11 - rest }) == u32::from(digits[11])
}

/// Whether thirteen digits are a corporate number, which begins with its check digit.
pub(super) fn corporate(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 13
        && 9 - weights::sum(&digits[1..], &[2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9 == u32::from(digits[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("6214 9832 0257", true),
            ("621498320257", true),
            ("621498320258", false),
            ("000000000000", false),
            ("62149832025", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn corporate_numbers() {
        for (text, expected) in [
            ("5-8356-7825-6246", true),
            ("5835678256246", true),
            ("5835678256247", false),
            ("583567825624", false),
        ] {
            assert_eq!(corporate(text.as_bytes()), expected, "{text}");
        }
    }
}
