//! Korean resident and foreigner registration numbers: birthday, sex, and a check digit modulo 11.

use crate::validate::digits;

use super::{calendar, weights};

/// Whether thirteen digits have a birthday of an adult and, until 2020, the check digit.
///
/// Builds and jobs are named `230206-1234567` too, so a day of the years that have builds proves nothing.
pub(super) fn checked(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if !dated(bytes) || (15..40).contains(&digits::number(&digits[..2])) {
        return false;
    }
    let sum = weights::sum(&digits, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
    let is_foreigner = matches!(digits[6], 5..=8);
    (if is_foreigner { 13 - sum } else { 11 - sum }) % 10 == u32::from(digits[12])
}

/// Whether thirteen digits have a birthday; numbers since October 2020 are random behind the digit of the sex.
pub(super) fn dated(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 13 {
        return false;
    }
    let century = match digits[6] {
        9 | 0 => 1800,
        1 | 2 | 5 | 6 => 1900,
        _ => 2000,
    };
    let [year, month, day] = [0, 2, 4].map(|start| digits::number(&digits[start..start + 2]));
    calendar::is_day(century + year, month, day) && (1900..2030).contains(&(century + year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birthdays_and_check_digits() {
        for (text, is_dated, is_checked) in [
            ("971013-9019902", false, false),
            ("960121-1021413", true, true),
            ("9601211021413", true, true),
            ("050912-2000019", true, true),
            ("050912-4000014", true, true),
            ("960121-1234567", true, false),
            ("900101-5000009", true, true),
            ("900101-5000007", true, false),
            ("001332-1234567", false, false),
            ("960121-102141", false, false),
            // The check digit holds, but the day may be that of a build.
            ("230206-8291746", true, false),
        ] {
            assert_eq!(dated(text.as_bytes()), is_dated, "{text}");
            assert_eq!(checked(text.as_bytes()), is_checked, "{text}");
        }
    }
}
