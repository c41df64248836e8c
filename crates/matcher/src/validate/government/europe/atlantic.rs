//! Numbers of the United Kingdom, Ireland and Portugal.

use super::{compact, weighted};
use crate::validate::digits;

/// A UK unique taxpayer reference: the first digit checks the nine behind it.
pub(super) fn uk_taxpayer(bytes: &[u8]) -> bool {
    const CHECKS: [u8; 11] = [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[1..], &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
        !digits::all_same(&digits[1..]) && CHECKS[(sum % 11) as usize] == digits[0]
    })
}

/// A British driver number: surname padded with 9, decade, month (50 more for a woman), day, year, initials.
pub(super) fn uk_driver(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    if !(compact.len() == 16 || compact.len() == 18) {
        return false;
    }
    let surname = compact[..5].iter().position(|&byte| byte == b'9').unwrap_or(5);
    let is_surname = surname > 0
        && compact[..surname].iter().all(u8::is_ascii_uppercase)
        && compact[surname..5].iter().all(|&byte| byte == b'9');
    let born = digits::of(&compact[5..11]);
    let is_born = born.len() == 6
        && matches!(born[1] * 10 + born[2], 1..=12 | 51..=62)
        && (1..=31).contains(&(born[3] * 10 + born[4]));
    let is_initial = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'9';
    let ends = compact[13].is_ascii_digit() && compact[14..16].iter().all(u8::is_ascii_uppercase);
    is_surname && is_born && compact[11..13].iter().all(is_initial) && ends
}

/// An Irish PPS number: seven digits, a check letter and perhaps a second letter.
pub(super) fn irish_pps(bytes: &[u8]) -> bool {
    const LETTERS: &[u8; 23] = b"WABCDEFGHIJKLMNOPQRSTUV";
    let compact = compact::of(bytes);
    let Some((number, letters)) = compact.split_at_checked(7) else { return false };
    let number = digits::of(number);
    let second = match letters {
        // Since 2013 the second letter counts; the older W and T do not.
        [_, letter @ (b'A' | b'B' | b'H')] => u32::from(letter - b'A' + 1),
        [_] | [_, b'W' | b'T' | b'X'] => 0,
        _ => return false,
    };
    let sum = weighted::sum(&number, &[8, 7, 6, 5, 4, 3, 2]) + 9 * second;
    number.len() == 7 && !digits::all_same(&number) && LETTERS[(sum % 23) as usize] == letters[0]
}

/// A Portuguese NIF: weights modulo 11.
pub(super) fn portuguese_tax(bytes: &[u8]) -> bool {
    compact::digits::<9>(bytes).is_some_and(|digits| {
        let rest = weighted::sum(&digits[..8], &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        let check = if rest < 2 { 0 } else { 11 - rest };
        digits[0] != 0 && !digits::all_same(&digits) && check == u32::from(digits[8])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_numbers() {
        for (text, expected) in [
            ("1955839661", true),
            ("19558 39661", true),
            ("2955839661", false),
            ("2000000000", false),
            ("195583966", false),
        ] {
            assert_eq!(uk_taxpayer(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [
            ("MORGA657054SM9IJ", true),
            ("FOX99 605209 AB1CD", true),
            ("MORGA657054SM9IJ35", true),
            ("MORGA693054SM9IJ", false),
            ("MORGA657404SM9IJ", false),
            ("9ORGA657054SM9IJ", false),
            ("MO9GA657054SM9IJ", false),
            ("MORGA657054SM9I", false),
        ] {
            assert_eq!(uk_driver(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn irish_numbers() {
        for (text, expected) in [
            ("6433435F", true),
            ("6433435FT", true),
            ("6433435FW", true),
            ("6433435OA", true),
            ("6433435IH", true),
            ("6433435VH", false),
            ("6433435E", false),
            ("6433435", false),
            ("643343", false),
        ] {
            assert_eq!(irish_pps(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn portuguese_numbers() {
        for (text, expected) in [
            ("501964843", true),
            ("501 964 843", true),
            ("501964842", false),
            ("001964843", false),
            ("50196484", false),
        ] {
            assert_eq!(portuguese_tax(text.as_bytes()), expected, "{text}");
        }
    }
}
