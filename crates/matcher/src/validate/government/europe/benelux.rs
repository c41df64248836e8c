//! Numbers of persons in the Netherlands, Belgium and Luxembourg.

use super::{calendar, compact, verhoeff, weighted};
use crate::validate::{digits, luhn};

/// The Dutch BSN: eight or nine digits that pass the eleven test.
pub(super) fn dutch_bsn(bytes: &[u8]) -> bool {
    let mut number = digits::of(bytes);
    if number.len() == 8 {
        number.insert(0, 0);
    }
    let Ok([body @ .., check]) = <[u8; 9]>::try_from(number) else { return false };
    let sum = weighted::sum(&body, &[9, 8, 7, 6, 5, 4, 3, 2]);
    !digits::all_same(&body) && sum % 11 == u32::from(check)
}

/// The Belgian number of the national register: birthday, order, and 97 less the rest by 97.
pub(super) fn belgian_register(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let body = weighted::number(&digits[..9]);
        let check = weighted::number(&digits[9..]);
        // A 2 stands before the number of who was born since 2000.
        let checks = [body, body + 2_000_000_000].iter().any(|number| 97 - number % 97 == check);
        // Of a bis number the month is 20 or 40 higher; month and day are 0 where they are not known.
        let month = weighted::number(&digits[2..4]);
        let is_day = matches!(month, 0..=12 | 20..=32 | 40..=52) && weighted::number(&digits[4..6]) <= 31;
        checks && is_day && body > 0
    })
}

/// The Luxembourg matricule: day of birth, order, and one digit each by Luhn and by Verhoeff.
pub(super) fn luxembourg_matricule(bytes: &[u8]) -> bool {
    compact::digits::<13>(bytes).is_some_and(|digits| {
        let part = |from: usize, to: usize| weighted::number(&digits[from..to]) as u32;
        let verhoeff: Vec<u8> = digits[..11].iter().chain([&digits[12]]).copied().collect();
        (1850..2100).contains(&part(0, 4))
            && calendar::is_day(part(0, 4), part(4, 6), part(6, 8))
            && luhn::passes(&digits[..12])
            && verhoeff::passes(&verhoeff)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_numbers() {
        for (text, expected) in [
            ("111222333", true),
            ("1112.22.333", true),
            ("10000046", false),
            ("10000008", true),
            ("111252333", false),
            ("000000000", false),
            ("1112223330", false),
        ] {
            assert_eq!(dutch_bsn(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn belgian_numbers() {
        for (text, expected) in [
            ("85.07.30-033.28", true),
            ("85073003328", true),
            ("17.07.30-033.84", true),
            ("85.07.30-033.29", false),
            ("85.13.30-033.61", false),
            ("00000000097", false),
        ] {
            assert_eq!(belgian_register(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn luxembourg_numbers() {
        for (text, expected) in [
            ("1893120105732", true),
            ("1893120105733", false),
            ("1893120105742", false),
            ("1893130105732", false),
        ] {
            assert_eq!(luxembourg_matricule(text.as_bytes()), expected, "{text}");
        }
    }
}
