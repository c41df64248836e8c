//! Unique device identifiers (21 CFR 830): item numbers of GS1 and of HIBCC with their check characters; ICCBBA has none.

use crate::validate::digits;

/// Whether a match is the identifier of a device.
pub(super) fn valid(bytes: &[u8]) -> bool {
    match bytes.first() {
        Some(b'(') => bytes.strip_prefix(b"(01)").and_then(|rest| rest.get(..14)).is_some_and(is_item),
        Some(b'+') => is_hibc(bytes),
        Some(b'=') => bytes.len() >= 8,
        _ => is_item(bytes),
    }
}

/// Fourteen digits with weights 3 and 1 (GS1 General Specifications, 7.9).
fn is_item(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let sum: u32 =
        digits.iter().zip([3, 1].iter().cycle()).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    bytes.len() == 14 && digits.len() == 14 && !digits::all_same(&digits) && sum.is_multiple_of(10)
}

/// The label of the ANSI/HIBC 2.6 standard: the sum of all characters modulo 43 comes last.
fn is_hibc(bytes: &[u8]) -> bool {
    const ALPHABET: &[u8; 43] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    let value = |byte: &u8| ALPHABET.iter().position(|known| known == byte);
    let Some((last, body)) = bytes.split_last().filter(|(_, body)| body.len() >= 7) else { return false };
    let sum: Option<usize> = body.iter().map(value).sum();
    sum.is_some_and(|sum| value(last) == Some(sum % 43))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_of_all_agencies() {
        for (text, expected) in [
            ("(01)00844588003288", true),
            ("(01)00844588003288(17)141231(10)7654321D", true),
            ("00844588003288", true),
            ("+A123BJC5D6E71G", true),
            ("+A123BJC5D6E71/$$52001510X9", true),
            ("=/A9999XYZ100T0474=,000025", true),
            ("(01)00844588003289", false),
            ("+A123BJC5D6E71H", false),
            ("(01)00000000000000", false),
            ("(10)7654321D", false),
            ("=", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
