//! The check digit of ISO/IEC 7812-1.

use super::digits;

/// Whether the digits of a match pass; fewer than two do not.
pub(super) fn valid(bytes: &[u8]) -> bool {
    passes(&digits::of(bytes))
}

/// Whether digits pass.
pub(super) fn passes(digits: &[u8]) -> bool {
    let doubled = |digit: u8| digit * 2 / 10 + digit * 2 % 10;
    let add = |sum: u32, (index, &digit): (usize, &u8)| {
        sum + u32::from(if index % 2 == 1 { doubled(digit) } else { digit })
    };
    digits.len() > 1 && !digits::all_same(digits) && digits.iter().rev().enumerate().fold(0, add) % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_standard() {
        for (text, passes) in [
            ("79927398713", true),
            ("79927398710", false),
            ("4539 1488 0343 6418", true),
            ("4539 1488 0343 6481", false),
            ("0000 0000", false),
            ("", false),
        ] {
            assert_eq!(valid(text.as_bytes()), passes, "{text}");
        }
    }
}
