//! Ethereum addresses: 20 bytes in hexadecimal, with the checksum in the case of the letters (EIP-55).

use super::keccak::keccak_256;

/// Whether an address carries the checksum of EIP-55; small letters alone carry none but by chance.
pub(super) fn checksummed(bytes: &[u8]) -> bool {
    hex(bytes).is_some_and(|hex| hex.iter().any(u8::is_ascii_uppercase) && passes(hex))
}

/// Whether a match is an address; letters of both cases must pass EIP-55.
pub(super) fn address(bytes: &[u8]) -> bool {
    let varied = |hex: &[u8]| hex.iter().any(|byte| *byte != hex[0]);
    hex(bytes).is_some_and(|hex| varied(hex) && (!is_mixed(hex) || passes(hex)))
}

fn hex(bytes: &[u8]) -> Option<&[u8]> {
    let hex = bytes.strip_prefix(b"0x")?;
    (hex.len() == 40 && hex.iter().all(u8::is_ascii_hexdigit)).then_some(hex)
}

fn is_mixed(hex: &[u8]) -> bool {
    hex.iter().any(u8::is_ascii_uppercase) && hex.iter().any(u8::is_ascii_lowercase)
}

/// A letter is a capital where the digest of the small letters has a nibble of 8 or more.
fn passes(hex: &[u8]) -> bool {
    let digest = keccak_256(&hex.to_ascii_lowercase());
    hex.iter().enumerate().all(|(index, byte)| {
        let nibble = digest[index / 2] >> (4 * (1 - index % 2)) & 15;
        !byte.is_ascii_alphabetic() || byte.is_ascii_uppercase() == (nibble >= 8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_eip_55() {
        for (text, is_checksummed, is_address) in [
            ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", true, true),
            ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", true, true),
            ("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", true, true),
            ("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", true, true),
            ("0x52908400098527886E0F7030069857D2E4169EE7", true, true), // all capitals
            ("0x52908400098527886E0F7030069857D2E4169EE8", false, true),
            ("0xde709f2102306220921060314715629080e2fb77", false, true), // all small
            ("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", false, false),
            ("0x0000000000000000000000000000000000000000", false, false),
            ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", false, false),
        ] {
            assert_eq!(checksummed(text.as_bytes()), is_checksummed, "{text}");
            assert_eq!(address(text.as_bytes()), is_address, "{text}");
        }
    }
}
