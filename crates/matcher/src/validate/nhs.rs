//! The check digit of the NHS number (NHS Data Dictionary, modulus 11).

use super::digits;

/// Whether ten digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 10 || digits::all_same(&digits) {
        return false;
    }
    let sum: u32 =
        digits[..9].iter().zip(2_u32..).map(|(&digit, place)| u32::from(digit) * (12 - place)).sum();
    (11 - sum % 11) % 11 == u32::from(digits[9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_dictionary() {
        for (text, expected) in [
            ("9434765919", true),
            ("943 476 5919", true),
            ("4010232137", true),
            ("9434765918", false),
            ("0000000000", false),
            ("943476591", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
