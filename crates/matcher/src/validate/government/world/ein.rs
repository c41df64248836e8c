//! US employer identification number: nine digits whose first two name an IRS campus.

use crate::validate::digits;

/// Whether the prefix is one that the IRS lists.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let prefix = digits.get(..2).map_or(0, digits::number);
    let listed = matches!(prefix, 1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99);
    digits.len() == 9 && listed && !digits::all_same(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("12-3456789", true),
            ("91-1144442", true),
            ("04-2103594", true),
            ("07-1144442", false),
            ("89-1144442", false),
            ("00-1144442", false),
            ("96-1144442", false),
            ("91-114444", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
