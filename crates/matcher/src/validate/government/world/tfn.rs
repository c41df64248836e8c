//! Australian tax file number: weights modulo 11 (ATO).

use crate::validate::digits;

use super::weights;

/// Whether eight or nine digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let weights: &[u32] = match digits.len() {
        8 => &[10, 7, 8, 4, 6, 3, 5, 1],
        9 => &[1, 4, 3, 7, 5, 8, 6, 9, 10],
        _ => return false,
    };
    weights::sum(&digits, weights).is_multiple_of(11) && !digits::all_same(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("876 543 210", true),
            ("123456782", true),
            ("876543211", false),
            ("000000000", false),
            ("8765432", false),
            ("37118629", true),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
