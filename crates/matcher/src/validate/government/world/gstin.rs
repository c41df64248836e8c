//! Indian goods and services tax number: state, PAN, entity, Z, and a base-36 Luhn character (GST rules).
//!
//! Many libraries check the shape alone, so most shapes in the wild pass there and fail here.

use super::alphanumeric;

/// Whether fifteen characters pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    text.len() == 15 && is_state(&text[..2]) && text[13] == b'Z' && passes(&text)
}

/// State and union territory codes, 97 for other territory.
fn is_state(code: &[u8]) -> bool {
    matches!(code, [b'0', b'1'..=b'9'] | [b'1' | b'2', b'0'..=b'9'] | [b'3', b'0'..=b'8'] | b"97")
}

fn passes(text: &[u8]) -> bool {
    let value = |byte: u8| u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
    let add = |sum: u32, (index, &byte): (usize, &u8)| {
        let product = value(byte) * if index % 2 == 1 { 2 } else { 1 };
        sum + product / 36 + product % 36
    };
    text.iter().rev().enumerate().fold(0, add).is_multiple_of(36)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("27AAPFU0939F1ZV", true),
            ("27aapfu0939f1zv", true),
            ("27AAPFU0939F1ZO", false),
            ("27AAPFU0939F1AA", false),
            ("39AAPFU0939F1ZV", false),
            ("00AAPFU0939F1ZV", false),
            ("27ABCDE1234F1Z5", false),
            ("27AAPFU0939F1Z", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
