//! Bitcoin addresses of all three kinds: pay to key hash, pay to script hash, segregated witness.

use super::{base58, bech32};

/// Whether a match is an address on the main network.
pub(super) fn valid(bytes: &[u8]) -> bool {
    if bytes.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(b"bc1")) {
        return bech32::witness_address(bytes, b"bc");
    }
    // A version byte, 0 or 5, and a hash of 20 bytes; a hash of nothing but zeros burns money.
    base58::checked(bytes).is_some_and(|payload| {
        payload.len() == 21 && matches!(payload[0], 0 | 5) && payload[1..].iter().any(|&byte| byte != 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_addresses() {
        for (text, expected) in [
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true),
            ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", true),
            ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", true),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", true),
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", false),
            ("1111111111111111111114oLvT2", false),
            ("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", false), // test network
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false),
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
