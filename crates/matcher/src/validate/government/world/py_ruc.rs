//! Paraguayan tax number RUC: weights from 2 up, modulo 11 (SET).

use crate::validate::digits;

/// Whether five to eight digits and their check digit pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let [body @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = body.iter().rev().zip(2_u32..).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    (5..=8).contains(&body.len()) && (11 - sum % 11) % 11 % 10 == u32::from(*check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("80028061-0", true),
            ("80000035-8", true),
            ("999160-3", true),
            ("80028061-1", false),
            ("2660-3", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
