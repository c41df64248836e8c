//! German numbers of pension and health insurance and of doctors: digit sums of weighted products, modulo 10.

use super::{calendar, compact, weighted};
use crate::validate::digits;

/// The number of pension insurance (§ 147 SGB VI, § 4 VKVV): area, birthday, letter, serial, check digit.
pub(super) fn pension(bytes: &[u8]) -> bool {
    const AREAS: &[u8] = &[
        2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 38, 39, 40,
        42, 43, 44, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69,
        70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 89,
    ];
    let compact = compact::of(bytes);
    if compact.len() != 12 || !compact[8].is_ascii_uppercase() {
        return false;
    }
    let Some(digits) = spelled(&compact, 8) else { return false };
    let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
    // The day of a number that had to be given out twice is 50 higher.
    let day = if pair(2) > 50 { pair(2) - 50 } else { pair(2) };
    let sum = weighted::cross_sum(&digits[..12], &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);
    AREAS.contains(&(digits[0] * 10 + digits[1]))
        && calendar::is_short_day(pair(6), pair(4), day)
        && sum % 10 == u32::from(digits[12])
}

/// The number of a person in health insurance (§ 290 SGB V): a letter and nine digits.
pub(super) fn health(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    if compact.len() != 10 || !compact[0].is_ascii_uppercase() {
        return false;
    }
    spelled(&compact, 0).is_some_and(|digits| {
        let sum = weighted::cross_sum(&digits[..10], &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
        sum % 10 == u32::from(digits[10])
    })
}

/// The number of a doctor for life: six digits, their check digit, two of the speciality.
pub(super) fn doctor(bytes: &[u8]) -> bool {
    compact::digits::<9>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[..6], &[4, 9, 4, 9, 4, 9]);
        !digits::all_same(&digits) && (10 - sum % 10) % 10 == u32::from(digits[6])
    })
}

/// The number of a practice: region and serial, without a published check digit.
pub(super) fn practice(bytes: &[u8]) -> bool {
    compact::digits::<9>(bytes).is_some_and(|digits| digits[..2] != [0; 2] && digits[2..] != [0; 7])
}

/// Digits in which the letter at `place` is two, from A = 01.
fn spelled(compact: &[u8], place: usize) -> Option<Vec<u8>> {
    let letter = compact.get(place)?.wrapping_sub(b'A') + 1;
    let digits =
        |part: &[u8]| part.iter().map(|&byte| char::from(byte).to_digit(10)).collect::<Option<Vec<_>>>();
    let before = digits(&compact[..place])?;
    let after = digits(&compact[place + 1..])?;
    let number = [u32::from(letter / 10), u32::from(letter % 10)];
    Some(before.into_iter().chain(number).chain(after).map(|digit| digit as u8).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pension_numbers() {
        for (text, expected) in [
            ("65170839J003", true),
            ("65 170839 J 003", true),
            ("15070649C103", true),
            ("65170839J004", false),
            ("65321339J003", false),
            ("00170839J003", false),
            ("651708391003", false),
        ] {
            assert_eq!(pension(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn health_numbers() {
        for (text, expected) in [
            ("A123456780", true),
            ("A000500015", true),
            ("A123456789", false),
            ("1123456780", false),
            ("A12345678", false),
        ] {
            assert_eq!(health(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn doctors_and_practices() {
        for (text, expected) in
            [("123456601", true), ("123456701", false), ("000000000", false), ("12345660", false)]
        {
            assert_eq!(doctor(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [("021234568", true), ("001234568", false), ("020000000", false)] {
            assert_eq!(practice(text.as_bytes()), expected, "{text}");
        }
    }
}
