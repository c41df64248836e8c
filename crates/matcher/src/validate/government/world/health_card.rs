//! Health cards of Canadian provinces: Ontario by Luhn, Quebec by name and birthday.

use crate::validate::{digits, luhn};

use super::calendar;

/// Whether ten digits, with or without a version code, are a number of Ontario.
pub(super) fn of_ontario(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 10 && digits[0] != 0 && luhn::passes(&digits)
}

/// Whether eight digits behind four letters hold a birthday; women have 50 more in the month.
pub(super) fn of_quebec(bytes: &[u8]) -> bool {
    let mut digits = digits::of(bytes);
    if digits.len() != 8 {
        return false;
    }
    digits[2] %= 5;
    calendar::is_yymmdd(&digits[..6])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_two_provinces() {
        for (text, ontario, quebec) in [
            ("1234-567-897", true, false),
            ("1234567897-XK", true, false),
            ("1234567898", false, false),
            ("TREM 8604 1512", false, true),
            ("TREM 8654 1512", false, true),
            ("TREM 8613 1512", false, false),
            ("TREM 8604 3212", false, false),
        ] {
            assert_eq!(of_ontario(text.as_bytes()), ontario, "{text}");
            assert_eq!(of_quebec(text.as_bytes()), quebec, "{text}");
        }
    }
}
