//! Singapore identity numbers NRIC and FIN: seven digits and a check letter modulo 11 (ICA).

use super::{alphanumeric, weights};

/// Whether the check letter belongs to the prefix and the digits.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [prefix, serial @ .., check] = text.as_slice() else { return false };
    let Some(digits) = alphanumeric::digits(serial).filter(|digits| digits.len() == 7) else { return false };
    let sum = weights::sum(&digits, &[2, 7, 6, 5, 4, 3, 2]);
    let (offset, letters) = match prefix {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return false,
    };
    letters[((sum + offset) % 11) as usize] == *check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("S1234567D", true),
            ("s1234567d", true),
            ("T1234567J", true),
            ("F1234567N", true),
            ("G1234567X", true),
            ("M1234567K", true),
            ("S1234567E", false),
            ("M1234567L", false),
            ("A1234567D", false),
            ("S123456D", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
