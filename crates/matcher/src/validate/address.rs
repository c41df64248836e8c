//! Postal addresses: a street, a house number, and a postal code that fits what stands beside it.

mod postcode;

/// Whether an address ends in a place with its postal code: `…, Springfield, IL 62704`, `…, 10115 Berlin`.
pub(super) fn with_postcode(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words = words_of(text);
    has_number(&words) && (0..words.len()).any(|at| postcode::stands_at(&words, at)) && !is_filler(text)
}

/// Whether a text under a key for addresses is one: a house number and a word for a street, or a postal code.
pub(super) fn under_key(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words = words_of(text);
    let has_street = words.iter().any(|word| is_street(word));
    let has_postcode = (0..words.len()).any(|at| postcode::stands_at(&words, at));
    has_number(&words) && (has_street || has_postcode) && words.len() >= 3 && !is_filler(text)
}

fn words_of(text: &str) -> Vec<&str> {
    text.split([' ', ',', ';', '\n', '\t']).filter(|word| !word.is_empty()).collect()
}

/// `12`, `12b`, `12-14`, `12/3`: one to five digits, and little else.
fn has_number(words: &[&str]) -> bool {
    words.iter().any(|word| {
        let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
        (1..=5).contains(&n_digits) && word.len() <= n_digits + 4
    })
}

/// Streets that examples are made of.
fn is_filler(text: &str) -> bool {
    const FILLERS: &[&str] = &[
        "123 main st",
        "123 fake st",
        "1234 main st",
        "123 example",
        "any street",
        "anytown",
        "your street",
        "musterstr",
    ];
    let lower = text.to_lowercase();
    FILLERS.iter().any(|filler| lower.contains(filler))
}

/// A word for a street, alone or at the end of one: `Street`, `rue`, `Hauptstraße`.
fn is_street(word: &str) -> bool {
    let lower = word.trim_end_matches('.').to_lowercase();
    STREETS.contains(&lower.as_str()) || STREET_ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

#[rustfmt::skip]
const STREETS: &[&str] = &[
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "dr", "lane", "ln", "court", "ct", "way", "parkway", "pkwy",
    "place", "pl", "terrace", "square", "highway", "hwy", "crescent", "close", "circle", "trail", "row", "mews",
    "rue", "allée", "chemin", "impasse", "quai", "cours", "route", "via", "viale", "borgo", "contrada", "strada", "rotonda", "vico", "salita", "lungomare", "piazzetta", "piazza", "corso", "largo", "vicolo",
    "calle", "c/", "avenida", "avda", "paseo", "plaza", "carrer", "camino", "rua", "travessa", "alameda", "straße", "strasse", "str", "weg",
    "platz", "allee", "gasse", "ring", "damm", "ufer",
];

const STREET_ENDINGS: &[&str] = &[
    "straße", "strasse", "gasse", "platz", "allee", "str", "weg", "straat", "laan", "plein", "gatan",
    "vägen", "gade", "vej", "katu",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_a_place() {
        for (text, expected) in [
            ("1600 Pennsylvania Ave NW, Washington, DC 20500", true),
            ("742 Evergreen Terrace, Springfield, IL 62704", true),
            ("24 Sussex Drive, Ottawa, ON K1M 1M4", true),
            ("1 Macquarie Street, Sydney NSW 2000", true),
            ("10 Downing Street, London SW1A 2AA", true),
            ("Unter den Linden 77, 10117 Berlin", true),
            ("55 rue du Faubourg Saint-Honoré, 75008 Paris", true),
            ("Calle de Alcalá 45, 28014 Madrid", true),
            ("Via Nazionale 91, 00184 Roma", true),
            ("742 Evergreen Terrace, Springfield, IL 90210", false),
            ("24 Sussex Drive, Ottawa, ON V1M 1M4", false),
            ("123 Main St, Anytown, CA 90210", false),
            ("5 Street lights, CA 2000", false),
            ("Road map 2024, Q3", false),
            ("", false),
        ] {
            assert_eq!(with_postcode(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn addresses_under_a_key() {
        for (text, expected) in [
            ("42 Elm Street", true),
            ("42 Elm Street, Springfield", true),
            ("Hauptstraße 5, Köln", true),
            ("Keizersgracht 12, 1015 CN Amsterdam", false),
            ("12 rue Victor Hugo", true),
            ("Calle Mayor 5, 2º", true),
            ("10.0.0.1", false),
            ("0x7f000001", false),
            ("Platform Engineering", false),
            ("3 retries way too slow", true),
            ("floor 3", false),
        ] {
            assert_eq!(under_key(text.as_bytes()), expected, "{text}");
        }
    }
}
