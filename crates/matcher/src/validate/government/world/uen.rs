//! Singapore business numbers UEN in their three forms, each with a check letter modulo 11 (ACRA).

use super::{alphanumeric, weights};

/// Whether the check letter belongs to the rest.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [body @ .., check] = text.as_slice() else { return false };
    let expected = match (text.len(), text.first()) {
        (9, Some(b'0'..=b'9')) => business(body),
        (10, Some(b'0'..=b'9')) => company(body),
        (10, _) => other(body),
        _ => None,
    };
    expected == Some(*check)
}

/// Businesses: eight digits.
fn business(body: &[u8]) -> Option<u8> {
    let digits = alphanumeric::digits(body)?;
    Some(b"XMKECAWLJDB"[(weights::sum(&digits, &[10, 4, 9, 3, 8, 2, 7, 1]) % 11) as usize])
}

/// Local companies: the year and five digits.
fn company(body: &[u8]) -> Option<u8> {
    let digits = alphanumeric::digits(body)?;
    let is_year = (b"1800".as_slice()..=b"2099").contains(&&body[..4]);
    is_year.then(|| b"ZKCMDNERGWH"[(weights::sum(&digits, &[10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) as usize])
}

/// All others: century letter, year, two letters of the entity's type, four digits.
fn other(body: &[u8]) -> Option<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";
    const WEIGHTS: [u32; 9] = [4, 3, 5, 3, 10, 2, 2, 5, 7];
    let [century, year @ .., _, _, _, _, _, _] = body else { return None };
    let digits = [year, &body[5..]].concat();
    if !b"RST".contains(century) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut sum = 0;
    for (byte, weight) in body.iter().zip(WEIGHTS) {
        sum += ALPHABET.iter().position(|known| known == byte)? as u32 * weight;
    }
    Some(ALPHABET[((sum + 6) % 11) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("00192200M", true),
            ("53125226D", true),
            ("197401143C", true),
            ("201434292D", true),
            ("S16FC0121D", true),
            ("T01FC6132D", true),
            ("R16RF0037F", true),
            ("53125226E", false),
            ("201434292E", false),
            ("T01FC6132E", false),
            ("X01FC6132D", false),
            ("53125226", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
