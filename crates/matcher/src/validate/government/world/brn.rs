//! Korean business registration number: weights modulo 10 (National Tax Service).

use crate::validate::digits;

use super::weights;

/// Whether ten digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 10 || digits::number(&digits[..3]) < 101 {
        return false;
    }
    // The ninth digit times five counts with both of its digits.
    let sum = weights::sum(&digits, &[1, 3, 7, 1, 3, 7, 1, 3, 5]) + u32::from(digits[8]) * 5 / 10;
    (10 - sum % 10) % 10 == u32::from(digits[9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("116-82-00276", true),
            ("1168200276", true),
            ("134-86-72683", true),
            ("116-82-00277", false),
            ("012-82-00276", false),
            ("116-82-0027", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
