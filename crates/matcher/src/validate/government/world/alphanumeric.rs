//! Letters and digits of a match, in capitals and without separators.

/// The letters and digits in order; everything else is left out.
pub(super) fn of(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase).collect()
}

/// Values of decimal digits; `None` where one is something else.
pub(super) fn digits(bytes: &[u8]) -> Option<Vec<u8>> {
    bytes.iter().map(|&byte| byte.is_ascii_digit().then(|| byte - b'0')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_fall_away() {
        assert_eq!(of(b"s-1 2.z"), b"S12Z");
        assert_eq!(digits(b"042"), Some(vec![0, 4, 2]));
        assert_eq!(digits(b"04a"), None);
    }
}
