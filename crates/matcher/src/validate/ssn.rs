//! Ranges of US social security numbers and of taxpayer numbers of the same form.

use super::digits;

/// Whether nine digits are a social security number that may have been given out.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let Some((area, group, serial)) = parts(&digits) else { return false };
    let ranges = !matches!(area, 0 | 666 | 900..) && group != 0 && serial != 0;
    ranges && !digits::all_same(&digits) && !ADVERTISED.contains(&digits::number(&digits))
}

/// Whether nine digits are an individual taxpayer identification number.
pub(super) fn itin(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let Some((area, group, _)) = parts(&digits) else { return false };
    area >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// Numbers that were printed in advertisements and in examples.
const ADVERTISED: &[u32] = &[78_051_120, 219_099_999, 123_456_789, 457_555_462];

fn parts(digits: &[u8]) -> Option<(u32, u32, u32)> {
    (digits.len() == 9)
        .then(|| (digits::number(&digits[..3]), digits::number(&digits[3..5]), digits::number(&digits[5..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn social_security_numbers() {
        for (text, expected) in [
            ("536-90-4399", true),
            ("536 90 4399", true),
            ("078-05-1123", true),
            ("078-05-1120", false),
            ("123-45-6789", false),
            ("666-12-3456", false),
            ("000-12-3456", false),
            ("987-65-4321", false),
            ("536-00-4399", false),
            ("536-90-0000", false),
            ("111-11-1111", false),
            ("53690439", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn taxpayer_numbers() {
        for (text, expected) in [
            ("912-70-1234", true),
            ("999-88-1234", true),
            ("912-93-1234", false),
            ("987-66-4321", false),
            ("812-70-1234", false),
        ] {
            assert_eq!(itin(text.as_bytes()), expected, "{text}");
        }
    }
}
