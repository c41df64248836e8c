//! The decimal digits of a match, without its separators.

/// Values 0 to 9 in order; everything else is left out.
pub(super) fn of(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0').collect()
}

/// Whether one digit alone fills a number, as in `000-000-0000`.
pub(super) fn all_same(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

/// Whether each digit follows the one before, as in `123456789`.
pub(super) fn ascending(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[1] == (pair[0] + 1) % 10)
}

/// The number that a few digits write.
pub(super) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, &digit| number.wrapping_mul(10).wrapping_add(u32::from(digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_without_separators() {
        assert_eq!(of(b"+1 (2)-3"), [1, 2, 3]);
        assert_eq!(number(&[0, 4, 2]), 42);
        assert!(all_same(&[7, 7]) && !all_same(&[7, 8]));
        assert!(ascending(&[8, 9, 0, 1]) && !ascending(&[1, 3]));
    }
}
