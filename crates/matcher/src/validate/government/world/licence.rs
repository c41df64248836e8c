//! Driving licences: most have no check digit, so these tell shapes from dates and phone numbers.

use crate::validate::digits;

use super::{alphanumeric, calendar};

/// Whether a code has as many digits as licences have, and is no date and no phone number.
pub(super) fn plausible(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let groups: Vec<usize> = bytes
        .split(|byte| !byte.is_ascii_alphanumeric())
        .map(<[u8]>::len)
        .filter(|&length| length > 0)
        .collect();
    let has_letter = bytes.iter().any(u8::is_ascii_alphabetic);
    let is_other = !has_letter
        && (matches!(groups.as_slice(), [2, 2, 4] | [4, 2, 2] | [3, 3, 4]) || calendar::is_yyyymmdd(&digits));
    (6..=15).contains(&digits.len()) && !is_other && !digits::all_same(&digits)
}

/// Whether it is an Indian licence: state, office, year of issue, serial number.
pub(super) fn of_india(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let (Some(state), Some(rest)) = (text.get(..2), text.get(2..)) else { return false };
    let Some(digits) = alphanumeric::digits(rest).filter(|digits| digits.len() == 13) else { return false };
    super::plate::is_indian_state(state) && (1950..=2030).contains(&digits::number(&digits[2..6]))
}

/// Whether it is a Korean licence: region, year, serial, check, of which only the region can be tested.
pub(super) fn of_korea(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 12 && (11..=28).contains(&digits::number(&digits[..2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_no_dates_and_no_phones() {
        for (text, expected) in [
            ("F255-9215-0094", true),
            ("D12345678", true),
            ("123456789", true),
            ("S530-423-56-123-0", true),
            ("01-31-2027", false),
            ("2027-01-31", false),
            ("20270131", false),
            ("555-123-4567", false),
            ("A1234", false),
            ("99999999", false),
        ] {
            assert_eq!(plausible(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn indian_and_korean_licences() {
        for (text, expected) in [
            ("KA01 20110012345", true),
            ("DL-0420110149646", true),
            ("QQ01 20110012345", false),
            ("KA01 18110012345", false),
            ("KA01 2011001234", false),
        ] {
            assert_eq!(of_india(text.as_bytes()), expected, "{text}");
        }
        assert!(
            of_korea(b"11-22-123456-78") && !of_korea(b"99-22-123456-78") && !of_korea(b"11-22-12345-78")
        );
    }
}
