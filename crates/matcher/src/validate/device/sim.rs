//! Numbers of SIM cards (ITU-T E.118) and of the subscriptions on them (E.212).

use crate::validate::{digits, luhn};

/// Whether 19 or 20 digits are the number of a card for telecommunication.
pub(super) fn iccid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    matches!(digits.len(), 19 | 20) && digits.starts_with(&[8, 9]) && luhn::passes(&digits)
}

/// Whether 14 or 15 digits begin with the code of a country: 2 to 7 by continent, 9 for networks without one.
pub(super) fn imsi(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let is_country = || matches!(digits::number(&digits[..3]), 202..=750 | 901);
    matches!(digits.len(), 14 | 15) && !digits::all_same(&digits) && is_country()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_and_subscriptions() {
        for (text, is_card, is_subscription) in [
            ("8944110068256270054", true, false),
            ("89441100682562700541", false, false),
            ("8944110068256270055", false, false),
            ("310150123456789", false, true),
            ("262019876543210", false, true),
            ("010150123456789", false, false),
            ("310150", false, false),
        ] {
            assert_eq!(iccid(text.as_bytes()), is_card, "{text}");
            assert_eq!(imsi(text.as_bytes()), is_subscription, "{text}");
        }
    }
}
