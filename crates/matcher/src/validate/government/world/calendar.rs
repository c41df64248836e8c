//! Days of birth inside numbers.

use crate::validate::digits::number;

/// Whether the six digits are year, month and day of a day in some century.
pub(super) fn is_yymmdd(digits: &[u8]) -> bool {
    let [year, month, day] = [0, 2, 4].map(|start| digits.get(start..start + 2).map(number));
    match (year, month, day) {
        // Without the century, 29 February counts in every year that is a leap year in one of them.
        (Some(year), Some(month), Some(day)) => {
            is_day(if year == 0 { 2000 } else { 1900 + year }, month, day)
        }
        _ => false,
    }
}

/// Whether the eight digits are a day between 1900 and 2100, as dates are written in builds and files.
pub(super) fn is_yyyymmdd(digits: &[u8]) -> bool {
    let [year, month, day] = [0..4, 4..6, 6..8].map(|part| digits.get(part).map_or(0, number));
    digits.len() == 8 && (1900..2100).contains(&year) && is_day(year, month, day)
}

/// Whether the day is in the calendar.
pub(super) fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        for (digits, expected) in [
            ([9, 0, 0, 1, 0, 1], true),
            ([0, 0, 0, 2, 2, 9], true),
            ([9, 6, 0, 2, 2, 9], true),
            ([9, 7, 0, 2, 2, 9], false),
            ([9, 0, 1, 3, 0, 1], false),
            ([9, 0, 0, 0, 0, 1], false),
            ([9, 0, 0, 4, 3, 1], false),
            ([9, 0, 0, 4, 0, 0], false),
            ([9, 0, 1, 1, 3, 1], false),
        ] {
            assert_eq!(is_yymmdd(&digits), expected, "{digits:?}");
        }
        assert!(is_yyyymmdd(&[2, 0, 2, 4, 0, 1, 1, 5]) && !is_yyyymmdd(&[1, 2, 0, 1, 2, 0, 2, 4]));
        assert!(!is_yymmdd(&[9, 0, 0]) && !is_day(1900, 2, 29));
    }
}
