//! Vehicle identification numbers (ISO 3779) with the check digit of 49 CFR 565.

/// Whether 17 characters are a number; the check digit must hold where the law asks for it.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let upper = bytes.to_ascii_uppercase();
    let Some(values) = upper.iter().map(|&byte| value(byte)).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    let n_digits = upper.iter().filter(|byte| byte.is_ascii_digit()).count();
    // The last four are a serial number, and a word or a number alone is none.
    let is_shaped =
        values.len() == 17 && upper[13..].iter().all(u8::is_ascii_digit) && (5..=16).contains(&n_digits);
    is_shaped && (passes(&upper, &values) || !is_checked(upper[0]))
}

/// Makers in North America (1 to 5) and China (L) write a check digit; in Europe few do.
fn is_checked(region: u8) -> bool {
    matches!(region, b'1'..=b'5' | b'L')
}

fn passes(text: &[u8], values: &[u32]) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    text[8] == if sum % 11 == 10 { b'X' } else { b'0' + (sum % 11) as u8 }
}

/// Letters stand for digits in the order of the alphabet, without I, O and Q.
fn value(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 1,
        b'J'..=b'N' => byte - b'J' + 1,
        b'P' => 7,
        b'R' => 9,
        b'S'..=b'Z' => byte - b'S' + 2,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_vehicles() {
        for (text, expected) in [
            ("1HGCM82633A004352", true),
            ("1M8GDM9AXKP042788", true), // the example of the regulation
            ("LJCPCBLCX11000237", true),
            ("WVWZZZ1KZ6W612305", true), // no check digit in Europe
            ("1HGCM82633A004353", false),
            ("1M8GDM9A_KP042788", false),
            ("IHGCM82633A004352", false),
            ("1HGCM82633A00435", false),
            ("11111111111111111", false),
            ("WVWZZZ1KZ6W6123AB", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
