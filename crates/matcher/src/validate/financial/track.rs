//! What a card's magnetic stripe holds (ISO/IEC 7813): the number, a separator, and year and month.

use crate::validate::{card, digits};

/// Whether the data of track 1 or 2 begin with a card that may exist and go on with a month.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let separator = |byte: &u8| matches!(byte, b'=' | b'^' | b'D');
    let Some(end) = bytes.iter().position(separator) else { return false };
    // Track 1 has the name between the number and the month.
    let Some(last) = bytes.iter().rposition(separator) else { return false };
    let Some(month) = bytes.get(last + 3..last + 5) else { return false };
    card::valid(&bytes[..end]) && (1..=12).contains(&digits::number(&digits::of(month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tracks() {
        for (text, expected) in [
            (";4539148803436418=26121011000012345678?", true),
            ("%B4539148803436418^DOE/JANE^2612101100001234?", true),
            (";4539148803436417=26121011000012345678?", false),
            (";4539148803436418=26131011000012345678?", false),
            (";4111111111111111=26121011000012345678?", false),
            ("4539148803436418", false),
            ("4539148803436418=", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
