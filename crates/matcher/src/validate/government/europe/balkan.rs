//! Numbers of persons in Greece, Bulgaria, Romania and Slovenia.

use super::{calendar, compact, weighted};
use crate::validate::{digits, luhn};

/// A Greek tax number (AFM): powers of two, modulo 11.
pub(super) fn greek_tax(bytes: &[u8]) -> bool {
    compact::digits::<9>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[..8], &[256, 128, 64, 32, 16, 8, 4, 2]);
        !digits::all_same(&digits) && sum % 11 % 10 == u32::from(digits[8])
    })
}

/// A Greek social security number (AMKA): a birthday and Luhn.
pub(super) fn greek_security(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        calendar::is_short_day(pair(4), pair(2), pair(0)) && luhn::passes(&digits)
    })
}

/// A Bulgarian EGN: a birthday whose month tells the century, and weights modulo 11.
pub(super) fn bulgarian_person(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let (century, month) = match pair(2) {
            month @ 41..=52 => (2000, month - 40),
            month @ 21..=32 => (1800, month - 20),
            month => (1900, month),
        };
        let sum = weighted::sum(&digits[..9], &[2, 4, 8, 5, 10, 9, 7, 3, 6]);
        calendar::is_day(century + pair(0), month, pair(4)) && sum % 11 % 10 == u32::from(digits[9])
    })
}

/// A Romanian CNP: sex and century, birthday, county, and weights modulo 11.
pub(super) fn romanian_person(bytes: &[u8]) -> bool {
    compact::digits::<13>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let century = match digits[0] {
            3 | 4 => 1800,
            5 | 6 => 2000,
            _ => 1900,
        };
        let check = match weighted::sum(&digits[..12], &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
            10 => 1,
            check => check,
        };
        digits[0] != 0
            && calendar::is_day(century + pair(1), pair(3), pair(5))
            && matches!(pair(7), 1..=48 | 51 | 52 | 70 | 80..=83)
            && check == u32::from(digits[12])
    })
}

/// A Slovenian EMŠO: a birthday with three digits of the year, and weights modulo 11.
pub(super) fn slovenian_person(bytes: &[u8]) -> bool {
    compact::digits::<13>(bytes).is_some_and(|digits| {
        let part = |from: usize, to: usize| weighted::number(&digits[from..to]) as u32;
        let year = if part(4, 7) < 800 { 2000 + part(4, 7) } else { 1000 + part(4, 7) };
        let rest = weighted::sum(&digits[..12], &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        let check = if rest < 2 { 0 } else { 11 - rest };
        calendar::is_day(year, part(2, 4), part(0, 2)) && check == u32::from(digits[12])
    })
}

/// A Slovenian tax number: weights 8 to 2 modulo 11, where 11 is not given out.
pub(super) fn slovenian_tax(bytes: &[u8]) -> bool {
    compact::digits::<8>(bytes).is_some_and(|digits| {
        let check = match 11 - weighted::sum(&digits[..7], &[8, 7, 6, 5, 4, 3, 2]) % 11 {
            10 => 0,
            check => check,
        };
        digits[0] != 0 && check == u32::from(digits[7])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greek_numbers() {
        for (text, expected) in [
            ("094259216", true),
            ("123456783", true),
            ("094259215", false),
            ("000000000", false),
            ("23456783", false),
        ] {
            assert_eq!(greek_tax(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [("01013099997", true), ("01013099999", false), ("01133099994", false)] {
            assert_eq!(greek_security(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn bulgarian_numbers() {
        for (text, expected) in [
            ("7523169263", true),
            ("8032056031", true),
            ("8032056030", false),
            ("8019010008", false),
            ("752316926", false),
        ] {
            assert_eq!(bulgarian_person(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn romanian_numbers() {
        for (text, expected) in [
            ("1630615123457", true),
            ("1630615123458", false),
            ("0800101221142", false),
            ("1632215123457", false),
            ("1630615993454", false),
        ] {
            assert_eq!(romanian_person(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn slovenian_numbers() {
        for (text, expected) in [("0101006500006", true), ("0101006500007", false), ("3201006500006", false)]
        {
            assert_eq!(slovenian_person(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [
            ("50223054", true),
            ("SI 5022 3054", true),
            ("50223055", false),
            ("09999990", false),
            ("5022305", false),
        ] {
            assert_eq!(slovenian_tax(text.as_bytes()), expected, "{text}");
        }
    }
}
