//! Dates of birth in the orders and spellings that people use.

/// Whether it is a day of the calendar from 1900 to 2025.
pub(super) fn of_birth(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let parts = parts(text);
    let [first, second, third] = parts.as_slice() else { return compact(text) };
    let orders = [(third, second, first), (first, second, third), (second, first, third)];
    orders.iter().any(|(day, month, year)| calendar_day(day, month, year))
}

/// Splits at separators and between digits and letters; ordinals and weekdays fall away.
fn parts(text: &str) -> Vec<String> {
    let words =
        date_of(text).split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = |word: &str| match word.trim_end_matches(|letter: char| letter.is_ascii_lowercase()) {
        "" => word.to_lowercase(),
        number if number.bytes().all(|byte| byte.is_ascii_digit()) => number.to_owned(),
        _ => word.to_lowercase(),
    };
    words.map(plain).filter(|word| word != "of" && word != "de").collect()
}

/// The date of an ISO timestamp; any other text as it is.
fn date_of(text: &str) -> &str {
    let timestamp = |&(at, _): &(usize, &str)| text[..at].ends_with(|last: char| last.is_ascii_digit());
    text.match_indices('T').find(timestamp).map_or(text, |(at, _)| &text[..at])
}

/// `19840722`.
fn compact(text: &str) -> bool {
    let text = text.trim();
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        && [
            (&text[6..], &text[4..6], &text[..4]),
            (&text[..2], &text[2..4], &text[4..]),
            (&text[2..4], &text[..2], &text[4..]),
        ]
        .iter()
        .any(|(day, month, year)| calendar_day(day, month, year))
}

fn calendar_day(day: &str, month: &str, year: &str) -> bool {
    let (Some(day), Some(month), Some(year)) = (number(day), month_number(month), year_number(year)) else {
        return false;
    };
    (1900..=2025).contains(&year) && (1..=12).contains(&month) && (1..=days_of(month, year)).contains(&day)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

fn month_number(text: &str) -> Option<u32> {
    let named = || MONTHS.iter().position(|month| text.get(..3).is_some_and(|start| month.contains(&start)));
    number(text).or_else(|| named().map(|index| index as u32 + 1))
}

/// Two digits count from 1900 or, up to 25, from 2000: either is in the range.
fn year_number(text: &str) -> Option<u32> {
    let year: u32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// First three letters of each month in English, German, French, Spanish, Italian, Portuguese and Dutch.
const MONTHS: &[&[&str]] = &[
    &["jan", "ene", "gen"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "maa", "mrt"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag", "mei"],
    &["jun", "jui", "giu"],
    &["jul", "lug"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott", "out"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];

fn days_of(month: u32, year: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        for (text, expected) in [
            ("1984-07-22", true),
            ("07-22-1984", true),
            ("22.07.1984", true),
            ("7/2/84", true),
            ("19840722", true),
            ("22 July 1984", true),
            ("July 22nd, 1984", true),
            ("22-Jul-1984", true),
            ("22 de julio de 1984", true),
            ("1984-07-22T00:00:00Z", true),
            ("2000-02-29", true),
            ("1900-02-29", false),
            ("1984-13-32", false),
            ("1884-07-22", false),
            ("2084-07-22", false),
            ("22 Foo 1984", false),
            ("n/a", false),
            ("1984", false),
        ] {
            assert_eq!(of_birth(text.as_bytes()), expected, "{text}");
        }
    }
}
