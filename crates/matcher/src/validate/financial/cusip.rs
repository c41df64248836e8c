//! CUSIP numbers of North American securities: modulus 10 double add double (ANSI X9.6).

/// Whether nine characters pass their check digit.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some((&check, body)) = bytes.split_last().filter(|(_, body)| body.len() == 8) else { return false };
    let mut sum = 0;
    for (index, &byte) in body.iter().enumerate() {
        let Some(value) = value(byte) else { return false };
        let weighed = value * (1 + index as u32 % 2);
        sum += weighed / 10 + weighed % 10;
    }
    u32::from(check.wrapping_sub(b'0')) == (10 - sum % 10) % 10 && body.iter().any(|byte| *byte != body[0])
}

fn value(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'Z' => Some(u32::from(byte - b'A') + 10),
        b'*' => Some(36),
        b'@' => Some(37),
        b'#' => Some(38),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_listed_companies() {
        for (text, expected) in [
            ("037833100", true),
            ("17275R102", true),
            ("38259P508", true),
            ("68389X105", true),
            ("037833101", false),
            ("68389X106", false),
            ("000000000", false),
            ("03783310", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
