//! Phone numbers by numbering plan (ITU-T E.164, North American Numbering Plan).

mod lengths;
mod plan;

use super::digits;

/// Whether a number behind a plus is in use by the numbering plan of its country.
pub(super) fn international(bytes: &[u8]) -> bool {
    any_split(bytes, |code, national| {
        (code != [1] || north_american(national)) && plan::is_in_use(code, national)
    })
}

/// Whether a number behind a plus has a country code and a length that the country uses.
pub(super) fn of_possible_length(bytes: &[u8]) -> bool {
    any_split(bytes, |code, national| {
        let dialled = !national.starts_with(&[0, 0]) && (code != [1] || north_american(national));
        dialled && lengths::of(code).is_some_and(|lengths| lengths.contains(&national.len()))
    })
}

/// Whether a country code and the number behind it satisfy a test; a code has one to three digits.
fn any_split(bytes: &[u8], is_valid: impl Fn(&[u8], &[u8]) -> bool) -> bool {
    let digits = trunk_zero_removed(bytes);
    let filler = digits.len() < 2 || digits::all_same(&digits[1..]) || digits::ascending(&digits[1..]);
    if digits.len() > 15 || filler {
        return false;
    }
    (1..=3).any(|length| {
        digits.split_at_checked(length).is_some_and(|(code, national)| is_valid(code, national))
    })
}

/// Whether a number without country code can be dialled somewhere.
pub(super) fn national(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let separated = bytes.iter().any(|byte| !byte.is_ascii_digit());
    if digits.len() < 2
        || digits::all_same(&digits[1..])
        || digits::ascending(&digits)
        || groups(bytes) == [3, 2, 4]
        || (groups(bytes) == [3, 3, 4] && digits[0] != 0 && !north_american(&digits))
        || (groups(bytes).first() == Some(&1) && digits[0] == 1 && !north_american(&digits[1..]))
    {
        return false;
    }
    match (digits.len(), digits.as_slice()) {
        (9..=12, [0, 1..=9, ..]) | (9, [5..=9, ..]) | (11, [1, 3..=9, ..] | [8, ..]) => true,
        (11, [1, rest @ ..]) if north_american(rest) => true,
        (12..=15, [0, 0, rest @ ..]) => rest[0] != 0,
        (10, [2..=9, ..]) => north_american(&digits) || digits[0] >= 6 || separated,
        (10, [1, 1..=9, ..]) | (11, [1..=9, 1..=9, ..]) => separated,
        _ => false,
    }
}

/// Whether eight digits are a number that a small country dials, and no date.
pub(super) fn local(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let is_filler = digits.is_empty() || digits::all_same(&digits) || digits::ascending(&digits[1..]);
    let is_day = matches!(digits.as_slice(), [2, 0, 0..=4, _, month, unit, ..] if (1..=12).contains(&(month * 10 + unit)));
    digits.len() == 8 && !is_filler && !is_day
}

/// `+44 (0)20 …` is dialled without the zero in parentheses.
fn trunk_zero_removed(bytes: &[u8]) -> Vec<u8> {
    match bytes.windows(3).position(|window| window == b"(0)") {
        Some(at) => digits::of(&[&bytes[..at], &bytes[at + 3..]].concat()),
        None => digits::of(bytes),
    }
}

/// Ten digits: area and exchange start at 2, neither is a service code, and 555-01xx is for films.
fn north_american(digits: &[u8]) -> bool {
    let [area @ 2..=9, area_second, area_third, exchange @ 2..=9, second, third, line @ ..] = digits else {
        return false;
    };
    let service = |second: u8, third: u8| second == 1 && third == 1;
    let is_for_films = line.starts_with(&[0, 1])
        || [[5; 4], [1, 2, 3, 4], [1, 2, 1, 2]].iter().any(|example| line == example);
    let fictional = (*exchange, *second, *third) == (5, 5, 5) && is_for_films;
    line.len() == 4
        && (*area, *area_second, *area_third) != (5, 5, 5)
        && !service(*area_second, *area_third)
        && !service(*second, *third)
        && !fictional
}

/// Lengths of the groups of digits. Three, two and four are a social security number.
fn groups(bytes: &[u8]) -> Vec<usize> {
    bytes.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).filter(|&length| length > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn international_numbers() {
        for (text, expected) in [
            ("+1 415 555 2671", true),
            ("+1 (415) 555-2671", true),
            ("+44 20 7946 0958", true),
            ("+44 (0)20 7946 0958", true),
            ("+33 1 42 68 53 00", true),
            ("+34 612 345 678", true),
            ("+55 11 98456-5666", true),
            ("+49 30 901820", true),
            ("+1 115 555 2671", false),
            ("+1 415 555 0142", false),
            ("+1 415 555 267", false),
            ("+999 123 456 789", false),
            ("+0 415 555 2671", false),
            ("+44 00 0000 0000", false),
            ("+1", false),
        ] {
            assert_eq!(international(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_a_possible_length() {
        for (text, in_use, possible) in [
            ("+34 612 345 678", true, true),
            ("+34 212 345 678", false, true),
            ("+34 612 345 67", false, false),
            ("+1 234 567 8901", false, false),
            ("+86 138 1234 5678", true, true),
        ] {
            assert_eq!(international(text.as_bytes()), in_use, "{text}");
            assert_eq!(of_possible_length(text.as_bytes()), possible, "{text}");
        }
    }

    #[test]
    fn national_numbers() {
        for (text, expected) in [
            ("415-555-2671", true),
            ("(415) 555-2671", true),
            ("1-415-555-2671", true),
            ("020 7946 0958", true),
            ("01 42 68 53 00", true),
            ("030 901820", true),
            ("612 345 678", true),
            ("13812345678", true),
            ("11 98456-5666", true),
            ("082 123 4567", true),
            ("000-000-0000", false),
            ("425-555-5555", false),
            ("1 (800) 123-4567", false),
            ("1-234-555-678", false),
            ("(555) 303 5681", false),
            ("111-222-3333", false),
            ("123-456-7890", false),
            ("1705311008", false),
            ("536-90-4399", false),
            ("20240115", false),
            ("911", false),
        ] {
            assert_eq!(national(text.as_bytes()), expected, "{text}");
        }
    }
}
