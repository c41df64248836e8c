//! The month in which a card expires.

use crate::validate::digits;

/// Whether a match is a month with a year from 2000 to 2059: `02/29`, `02-2029`, `2029-02`, `Feb 2029`.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [first, second] if first.len() == 4 => is_year(first) && is_month(second),
        [first, second] => is_month(first) && is_year(second),
        [both] if both.len() == 4 => {
            both.split_at_checked(2).is_some_and(|(month, year)| is_month(month) && is_year(year))
        }
        _ => false,
    }
}

fn is_month(text: &str) -> bool {
    const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    let named = || {
        text.get(..3).is_some_and(|start| MONTHS.split(' ').any(|month| month.eq_ignore_ascii_case(start)))
    };
    match text.parse::<u32>() {
        Ok(number) => (1..=12).contains(&number) && text.len() <= 2,
        Err(_) => named(),
    }
}

fn is_year(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits::number(&digits::of(text.as_bytes()));
    is_number && if text.len() == 2 { year < 60 } else { text.len() == 4 && (2000..2060).contains(&year) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_with_years() {
        for (text, expected) in [
            ("02/29", true),
            ("2/29", true),
            ("02-2029", true),
            ("2029-02", true),
            ("Feb 2029", true),
            ("September/29", true),
            ("0229", true),
            ("13/29", false),
            ("00/29", false),
            ("02/99", false),
            ("Foo 2029", false),
            ("02/29/30", false),
            ("2929", false),
            ("true", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
