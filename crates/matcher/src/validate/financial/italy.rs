//! Italian account numbers (coordinate bancarie): a check letter, then bank (ABI), branch (CAB) and account.

/// Values of 0 to 9 and A to Z at odd places; at even places each is its own number.
#[rustfmt::skip]
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// Whether 23 characters without their separators begin with the letter that the others give.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let compact: Vec<u8> =
        bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase).collect();
    let Some((&letter, rest)) = compact.split_first().filter(|(_, rest)| rest.len() == 22) else {
        return false;
    };
    let value = |byte: u8| usize::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' });
    let sum: u32 = rest
        .iter()
        .enumerate()
        .map(|(index, &byte)| if index % 2 == 0 { ODD[value(byte)] } else { value(byte) as u32 })
        .sum();
    letter.is_ascii_uppercase() && u32::from(letter - b'A') == sum % 26
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_parts_of_international_numbers() {
        for (text, expected) in [
            ("X0542811101000000123456", true),
            ("X 05428 11101 000000123456", true),
            ("U0322509800000000270100", true), // of San Marino, which writes them alike
            ("Y0542811101000000123456", false),
            ("X0542811101000000123465", false),
            ("X054281110100000012345", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
