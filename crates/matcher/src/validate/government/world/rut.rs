//! Chilean number RUT (and RUN): modulo 11 with weights 2 to 7 from the right, and K for 10.

use super::alphanumeric;

/// Whether seven or eight digits and their check character pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    let [body @ .., check] = text.as_slice() else { return false };
    let Some(digits) = alphanumeric::digits(body).filter(|digits| matches!(digits.len(), 7 | 8)) else {
        return false;
    };
    let weights = (2_u32..=7).cycle();
    let sum: u32 = digits.iter().rev().zip(weights).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    let expected = match (11 - sum % 11) % 11 {
        10 => b'K',
        digit => b'0' + digit as u8,
    };
    expected == *check && !digits.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("12.531.909-2", true),
            ("12531909-2", true),
            ("76086428-5", true),
            ("12.531.909-3", false),
            ("12.531.919-K", true),
            ("12531919-k", true),
            ("11.111.111-1", false),
            ("531.909-2", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
