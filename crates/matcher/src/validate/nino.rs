//! Prefixes of UK national insurance numbers (HMRC manual NIM39110).

/// Whether two letters, six digits and a suffix from A to D are a number that is given out.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let compact: Vec<u8> = bytes.iter().filter(|&&byte| byte != b' ').map(u8::to_ascii_uppercase).collect();
    let [first, second, digits @ .., suffix] = compact.as_slice() else { return false };
    let letters = prefix(*first, *second) && (b'A'..=b'D').contains(suffix);
    let one_digit = digits.windows(2).all(|pair| pair[0] == pair[1]);
    letters && digits.len() == 6 && digits.iter().all(u8::is_ascii_digit) && !one_digit
}

fn prefix(first: u8, second: u8) -> bool {
    let letters = first.is_ascii_uppercase() && second.is_ascii_uppercase();
    let barred = b"DFIQUV".contains(&first) || b"DFIQUVO".contains(&second);
    letters && !barred && !matches!(&[first, second], b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_suffixes() {
        for (text, expected) in [
            ("AB123456C", true),
            ("AB 12 34 56 C", true),
            ("QQ123456C", false),
            ("GB123456C", false),
            ("AO123456C", false),
            ("AB123456E", false),
            ("AB12345C", false),
            ("AA999999A", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
