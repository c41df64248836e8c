//! Colombian tax number NIT: prime weights from the right, modulo 11 (DIAN).

use crate::validate::digits;

/// Whether eight to ten digits and their check digit pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let [body @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = body.iter().rev().zip(WEIGHTS).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    let expected = match sum % 11 {
        rest @ (0 | 1) => rest,
        rest => 11 - rest,
    };
    (8..=10).contains(&body.len()) && !digits::all_same(body) && expected == u32::from(*check)
}

/// Whether it is one of a company, whose nine digits start with 8 or 9.
pub(super) fn of_organization(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 10 && matches!(digits[0], 8 | 9) && valid(bytes)
}

const WEIGHTS: [u32; 10] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("213.123.432-1", true),
            ("2131234321", true),
            ("900.123.456-8", true),
            ("213.123.432-2", false),
            ("111.111.111-1", false),
            ("1234-5", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn companies_start_with_8_or_9() {
        assert!(of_organization(b"900.123.456-8") && !of_organization(b"213.123.432-1"));
        assert!(!of_organization(b"900.123.456-7"));
    }
}
