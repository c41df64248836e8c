//! Equipment identities of phones (3GPP TS 23.003): reporting body, serial number and the check digit of cards.

use crate::validate::{digits, luhn};

/// Bodies that give out type allocation codes (GSMA TS.06), and those of the time before.
const BODIES: [u32; 13] = [1, 33, 35, 44, 45, 49, 50, 51, 52, 53, 86, 91, 99];

/// Whether fifteen digits are the identity of a device.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 15 && BODIES.contains(&digits::number(&digits[..2])) && luhn::passes(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_with_a_check_digit() {
        for (text, expected) in [
            ("356938035643809", true),
            ("35-693803-564380-9", true),
            ("490154203237518", true),
            ("356938035643808", false),
            ("236938035643805", false),
            ("35693803564380", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
