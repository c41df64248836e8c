//! Brazilian person number CPF: two check digits modulo 11 (Receita Federal).

use crate::validate::digits;

use super::weights;

/// Whether eleven digits pass both checks.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 11
        && !digits::all_same(&digits)
        && check(&digits[..9], &WEIGHTS[1..]) == digits[9]
        && check(&digits[..10], &WEIGHTS) == digits[10]
}

const WEIGHTS: [u32; 10] = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

fn check(digits: &[u8], weights: &[u32]) -> u8 {
    (weights::sum(digits, weights) * 10 % 11 % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("529.982.247-25", true),
            ("52998224725", true),
            ("529.982.247-26", false),
            ("529.982.247-15", false),
            ("111.111.111-11", false),
            ("529.982.247-2", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
