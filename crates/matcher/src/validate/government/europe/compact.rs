//! Letters and digits of a match, without its separators.

/// Capital letters and digits in order; everything else is left out.
pub(super) fn of(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase).collect()
}

/// The decimal digits of a match, if there are as many as a number has.
pub(super) fn digits<const LENGTH: usize>(bytes: &[u8]) -> Option<[u8; LENGTH]> {
    crate::validate::digits::of(bytes).try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_fall_away() {
        assert_eq!(of(b"ab-1 2.C/3"), b"AB12C3");
        assert_eq!(digits(b"1-2 3"), Some([1, 2, 3]));
        assert_eq!(digits::<2>(b"1-2 3"), None);
    }
}
