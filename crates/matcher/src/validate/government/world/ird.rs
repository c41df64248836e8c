//! New Zealand tax number IRD: two sets of weights modulo 11 (Inland Revenue).

use crate::validate::digits;

use super::weights;

/// Whether eight or nine digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let mut digits = digits::of(bytes);
    if !matches!(digits.len(), 8 | 9) || !(10_000_000..150_000_000).contains(&digits::number(&digits)) {
        return false;
    }
    if digits.len() == 8 {
        digits.insert(0, 0);
    }
    let check = |weights: &[u32]| (11 - weights::sum(&digits, weights) % 11) % 11;
    let first = check(&[3, 2, 7, 6, 5, 4, 3, 2]);
    let expected = if first == 10 { check(&[7, 4, 3, 2, 5, 2, 7, 6]) } else { first };
    expected == u32::from(digits[8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("49-091-850", true),
            ("136-410-132", true),
            ("49098576", true),
            ("136410133", false),
            ("9125568", false),
            ("999999999", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
