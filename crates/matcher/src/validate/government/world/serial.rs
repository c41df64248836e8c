//! Numbers of documents without a check digit: what is a day or one digit repeated is none.

use crate::validate::digits;

use super::calendar;

/// Whether digits, with letters or without, can be a serial number.
pub(super) fn plausible(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let has_letter = bytes.iter().any(u8::is_ascii_alphabetic);
    digits.len() >= 6 && !digits::all_same(&digits) && (has_letter || !calendar::is_yyyymmdd(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_fillers_are_no_numbers() {
        for (text, expected) in [
            ("C03005988", true),
            ("533380006", true),
            ("12.345.678", true),
            ("A20240115", true),
            ("20240115", false),
            ("20241315", true),
            ("99999999", false),
            ("A12345", false),
        ] {
            assert_eq!(plausible(text.as_bytes()), expected, "{text}");
        }
    }
}
