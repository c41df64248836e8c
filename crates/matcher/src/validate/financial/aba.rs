//! US bank routing numbers: the ranges of the American Bankers Association and the check digit with weights 3, 7, 1.

use crate::validate::digits;

/// Whether nine digits are the routing number of a bank.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 9 || digits::all_same(&digits) || digits::ascending(&digits) {
        return false;
    }
    let sum: u32 =
        digits.iter().zip([3, 7, 1].iter().cycle()).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    let district = digits::number(&digits[..2]);
    matches!(district, 0..=12 | 21..=32 | 61..=72 | 80) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routing_numbers_of_banks() {
        for (text, expected) in [
            ("111000025", true),
            ("1110-0002-5", true),
            ("021000021", true),
            ("122105155", true),
            ("322271627", true),
            ("800000080", true),
            ("111000026", false),
            ("131000027", false), // district 13 was never given out
            ("000000000", false),
            ("11100002", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
