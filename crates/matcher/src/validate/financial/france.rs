//! French account numbers (relevé d'identité bancaire): bank, branch, account and a key modulo 97.

/// Whether 23 characters without their separators carry the right key.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits: Option<Vec<u64>> =
        bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(|&byte| digit(byte)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 23) else { return false };
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0, |number, digit| number * 10 + digit);
    let (bank, branch, account, key) = (part(0, 5), part(5, 10), part(10, 21), part(21, 23));
    let rest = (89 * bank + 15 * branch + 3 * account) % 97;
    account > 0 && key == 97 - rest
}

/// Letters of the account stand for digits: A and J for 1, B, K and S for 2, up to I, R and Z for 9.
fn digit(byte: u8) -> Option<u64> {
    Some(u64::from(match byte.to_ascii_uppercase() {
        digit @ b'0'..=b'9' => digit - b'0',
        letter @ b'A'..=b'I' => letter - b'A' + 1,
        letter @ b'J'..=b'R' => letter - b'J' + 1,
        letter @ b'S'..=b'Z' => letter - b'S' + 2,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_parts_of_international_numbers() {
        for (text, expected) in [
            ("20041010050500013M02606", true),
            ("20041 01005 0500013M026 06", true),
            ("30006 00001 12345678901 89", true),
            ("20041010050500013M02607", false),
            ("20041010050500013M0260", false),
            ("00000000000000000000097", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
