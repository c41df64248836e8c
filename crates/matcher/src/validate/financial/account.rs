//! Account numbers without a check digit: only those that no account has fall away.

use crate::validate::digits;

/// Whether the digits can be an account: neither one digit over and over, nor all ten counted up once.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let is_counted = digits.len() <= 10 && digits::ascending(&digits);
    digits.len() >= 6 && !digits::all_same(&digits) && !is_counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_are_no_accounts() {
        for (text, expected) in [
            ("000123456789", true),
            ("31926819", true),
            ("00000000", false),
            ("123456789", false),
            ("123456789012", true),
            ("12345", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
