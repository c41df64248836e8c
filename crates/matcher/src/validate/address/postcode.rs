//! Postal codes that fit the words beside them: a state, a province, or a town.

/// Whether the word at `at`, with its neighbours, is the postal code of a place.
pub(super) fn stands_at(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words[before]);
    let after = words.get(at + 1).copied().unwrap_or("");
    united_states(before, words[at])
        || canada(before, words[at], after)
        || australia(before, words[at])
        || great_britain(words[at], after)
        || continental(words[at], after)
}

/// `IL 62704`: the first digit of a ZIP code is that of a group of states (USPS Publication 65).
fn united_states(state: &str, code: &str) -> bool {
    let zip = code.split_once('-').map_or(code, |(zip, _)| zip);
    let group = STATES.iter().position(|states| states.split(' ').any(|known| known == state));
    is_digits(zip, 5) && group.is_some_and(|group| usize::from(zip.as_bytes()[0] - b'0') == group)
        || is_digits(zip, 5) && state == "TX" && zip.starts_with("885")
}

/// States by the first digit of their ZIP codes.
const STATES: [&str; 10] = [
    "CT MA ME NH NJ RI VT PR VI AE",
    "DE NY PA",
    "DC MD NC SC VA WV",
    "AL FL GA MS TN AA",
    "IN KY MI OH",
    "IA MN MT ND SD WI",
    "IL KS MO NE",
    "AR LA OK TX",
    "AZ CO ID NM NV UT WY",
    "AK CA HI OR WA GU AP",
];

/// `ON K1A 0B1`: the first letter is that of the province (Canada Post).
fn canada(province: &str, first: &str, second: &str) -> bool {
    const PROVINCES: &[(&str, &str)] = &[
        ("NL", "A"),
        ("NS", "B"),
        ("PE", "C"),
        ("NB", "E"),
        ("QC", "GHJ"),
        ("ON", "KLMNP"),
        ("MB", "R"),
        ("SK", "S"),
        ("AB", "T"),
        ("BC", "V"),
        ("NU", "X"),
        ("NT", "X"),
        ("YT", "Y"),
    ];
    let code = if first.len() == 3 { format!("{first}{second}") } else { first.replace('-', "") };
    let letters = PROVINCES.iter().find(|(known, _)| *known == province).map(|(_, letters)| letters);
    has_shape(&code, "A9A9A9") && letters.is_some_and(|letters| letters.contains(&code[..1]))
}

/// `NSW 2000` (Australia Post).
fn australia(state: &str, code: &str) -> bool {
    const STATES: &[(&str, &str)] = &[
        ("NSW", "12"),
        ("ACT", "02"),
        ("VIC", "38"),
        ("QLD", "49"),
        ("SA", "5"),
        ("WA", "6"),
        ("TAS", "7"),
        ("NT", "0"),
    ];
    let digits = STATES.iter().find(|(known, _)| *known == state).map(|(_, digits)| digits);
    is_digits(code, 4) && digits.is_some_and(|digits| digits.contains(&code[..1]))
}

/// `SW1A 2AA`: an outward and an inward code (Royal Mail).
fn great_britain(outward: &str, inward: &str) -> bool {
    let outward_known =
        ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].iter().any(|shape| has_shape(outward, shape));
    let unused = |byte: u8| b"CIKMOV".contains(&byte);
    outward_known
        && has_shape(inward, "9AA")
        && !inward.bytes().skip(1).any(unused)
        && !outward.starts_with(['Q', 'V', 'X'])
}

/// `10115 Berlin`, `F-75008 Paris`: five digits in use in Germany, France, Spain or Italy, and the name of a town.
fn continental(code: &str, town: &str) -> bool {
    let code = code.split_once('-').filter(|(country, _)| country.len() <= 2).map_or(code, |(_, code)| code);
    let is_town = town.chars().count() > 2
        && town.starts_with(char::is_uppercase)
        && town
            .chars()
            .skip(1)
            .all(|letter| letter.is_lowercase() || "-'’.".contains(letter) || letter.is_uppercase());
    is_digits(code, 5) && ("00010"..="99998").contains(&code) && is_town
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text has capital letters and digits where a shape has `A` and `9`.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits =
        |(byte, kind): (u8, u8)| if kind == b'A' { byte.is_ascii_uppercase() } else { byte.is_ascii_digit() };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_fit_their_places() {
        for (words, expected) in [
            (["IL", "62704", ""], true),
            (["IL", "62704-1234", ""], true),
            (["IL", "12704", ""], false),
            (["TX", "88510", ""], true),
            (["ON", "K1A", "0B1"], true),
            (["ON", "K1A0B1", ""], true),
            (["QC", "K1A", "0B1"], false),
            (["NSW", "2000", ""], true),
            (["NSW", "6000", ""], false),
            (["London", "SW1A", "2AA"], true),
            (["London", "SW1A", "2CA"], false),
            (["5,", "10115", "Berlin"], true),
            (["5,", "D-10115", "Berlin"], true),
            (["5,", "10115", "requests"], false),
            (["5,", "00001", "Roma"], false),
        ] {
            assert_eq!(stands_at(&words, 1), expected, "{words:?}");
        }
    }
}
