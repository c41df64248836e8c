//! Identities of age: 32 bytes in Bech32 (BIP 173).

/// Whether the checksum of a secret key holds.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let one_case = bytes == lower.as_slice() || bytes == lower.to_ascii_uppercase();
    let Some(place) = lower.iter().rposition(|&byte| byte == b'1').filter(|_| one_case) else { return false };
    let (prefix, body) = (&lower[..place], &lower[place + 1..]);
    let values: Option<Vec<u8>> = body.iter().map(|&byte| value(byte)).collect();
    let Some(values) = values.filter(|values| values.len() == 58) else { return false };
    let is_empty_key = values[..52].iter().all(|&value| value == 0);
    checksum(prefix, &values) == 1 && !is_empty_key
}

fn value(byte: u8) -> Option<u8> {
    const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    ALPHABET.iter().position(|&known| known == byte).map(|index| index as u8)
}

/// The Bech32 checksum over prefix and values, which is 1 where nothing is wrong.
fn checksum(prefix: &[u8], values: &[u8]) -> u32 {
    let high = prefix.iter().map(|byte| byte >> 5);
    let low = prefix.iter().map(|byte| byte & 31);
    high.chain([0]).chain(low).chain(values.iter().copied()).fold(1, step)
}

fn step(check: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = check >> 25;
    let next = (check & 0x01ff_ffff) << 5 ^ u32::from(value);
    let words = GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1);
    words.fold(next, |sum, (_, word)| sum ^ word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_of_bip_173() {
        for (prefix, body, expected) in [
            ("a", "2uel5l", true),
            ("abcdef", "qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", true),
            ("split", "checkupstagehandshakeupstreamerranterredcaperred2y9e3w", true),
            ("split", "checkupstagehandshakeupstreamerranterredcaperrec2y9e3w", false),
            ("b", "2uel5l", false),
        ] {
            let values: Vec<u8> = body.bytes().map(|byte| value(byte).unwrap()).collect();
            assert_eq!(checksum(prefix.as_bytes(), &values) == 1, expected, "{prefix}1{body}");
        }
    }

    #[test]
    fn a_key_without_entropy_is_none() {
        let empty = format!("age-secret-key-1{}", "q".repeat(58));
        for text in [empty.as_str(), "age-secret-key-1", "", "1", "AGE-secret-key-1qq"] {
            assert!(!valid(text.as_bytes()), "{text}");
        }
    }
}
