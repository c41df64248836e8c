//! Verhoeff's check digit over the dihedral group of order ten, and the numbers that end with one.

use crate::validate::digits;

/// Whether twelve digits are an Indian Aadhaar number (UIDAI numbering scheme).
pub(super) fn aadhaar(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let is_palindrome = digits.iter().eq(digits.iter().rev());
    digits.len() == 12 && digits[0] >= 2 && !is_palindrome && passes(&digits)
}

/// Whether eleven digits are a Nigerian identification number.
pub(super) fn ng_nin(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 11 && !digits::all_same(&digits) && passes(&digits)
}

fn passes(digits: &[u8]) -> bool {
    let step = |check: u8, (index, &digit): (usize, &u8)| product(check, permuted(digit, index));
    digits.iter().rev().enumerate().fold(0, step) == 0
}

/// The product of two elements of the group: 0 to 4 are rotations, 5 to 9 reflections.
fn product(left: u8, right: u8) -> u8 {
    match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right) % 5,
        (false, true) => 5 + (left - right) % 5,
        (false, false) => (5 + left - right) % 5,
    }
}

/// The digit after Verhoeff's permutation was applied `times`.
fn permuted(digit: u8, times: usize) -> u8 {
    const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    (0..times % 8).fold(digit, |digit, _| PERMUTATION[usize::from(digit)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_paper() {
        assert!(passes(&[2, 3, 6, 3]) && !passes(&[2, 3, 6, 4]) && !passes(&[3, 2, 6, 3]));
    }

    #[test]
    fn aadhaar_numbers() {
        for (text, expected) in [
            ("2341 2341 2346", true),
            ("234123412305", true),
            ("234123412347", false),
            ("123412341234", false),
            ("222222222222", false),
            ("23412341234", false),
        ] {
            assert_eq!(aadhaar(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn nigerian_numbers() {
        for (text, expected) in [
            ("12345678902", true),
            ("70987654327", true),
            ("12345678903", false),
            ("1234567890", false),
            ("00000000000", false),
        ] {
            assert_eq!(ng_nin(text.as_bytes()), expected, "{text}");
        }
    }
}
