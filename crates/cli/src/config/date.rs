//! Calendar days, to know whether a rule has expired.

use std::time::{SystemTime, UNIX_EPOCH};

use toml::value::Date;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// Whether the day has passed, by UTC: a rule holds through its last day.
pub(crate) fn has_passed(day: Date) -> bool {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(now.as_secs() / SECONDS_A_DAY).is_ok_and(|today| is_before(day, today))
}

fn is_before(day: Date, today: i64) -> bool {
    days_since_1970(day) < today
}

/// Counts years from March, so that the day that leap years add is the last one of a year.
fn days_since_1970(Date { year, month, day }: Date) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
    146_097 * era + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse::<toml::value::Datetime>().unwrap().date.unwrap()
    }

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        // `date -u -d DATE +%s`, divided by 86400.
        for (text, expected) in [
            ("1970-01-01", 0),
            ("1970-02-28", 58),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2024-12-31", 20_088),
            ("2027-01-31", 20_849),
            ("2100-03-01", 47_541),
        ] {
            assert_eq!(days_since_1970(date(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_rule_holds_through_its_last_day() {
        assert!(!is_before(date("2027-01-31"), 20_849));
        assert!(is_before(date("2027-01-31"), 20_850));
        assert!(has_passed(date("2020-01-31")) && !has_passed(date("2999-01-31")));
    }
}
