//! Bech32 and Bech32m, the text form of segregated witness addresses (BIP 173, BIP 350).

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const CHECKSUM: usize = 6;

/// Whether a text is a witness address under a human-readable part such as `bc`.
pub(super) fn witness_address(text: &[u8], prefix: &[u8]) -> bool {
    let is_mixed = text.iter().any(u8::is_ascii_uppercase) && text.iter().any(u8::is_ascii_lowercase);
    let lower = text.to_ascii_lowercase();
    let Some(data) = lower.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(b"1")) else {
        return false;
    };
    let Some(values) = data.iter().map(|&byte| value(byte)).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    let Some(payload) = values.len().checked_sub(CHECKSUM).map(|length| &values[..length]) else {
        return false;
    };
    // Version 0 carries the checksum of BIP 173, all later ones that of BIP 350.
    let constant = match payload.first() {
        Some(0) => 1,
        Some(1..=16) => 0x2bc8_30a3,
        _ => return false,
    };
    !is_mixed && text.len() <= 90 && has_program(payload) && polymod(&expand(prefix), &values) == constant
}

fn value(byte: u8) -> Option<u32> {
    ALPHABET.iter().position(|&known| known == byte).map(|index| index as u32)
}

/// Whether the groups of five bits behind the version hold whole bytes in a length of the version.
fn has_program(payload: &[u32]) -> bool {
    let bits = (payload.len() - 1) * 5;
    let (bytes, padding) = (bits / 8, bits % 8);
    let last = payload.last().copied().unwrap_or(0);
    let is_padded = padding < 5 && last & ((1 << padding) - 1) == 0;
    is_padded && if payload[0] == 0 { bytes == 20 || bytes == 32 } else { (2..=40).contains(&bytes) }
}

fn expand(prefix: &[u8]) -> Vec<u32> {
    let high = prefix.iter().map(|byte| u32::from(byte >> 5));
    let low = prefix.iter().map(|byte| u32::from(byte & 31));
    high.chain([0]).chain(low).collect()
}

fn polymod(prefix: &[u32], values: &[u32]) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    prefix.iter().chain(values).fold(1, |checksum, value| {
        let top = checksum >> 25;
        let shifted = (checksum & 0x1ff_ffff) << 5 ^ value;
        (0..5).filter(|bit| top >> bit & 1 == 1).fold(shifted, |sum, bit| sum ^ GENERATOR[bit])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_bip_173_and_350() {
        for (text, expected) in [
            ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", true),
            ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", true),
            ("BC1SW50QGDZ25J", true),
            ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", true),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true),
            // Invalid by BIP 350: the checksum of the other kind, mixed case, version 17, lengths, padding.
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", false),
            ("BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", false),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", false),
            ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", false),
            ("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", false),
            ("bc1pw5dgrnzv", false),
            ("bc1gmk9yu", false),
            ("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", false),
            ("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", false),
        ] {
            assert_eq!(witness_address(text.as_bytes(), b"bc"), expected, "{text}");
        }
    }
}
