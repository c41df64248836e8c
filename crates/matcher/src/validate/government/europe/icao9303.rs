//! The check digit of ICAO Doc 9303, part 3: weights 7, 3, 1 and letters from A = 10.

use super::compact;

/// The check digit over letters and digits.
pub(super) fn check_digit(characters: &[u8]) -> u32 {
    let value = |character: u8| char::from(character).to_digit(36).unwrap_or(0);
    characters.iter().zip([7, 3, 1].iter().cycle()).map(|(&byte, weight)| value(byte) * weight).sum::<u32>()
        % 10
}

/// Characters of German serial numbers: no vowels, and none that reads like a digit.
const GERMAN: &[u8] = b"CFGHJKLMNPRTVWXYZ0123456789";

/// Whether it is the serial number of a German passport or identity card: nine characters, and perhaps the check digit.
///
/// The ninth character is a part of the serial; only a tenth checks the nine before it.
pub(super) fn german_serial(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    let (serial, check) = compact.split_at(compact.len().min(9));
    let n_digits = serial.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_serial = serial.len() == 9
        && serial[0].is_ascii_uppercase()
        && serial.iter().all(|byte| GERMAN.contains(byte))
        && n_digits >= if check.is_empty() { 3 } else { 1 };
    let checks = match check {
        [] => true,
        [digit] => check_digit(serial) == u32::from(digit.wrapping_sub(b'0')),
        _ => false,
    };
    is_serial && checks
}

/// Whether it is the number of a Polish identity card: three letters, and of six digits the first checks the rest.
pub(super) fn polish_id_card(bytes: &[u8]) -> bool {
    let compact = compact::of(bytes);
    let [a, b, c, check, rest @ ..] = compact.as_slice() else { return false };
    let shaped = [a, b, c].iter().all(|letter| letter.is_ascii_uppercase())
        && rest.len() == 5
        && rest.iter().chain([check]).all(u8::is_ascii_digit);
    // The same weights, with the check digit left out in the middle.
    let serial: Vec<u8> = [*a, *b, *c].iter().chain(rest).copied().collect();
    shaped && check_digit(&serial) == u32::from(check - b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_standard() {
        for (text, expected) in [("520727", 3), ("AB2134<<<", 5), ("L898902C3", 6), ("D23145890", 7)] {
            assert_eq!(check_digit(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn german_serials() {
        for (text, expected) in [
            ("C01X00T478", true),
            ("L01X00T471", true),
            ("L01X00T47", true),
            ("L01X00T472", false),
            ("T220001293", true),
            ("L01XOOT47", false),
            ("CFGHJKLMN", false),
            ("101X00T47", false),
            ("LWWC9HMZL3", true),
            ("LWWC9HMZL", false),
        ] {
            assert_eq!(german_serial(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn polish_cards() {
        for (text, expected) in [
            ("ABA300000", true),
            ("ABA300001", false),
            ("ABS 123456", true),
            ("AYW036733", true),
            ("AYW136733", false),
            ("AB1234567", false),
        ] {
            assert_eq!(polish_id_card(text.as_bytes()), expected, "{text}");
        }
    }
}
