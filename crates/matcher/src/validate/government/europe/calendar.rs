//! Days of the calendar inside numbers.

/// Whether it is a day of the Gregorian calendar.
pub(super) fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let length = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=length).contains(&day)
}

/// Whether it is a day in one of the years that two digits may stand for.
pub(super) fn is_short_day(year: u32, month: u32, day: u32) -> bool {
    year < 100 && (is_day(1900 + year, month, day) || is_day(2000 + year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_no_days() {
        for (year, month, day, expected) in [
            (1984, 2, 29, true),
            (1900, 2, 29, false),
            (2000, 2, 29, true),
            (1985, 4, 31, false),
            (1985, 12, 31, true),
            (1985, 13, 1, false),
            (1985, 0, 1, false),
            (1985, 1, 0, false),
        ] {
            assert_eq!(is_day(year, month, day), expected, "{year}-{month}-{day}");
        }
        assert!(is_short_day(0, 2, 29) && !is_short_day(1, 2, 29) && !is_short_day(100, 1, 1));
    }
}
