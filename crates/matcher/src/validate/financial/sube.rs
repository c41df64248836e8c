//! SUBE, the transport card of Argentina: its issuer number and the check digit of payment cards.

use crate::validate::{digits, luhn};

/// Whether a match is the number of a card.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 16 && digits.starts_with(&[6, 0, 6, 1]) && luhn::passes(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuer_and_check_digit() {
        for (text, expected) in [
            ("6061 2681 0001 2349", true),
            ("6061268100012348", false),
            ("6062268100012348", false),
            ("6061", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
