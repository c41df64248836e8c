//! Machine-readable lines of passports: three check digits with weights 7, 3, 1 (ICAO 9303 part 4).

/// Whether the second line of a passport passes: number, birthday, expiry and the digit over all.
pub(super) fn passport(bytes: &[u8]) -> bool {
    let fields = [(0..9, 9), (13..19, 19), (21..27, 27)];
    let Ok(line) = <&[u8; 44]>::try_from(bytes) else { return false };
    let all = [&line[0..10], &line[13..20], &line[21..43]].concat();
    let checks = fields.iter().all(|(field, check)| check_digit(&line[field.clone()]) == Some(line[*check]));
    checks && check_digit(&all) == Some(line[43])
}

/// The check digit of a field: digits, letters from 10 on, and `<` for nothing.
fn check_digit(field: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (&byte, weight) in field.iter().zip([7, 3, 1].into_iter().cycle()) {
        sum += weight
            * match byte {
                b'0'..=b'9' => u32::from(byte - b'0'),
                b'A'..=b'Z' => u32::from(byte - b'A') + 10,
                b'<' => 0,
                _ => return None,
            };
    }
    Some(b'0' + (sum % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specimen_of_the_standard() {
        for (line, expected) in [
            ("L898902C36UTO7408122F1204159ZE184226B<<<<<10", true),
            ("L898902C37UTO7408122F1204159ZE184226B<<<<<10", false),
            ("L898902C36UTO7408123F1204159ZE184226B<<<<<10", false),
            ("L898902C36UTO7408122F1204159ZE184226B<<<<<11", false),
            ("L898902C36UTO7408122F1204159ZE184226B<<<<<1", false),
        ] {
            assert_eq!(passport(line.as_bytes()), expected, "{line}");
        }
    }
}
