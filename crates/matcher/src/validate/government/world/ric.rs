//! Chinese resident identity number: region, birthday, sequence, and ISO 7064 MOD 11-2 (GB 11643-1999).

use crate::validate::digits::number;

use super::{alphanumeric, calendar};

/// Whether seventeen digits and their check character pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [body @ .., check] = text.as_slice() else { return false };
    let Some(digits) = alphanumeric::digits(body).filter(|digits| digits.len() == 17) else { return false };
    let [year, month, day] = [6..10, 10..12, 12..14].map(|part| number(&digits[part]));
    is_province(number(&digits[..2]))
        && (1900..2030).contains(&year)
        && calendar::is_day(year, month, day)
        && check_character(&digits) == *check
}

/// Provinces by region (GB/T 2260), 71 Taiwan, 81 Hong Kong, 82 Macau, 83 Taiwanese residents, 91 abroad.
fn is_province(code: u32) -> bool {
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91)
}

fn check_character(digits: &[u8]) -> u8 {
    let rest = digits.iter().fold(0, |rest, &digit| (rest + u32::from(digit)) * 2 % 11);
    match (12 - rest) % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("360426199101010071", true),
            // The example of the standard.
            ("11010519491231002X", true),
            ("11010519491231002x", true),
            ("440524188001010014", false),
            ("360426199101010072", false),
            ("360426199113010071", false),
            ("990426199101010071", false),
            ("36042619910101007", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
