//! Registrations of the US Drug Enforcement Administration: two letters, six digits, a check digit.

use crate::validate::digits;

/// Registrant types; the second letter is that of a name, or 9 for a business.
const TYPES: &[u8] = b"ABCDEFGHJKLMPRSTUX";

/// Whether nine characters are a registration.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some((&[kind, name], number)) = bytes.split_first_chunk::<2>() else { return false };
    let digits = digits::of(number);
    let is_shaped = number.len() == 7 && digits.len() == 7 && (name.is_ascii_alphabetic() || name == b'9');
    if !is_shaped || !TYPES.contains(&kind.to_ascii_uppercase()) || digits::all_same(&digits) {
        return false;
    }
    let sum = |places: [usize; 3]| places.iter().map(|&place| digits[place]).sum::<u8>();
    (sum([0, 2, 4]) + 2 * sum([1, 3, 5])) % 10 == digits[6]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registrations_with_a_check_digit() {
        for (text, expected) in [
            ("AB1234563", true),
            ("F91234563", true),
            ("AB1234564", false),
            ("NB1234563", false),
            ("A11234563", false),
            ("AB123456", false),
            ("AB0000000", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
