//! Turkish identity number: two check digits (NVI).

use crate::validate::digits;

/// Whether eleven digits pass both checks.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits: Vec<u32> = digits::of(bytes).into_iter().map(u32::from).collect();
    if digits.len() != 11 || digits[0] == 0 {
        return false;
    }
    let every_other = |start: usize| digits[start..9].iter().step_by(2).sum::<u32>();
    // 10 a multiple above the largest sum of even places, so that nothing goes below zero.
    let tenth = (7 * every_other(0) + 40 - every_other(1)) % 10;
    tenth == digits[9] && digits[..10].iter().sum::<u32>() % 10 == digits[10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("10000000146", true),
            ("17291716060", true),
            ("17291716050", false),
            ("17291716092", false),
            ("07291716060", false),
            ("1729171606", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
