//! Brazilian company number CNPJ: two check digits modulo 11, with letters since 2026 (IN RFB 2229/2024).

use super::alphanumeric;

/// Whether twelve characters and two check digits pass.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    if text.len() != 14 || text.windows(2).all(|pair| pair[0] == pair[1]) {
        return false;
    }
    check(&text[..12]) == text[12] && check(&text[..13]) == text[13]
}

/// The digit over what stands before it; a letter counts its code less 48, so A is 17.
fn check(text: &[u8]) -> u8 {
    let weights = (2_u32..=9).cycle();
    let sum: u32 =
        text.iter().rev().zip(weights).map(|(&byte, weight)| u32::from(byte - b'0') * weight).sum();
    match sum % 11 {
        0 | 1 => b'0',
        rest => b'0' + (11 - rest) as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_and_without_the_right_check() {
        for (text, expected) in [
            ("11.222.333/0001-81", true),
            ("11222333000181", true),
            // The tax office's own example of the form with letters.
            ("12.ABC.345/01DE-35", true),
            ("12.ABC.345/01DE-36", false),
            // A rest of 1 gives 0.
            ("11.222.347/0001-03", true),
            ("11.222.333/0001-82", false),
            ("11.222.333/0001-71", false),
            ("00.000.000/0000-00", false),
            ("11.222.333/0001-8", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
