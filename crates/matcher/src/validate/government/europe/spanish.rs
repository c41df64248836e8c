//! Spanish numbers: DNI, NIE and NIF of persons, CIF of companies, NUSS of social security.

use super::{calendar, compact, weighted};
use crate::validate::{digits, luhn};

/// A DNI, an NIE or the NIF of a person: the number modulo 23 names the letter.
pub(super) fn person(bytes: &[u8]) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let mut compact = compact::of(bytes);
    // Old cards leave out a leading zero.
    if compact.len() == 8 && compact[0].is_ascii_digit() {
        compact.insert(0, b'0');
    }
    let [first, rest @ .., letter] = compact.as_slice() else { return false };
    let prefix = match first {
        b'0'..=b'9' => first - b'0',
        b'X' | b'K' | b'L' | b'M' => 0,
        b'Y' => 1,
        b'Z' => 2,
        _ => return false,
    };
    let number: Vec<u8> = [prefix].into_iter().chain(digits::of(rest)).collect();
    let all_digits = rest.len() == 7 && number.len() == 8;
    all_digits
        && !matches!(weighted::number(&number), 0 | 99_999_999)
        && !is_recent_day(&number)
        && LETTERS[(weighted::number(&number) % 23) as usize] == *letter
}

/// Whether eight digits are a day since 2000: `20240115A` is a build of that day, and hardly ever a person.
fn is_recent_day(number: &[u8]) -> bool {
    let part = |from: usize, to: usize| weighted::number(&number[from..to]) as u32;
    matches!(part(0, 4), 2000..=2039) && calendar::is_day(part(0, 4), part(4, 6), part(6, 8))
}

/// The tax number of a company: Luhn, written as a digit or as a letter.
pub(super) fn company(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    let [kind, number @ .., control] = compact.as_slice() else { return false };
    let mut digits = digits::of(number);
    if !b"ABCDEFGHJNPQRSUVW".contains(kind) || number.len() != 7 || digits.len() != 7 {
        return false;
    }
    let check = match control {
        // Sources disagree about which kinds write a digit and which a letter.
        b'0'..=b'9' => control - b'0',
        b'J' => 0,
        b'A'..=b'I' => control - b'A' + 1,
        _ => return false,
    };
    digits.push(check);
    luhn::passes(&digits)
}

/// The number of social security: province, number, and both modulo 97.
pub(super) fn social_security(bytes: &[u8]) -> bool {
    compact::digits::<12>(bytes).is_some_and(|digits| {
        let province = weighted::number(&digits[..2]);
        let number = weighted::number(&digits[2..10]);
        let base = if number < 10_000_000 {
            province * 10_000_000 + number
        } else {
            province * 100_000_000 + number
        };
        province > 0 && number > 0 && base % 97 == weighted::number(&digits[10..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons() {
        for (text, expected) in [
            ("12345678Z", true),
            ("54362315-K", true),
            ("54.362.315-K", true),
            ("1111111G", true),
            ("1111111H", false),
            ("1234567L", true),
            ("X1234567L", true),
            ("X-2482300W", true),
            ("Y1234567X", true),
            ("Z1234567R", true),
            ("K1234567L", true),
            ("12345678A", false),
            ("X1234567A", false),
            ("A1234567L", false),
            ("00000000T", false),
            ("20240115T", false),
            ("20241315G", true),
            ("123456789Z", false),
        ] {
            assert_eq!(person(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn companies() {
        for (text, expected) in [
            ("J99216582", true),
            ("A13585625", true),
            ("J99216583", false),
            ("M1234567L", false),
            ("P2800000J", false),
            ("A1358562E", true),
            ("J9921658", false),
        ] {
            assert_eq!(company(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn social_security_numbers() {
        for (text, expected) in [
            ("281234567840", true),
            ("28 12345678 40", true),
            ("281234567841", false),
            ("000000000000", false),
            ("28123456784", false),
        ] {
            assert_eq!(social_security(text.as_bytes()), expected, "{text}");
        }
    }
}
