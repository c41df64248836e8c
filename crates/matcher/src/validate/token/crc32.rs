//! CRC-32 (ISO-HDLC, the one of zip), which most checked tokens end in.

/// The checksum of some bytes.
pub(super) fn of(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

/// A number in the digits of an alphabet, padded with its zero to `N` places.
pub(super) fn digits<const N: usize>(mut number: u32, alphabet: &[u8]) -> [u8; N] {
    let base = u32::try_from(alphabet.len()).expect("alphabets are short");
    let mut digits = [alphabet[0]; N];
    for digit in digits.iter_mut().rev() {
        *digit = alphabet[(number % base) as usize];
        number /= base;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_value_of_the_catalogue() {
        assert_eq!(of(b"123456789"), 0xcbf4_3926);
        assert_eq!(of(b""), 0);
    }

    #[test]
    fn digits_are_padded() {
        for (number, expected) in [(0, *b"0000"), (35, *b"000z"), (36, *b"0010"), (1_679_615, *b"zzzz")] {
            assert_eq!(digits::<4>(number, b"0123456789abcdefghijklmnopqrstuvwxyz"), expected);
        }
    }
}
