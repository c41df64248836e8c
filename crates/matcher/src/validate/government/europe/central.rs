//! Numbers of persons in Hungary, the Czech Republic, Slovakia and the Baltic states.

use super::{calendar, compact, weighted};
use crate::validate::digits;

/// A Hungarian tax number of a person: 8, the day of birth counted from 1867, weights 1 to 9 modulo 11.
pub(super) fn hungarian_tax(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[..9], &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        digits[0] == 8 && digits[1..] != [8; 9] && sum % 11 == u32::from(digits[9])
    })
}

/// A Czech or Slovak birth number of ten digits: a birthday (month 50 more for a woman), modulo 11.
pub(super) fn birth_number(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let year = if pair(0) < 54 { 2000 + pair(0) } else { 1900 + pair(0) };
        // Since 2004, 20 more where the numbers of a day are used up.
        let month = pair(2) % 50 % 20;
        let check = weighted::number(&digits[..9]) % 11 % 10;
        calendar::is_day(year, month, pair(4)) && check == u64::from(digits[9])
    })
}

/// An Estonian or Lithuanian code: sex and century, birthday, and weights modulo 11 in two rounds.
pub(super) fn baltic_person(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let century = 1800 + 100 * (u32::from(digits[0]).saturating_sub(1) / 2);
        let rest = |weights| weighted::sum(&digits[..10], weights) % 11;
        let check = match rest(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) {
            10 => rest(&[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 10,
            check => check,
        };
        (1..=8).contains(&digits[0])
            && calendar::is_day(century + pair(1), pair(3), pair(5))
            && check == u32::from(digits[10])
    })
}

/// A Latvian code: a birthday with the century behind it and a check digit, or 32 and no more to check.
pub(super) fn latvian_person(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let sum = weighted::sum(&digits[..10], &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
        let is_old = digits[6] <= 2
            && calendar::is_day(1800 + 100 * u32::from(digits[6]) + pair(4), pair(2), pair(0))
            && (1 + sum) % 11 % 10 == u32::from(digits[10]);
        let is_new = pair(0) == 32 && !digits::all_same(&digits[2..]);
        is_old || is_new
    })
}

/// A European health insurance card: 80, the country's number in ISO 3166, and Luhn over twenty digits.
pub(super) fn health_card(bytes: &[u8]) -> bool {
    const COUNTRIES: &[u64] = &[
        40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 352, 372, 380, 428, 438, 440, 442,
        470, 528, 578, 616, 620, 642, 703, 705, 724, 752, 756, 826,
    ];
    compact::digits::<20>(bytes).is_some_and(|digits| {
        digits[..2] == [8, 0]
            && COUNTRIES.contains(&weighted::number(&digits[2..5]))
            && crate::validate::luhn::passes(&digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hungarian_numbers() {
        for (text, expected) in
            [("8071592153", true), ("8071592154", false), ("7071592152", false), ("807159215", false)]
        {
            assert_eq!(hungarian_tax(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn birth_numbers() {
        for (text, expected) in [
            ("710319/2745", true),
            ("7103192745", true),
            ("991231/1300", true),
            ("991231/1301", false),
            ("710319/2746", false),
            ("711319/2746", false),
            ("590312/123", false),
        ] {
            assert_eq!(birth_number(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn baltic_numbers() {
        for (text, expected) in [
            ("36805280109", true),
            ("33309240064", true),
            ("38703181745", true),
            ("36805280108", false),
            ("36813280109", false),
            ("96805280109", false),
        ] {
            assert_eq!(baltic_person(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [
            ("161175-19997", true),
            ("161175-19998", false),
            ("161375-19997", false),
            ("32123456789", true),
            ("3212345678", false),
        ] {
            assert_eq!(latvian_person(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn health_cards() {
        for (text, expected) in [
            ("80246802460000000008", true),
            ("80276123456789012346", true),
            ("80246802460000000004", false),
            ("80999802460000000000", false),
            ("8024680246000000000", false),
        ] {
            assert_eq!(health_card(text.as_bytes()), expected, "{text}");
        }
    }
}
