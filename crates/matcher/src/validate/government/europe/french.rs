//! French numbers: the NIR of social security (key 97) and the tax number (modulus 511).

use super::{compact, weighted};

/// The NIR: sex, year, month, department, commune, order and a key of two digits.
pub(super) fn nir(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    if compact.len() != 15 {
        return false;
    }
    let Some(digits) = without_corsica(&compact) else { return false };
    let pair = |place: usize| digits[place] * 10 + digits[place + 1];
    let is_sex = matches!(digits[0], 1..=4 | 7 | 8);
    // From 20 on, the month of a birth is not known well.
    let is_month = matches!(pair(3), 1..=12 | 20..=42 | 50..=99);
    let has_place = pair(5) != 0 && digits[7..13] != [0; 6];
    let key = 97 - weighted::number(&digits[..13]) % 97;
    is_sex && is_month && has_place && key == u64::from(pair(13))
}

/// Digits in which the departments of Corsica, 2A and 2B, are 19 and 18.
fn without_corsica(compact: &[u8]) -> Option<Vec<u8>> {
    let mut digits = compact.to_vec();
    let plain: &[u8] = match &digits[5..7] {
        b"2A" => b"19",
        b"2B" => b"18",
        _ => &compact[5..7],
    };
    digits[5..7].copy_from_slice(plain);
    digits.iter().map(|&byte| byte.is_ascii_digit().then(|| byte - b'0')).collect()
}

/// The tax number of a person (SPI): ten digits modulo 511 are the last three.
pub(super) fn tax(bytes: &[u8]) -> bool {
    compact::digits::<13>(bytes).is_some_and(|digits| {
        let (body, check) = (weighted::number(&digits[..10]), weighted::number(&digits[10..]));
        digits[0] <= 3 && body > 0 && body % 511 == check
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_social_security() {
        for (text, expected) in [
            ("190017505612370", true),
            ("1 90 01 75 056 123 70", true),
            ("2 95 10 99 126 111 93", true),
            ("253072B07300470", true),
            ("253072A07300443", true),
            ("253072C07300443", false),
            ("190017505612371", false),
            ("590017505612370", false),
            ("19001750561237", false),
        ] {
            assert_eq!(nir(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn tax_numbers() {
        for (text, expected) in [
            ("3023217600053", true),
            ("30 23 217 600 053", true),
            ("3023217600054", false),
            ("0000000000000", false),
            ("302321760005", false),
        ] {
            assert_eq!(tax(text.as_bytes()), expected, "{text}");
        }
    }
}
