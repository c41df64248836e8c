//! Thai identity number: weights 13 to 2 modulo 11 (Ministry of Interior).

use crate::validate::digits;

use super::weights;

/// Whether thirteen digits pass; the first tells the class of person.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 13
        && (1..=8).contains(&digits[0])
        && !digits::all_same(&digits)
        && (11 - weights::sum(&digits, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10
            == u32::from(digits[12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("3100600445635", true),
            ("1-2345-45678-78-1", true),
            ("1234567890121", true),
            ("1234567890123", false),
            ("0234567890124", false),
            ("310060044563", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
