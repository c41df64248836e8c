//! Numbers that a hospital, an insurer or a pharmacy gives out in a form of its own.

use crate::validate::digits;

/// Whether a match has digits enough to name one patient, and is neither a filler nor counted up.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() >= 4 && !digits::all_same(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_more_than_a_prefix() {
        for (text, expected) in [
            ("MRN-00482913", true),
            ("CLM-1234567", true),
            ("MRN-123", false),
            ("MRN-000000", false),
            ("PA-", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
