//! Numbers of persons and companies in Sweden, Finland, Denmark and Norway.

use super::{calendar, compact, weighted};
use crate::validate::{digits, luhn};

/// A Swedish personnummer or samordningsnummer: a birthday (60 more on the day) and Luhn over the last ten digits.
pub(super) fn swedish_person(bytes: &[u8]) -> bool {
    let number = digits::of(bytes);
    let Some(start) = number.len().checked_sub(10) else { return false };
    let pair = |place: usize| u32::from(number[place] * 10 + number[place + 1]);
    let day = if pair(start + 4) > 60 { pair(start + 4) - 60 } else { pair(start + 4) };
    let (year, month) = (pair(start), pair(start + 2));
    let is_day = match start {
        0 => calendar::is_short_day(year, month, day),
        2 => matches!(pair(0), 18..=20) && calendar::is_day(pair(0) * 100 + year, month, day),
        _ => false,
    };
    is_day && luhn::passes(&number[start..])
}

/// A Swedish organisationsnummer: what would be the month is 20 or more.
pub(super) fn swedish_company(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes)
        .is_some_and(|digits| digits[0] != 0 && digits[2] >= 2 && luhn::passes(&digits))
}

/// A Finnish personal identity code: birthday, sign of the century, number and check character.
pub(super) fn finnish_person(bytes: &[u8]) -> bool {
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let upper = bytes.to_ascii_uppercase();
    let [day @ .., sign, a, b, c, check] = upper.as_slice() else { return false };
    let number: Vec<u8> = digits::of(day).into_iter().chain(digits::of(&[*a, *b, *c])).collect();
    let century = match sign {
        b'+' => 1800,
        b'-' | b'U'..=b'Y' => 1900,
        b'A'..=b'F' => 2000,
        _ => return false,
    };
    let part = |from: usize, to: usize| weighted::number(&number[from..to]) as u32;
    day.len() == 6
        && number.len() == 9
        && calendar::is_day(century + part(4, 6), part(2, 4), part(0, 2))
        && part(6, 9) >= 2
        && CHECKS[(weighted::number(&number) % 31) as usize] == *check
}

/// A Finnish business id: weights modulo 11.
pub(super) fn finnish_company(bytes: &[u8]) -> bool {
    compact::digits::<8>(bytes).is_some_and(|digits| {
        let check = (11 - weighted::sum(&digits[..7], &[7, 9, 10, 5, 8, 4, 2]) % 11) % 11;
        !digits::all_same(&digits) && check == u32::from(digits[7])
    })
}

/// A Danish CPR number: a birthday and four digits, whose check digit was given up in 2007.
pub(super) fn danish_person(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        // The seventh digit tells the century, together with the year.
        let century = match (digits[6], pair(4)) {
            (0..=3, _) | (4 | 9, 37..) => 1900,
            (5..=8, 58..) => 1800,
            _ => 2000,
        };
        calendar::is_day(century + pair(4), pair(2), pair(0)) && digits[6..] != [0; 4]
    })
}

/// A Norwegian fødselsnummer, D number or test number: a birthday and two check digits.
pub(super) fn norwegian_person(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let day = if pair(0) > 40 { pair(0) - 40 } else { pair(0) };
        // 40 more for a hospital's number, 65 and 80 more for the tax office's synthetic persons.
        let month = match pair(2) {
            month @ 81.. => month - 80,
            month @ 66..=77 => month - 65,
            month @ 41..=52 => month - 40,
            month => month,
        };
        let check = |sum: u32| (11 - sum % 11) % 11;
        let first = check(weighted::sum(&digits[..9], &[3, 7, 6, 1, 8, 9, 4, 5, 2]));
        let second = check(weighted::sum(&digits[..10], &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
        calendar::is_short_day(pair(4), month, day)
            && [first, second] == [digits[9].into(), digits[10].into()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_numbers() {
        for (text, expected) in [
            ("811228-9874", true),
            ("880320-0016", true),
            ("198112289874", true),
            ("19811228-9874", true),
            ("701063-2391", true),
            ("811228-9875", false),
            ("811328-9872", false),
            ("21811228-9874", false),
            ("811228987", false),
        ] {
            assert_eq!(swedish_person(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in
            [("556016-0680", true), ("1234567897", true), ("556016-0681", false), ("811228-9874", false)]
        {
            assert_eq!(swedish_company(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn finnish_numbers() {
        for (text, expected) in [
            ("131052-308T", true),
            ("131052-308t", true),
            ("010594Y9032", true),
            ("131052A308T", true),
            ("131052-308U", false),
            ("310252-308Y", false),
            ("131052G308T", false),
            ("131052-000V", false),
            ("13105-2308T", false),
        ] {
            assert_eq!(finnish_person(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [("2077474-0", true), ("2077474-1", false), ("0000000-0", false)] {
            assert_eq!(finnish_company(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn danish_numbers() {
        for (text, expected) in [
            ("211062-5629", true),
            ("070593-0600", true),
            ("311162-5629", false),
            ("290200-1234", false),
            ("290200-4234", true),
        ] {
            assert_eq!(danish_person(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn norwegian_numbers() {
        for (text, expected) in [
            ("15108695088", true),
            ("151086 95088", true),
            ("15108695089", false),
            ("15108695188", false),
            ("35108695088", false),
            ("00000000000", false),
        ] {
            assert_eq!(norwegian_person(text.as_bytes()), expected, "{text}");
        }
    }
}
