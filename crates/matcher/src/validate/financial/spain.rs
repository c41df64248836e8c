//! Spanish account numbers (código cuenta cliente): two check digits, of bank and branch, and of the account.

use crate::validate::digits;

/// Whether 20 digits carry both check digits.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 20
        && digits[..8].iter().any(|&digit| digit != 0)
        && check(&digits[..8]) == digits[8]
        && check(&digits[10..]) == digits[9]
}

/// Weights are the powers of 2 modulo 11, aligned to the right; 10 is written 1 and 11 is written 0.
fn check(digits: &[u8]) -> u8 {
    const WEIGHTS: [u32; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let weights = &WEIGHTS[WEIGHTS.len() - digits.len()..];
    let sum: u32 = digits.iter().zip(weights).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    match 11 - sum % 11 {
        11 => 0,
        10 => 1,
        check => check as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_parts_of_international_numbers() {
        for (text, expected) in [
            ("21000418450200051332", true),
            ("2100 0418 45 0200051332", true),
            ("12341234161234567890", true),
            ("21000738110211986099", true), // both sums leave 1, which is written 1
            ("21000418440200051332", false),
            ("21000418460200051332", false),
            ("2100041845020005133", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
