//! Mexican person code CURP: name letters, birthday, sex, state, and a check digit (RENAPO).

use crate::validate::digits::number;

use super::{alphanumeric, calendar};

/// Whether eighteen characters have a day, a state and the right check digit.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    if text.len() != 18 {
        return false;
    }
    let Some(day) = alphanumeric::digits(&text[4..10]) else { return false };
    let state = STATES.split(' ').any(|state| state.as_bytes() == &text[11..13]);
    state && is_birthday(&day, text[16]) && check(&text[..17]) == Some(text[17])
}

/// A digit in place 17 stands for a birth before 2000, a letter for one since.
fn is_birthday(day: &[u8], century: u8) -> bool {
    let first_year = if century.is_ascii_digit() { 1900 } else { 2000 };
    calendar::is_day(first_year + number(&day[..2]), number(&day[2..4]), number(&day[4..]))
}

fn check(text: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (&byte, weight) in text.iter().zip((2_u32..=18).rev()) {
        sum += value(byte)? * weight;
    }
    Some(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// 0 to 9, A to N, Ñ, O to Z: letters behind N count one more because of the Ñ.
fn value(byte: u8) -> Option<u32> {
    Some(match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'N' => u32::from(byte - b'A') + 10,
        b'O'..=b'Z' => u32::from(byte - b'A') + 11,
        _ => return None,
    })
}

/// The 32 states, and NE for who was born abroad.
const STATES: &str =
    "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_with_and_without_the_right_check() {
        for (text, expected) in [
            ("BOXW310820HNERXN09", true),
            ("boxw310820hnerxn09", true),
            ("BOXW310820HNERXN08", false),
            ("BOXW311320HNERXN09", false),
            ("BOXW310820HXXRXN09", false),
            ("GARC040229HDFRRLA7", true),
            ("GARC030229HDFRRLA7", false),
            ("BOXW310820HNERXN0", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
