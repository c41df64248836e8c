//! Indonesian identity number: region, birthday with 40 more for women, sequence (Dukcapil).

use crate::validate::digits;

use super::calendar;

/// Whether sixteen digits have a province and a birthday.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 16 {
        return false;
    }
    let [province, regency, day, month, year] =
        [0, 2, 6, 8, 10].map(|at| digits::number(&digits[at..at + 2]));
    let year = if year <= 25 { 2000 + year } else { 1900 + year };
    let day = if day > 40 { day - 40 } else { day };
    // Codes of Kemendagri: Sumatra to Papua, with gaps.
    let known = matches!(province, 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97);
    known && regency != 0 && calendar::is_day(year, month, day) && digits[12..] != [0; 4]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("3171011708450001", true),
            ("3171015708450001", true),
            ("3171014108450001", true),
            ("3171014008450001", false),
            ("3171013208450001", false),
            ("3171011713450001", false),
            ("0071011708450001", false),
            ("3171011708450000", false),
            ("317101170845000", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
