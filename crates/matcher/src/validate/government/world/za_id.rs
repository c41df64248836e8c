//! South African identity number: birthday, sex, citizenship, and Luhn (Home Affairs).

use crate::validate::{digits, luhn};

use super::calendar;

/// Whether thirteen digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.len() == 13
        && calendar::is_yymmdd(&digits[..6])
        && digits[10] <= 2
        && digits[11] >= 8
        && luhn::passes(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("9001015000085", true),
            ("750330 5044 08 9", true),
            ("7503305044088", false),
            ("7513305044089", false),
            // Citizenship 3 to 9 and a digit below 8 before the check are not given out.
            ("9001015000382", false),
            ("9001015000077", false),
            ("900101500008", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
