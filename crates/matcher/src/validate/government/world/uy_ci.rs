//! Uruguayan identity card: weights modulo 10 (DNIC).

use crate::validate::digits;

use super::weights;

/// Whether seven digits and the check digit pass; old numbers have six and count with a zero before.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let mut digits = digits::of(bytes);
    if digits.len() == 7 {
        digits.insert(0, 0);
    }
    digits.len() == 8
        && !digits::all_same(&digits[1..])
        && (10 - weights::sum(&digits, &[2, 9, 8, 7, 6, 3, 4]) % 10) % 10 == u32::from(digits[7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("1.234.567-2", true),
            ("1234567-2", true),
            ("1.234.567-3", false),
            ("111111-1", false),
            ("12345", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
