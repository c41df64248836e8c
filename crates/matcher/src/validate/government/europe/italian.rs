//! Italian numbers: the codice fiscale of a person (DM 23 December 1976) and the partita IVA of a company.

use super::{calendar, compact};
use crate::validate::luhn;

/// Whether it is a codice fiscale with a day of birth and the right last letter.
pub(super) fn fiscal_code(bytes: &[u8]) -> bool {
    let code = compact::of(bytes);
    code.len() == 16
        && is_name_part(&code[..3])
        && is_name_part(&code[3..6])
        && is_birthday(&code)
        && is_place(&code[11..15])
        && check_letter(&code[..15]) == code[15]
}

/// Three letters of a name: its consonants, then its vowels, then X where it has no more.
fn is_name_part(letters: &[u8]) -> bool {
    let is_vowel = |letter: &u8| b"AEIOU".contains(letter);
    let name = letters.strip_suffix(b"X").unwrap_or(letters);
    let vowels = name.iter().skip_while(|letter| !is_vowel(letter));
    letters.iter().all(u8::is_ascii_uppercase) && vowels.into_iter().all(is_vowel)
}

/// Two digits of the year, a letter for the month, two of the day (40 more for a woman).
fn is_birthday(code: &[u8]) -> bool {
    const MONTHS: &[u8] = b"ABCDEHLMPRST";
    let pair = |place: usize| Some(digit(code[place])? * 10 + digit(code[place + 1])?);
    let month = MONTHS.iter().position(|&letter| letter == code[8]);
    let (Some(year), Some(month), Some(day)) = (pair(6), month, pair(9)) else { return false };
    let day = if day > 40 { day - 40 } else { day };
    calendar::is_short_day(year, month as u32 + 1, day)
}

/// A municipality, or Z and a country.
fn is_place(code: &[u8]) -> bool {
    matches!(code[0], b'A'..=b'M' | b'Z') && code[1..].iter().all(|&byte| digit(byte).is_some())
}

/// A digit, or the letter that stands for it where two persons would share a code (omocodia).
fn digit(byte: u8) -> Option<u32> {
    const LETTERS: &[u8] = b"LMNPQRSTUV";
    let named = || LETTERS.iter().position(|&letter| letter == byte).map(|place| place as u32);
    char::from(byte).to_digit(10).or_else(named)
}

fn check_letter(body: &[u8]) -> u8 {
    /// Values of 0 to 9 and of A to Z in odd places.
    const ODD: [u32; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12,
        14, 16, 10, 22, 25, 24, 23,
    ];
    let value = |(index, &byte): (usize, &u8)| {
        let value = char::from(byte).to_digit(36).unwrap_or(0);
        match (index % 2 == 0, value) {
            (true, value) => ODD[value as usize],
            (false, letter @ 10..) => letter - 10,
            (false, digit) => digit,
        }
    };
    b'A' + (body.iter().enumerate().map(value).sum::<u32>() % 26) as u8
}

/// Whether eleven digits are a partita IVA: number, office of a province, Luhn.
pub(super) fn vat(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let office = digits[7..10].iter().fold(0, |number, &digit| number * 10 + u32::from(digit));
        let is_office = matches!(office, 1..=100 | 120 | 121 | 888 | 999);
        digits[..7] != [0; 7] && is_office && luhn::passes(&digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_codes() {
        for (text, expected) in [
            ("RSSMRA85T10A562S", true),
            ("RCCMNL83S18D969H", true),
            ("CNTCHR83T41D969D", true),
            ("rccmnl83s18d969h", true),
            ("RCCMNL83S18D969", false),
            ("RCCMNL83S18D969I", false),
            ("RSSMRA85T10A562T", false),
            ("RSSMRA85T35A562S", false),
            ("RCCMNL83S18D96VZ", false),
            ("AAAAAAAAAAAAAAAA", false),
            ("FOXMRA85T10A562G", true),
            ("OPXCKS32H24J037K", false),
        ] {
            assert_eq!(fiscal_code(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn a_letter_may_stand_for_a_digit() {
        let mut code = b"RCCMNL83S18D96V".to_vec();
        code.push(check_letter(&code));
        assert!(fiscal_code(&code));
    }

    #[test]
    fn companies() {
        for (text, expected) in [
            ("00743110157", true),
            ("IT 00743110157", true),
            ("00743110158", false),
            ("00000000000", false),
            ("12345671502", false),
        ] {
            assert_eq!(vat(text.as_bytes()), expected, "{text}");
        }
    }
}
