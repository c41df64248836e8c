//! Monero addresses: Base58 in blocks of eight bytes, and four bytes of Keccak-256 at the end.

use super::base58;
use super::keccak::keccak_256;

/// Characters of a whole block, and of the last one of a standard address (69 bytes = 8 · 8 + 5).
const BLOCK: usize = 11;

/// Network bytes: a standard address, an integrated one, a subaddress.
const NETWORKS: [u8; 3] = [18, 19, 42];

/// Whether a match is an address on the main network.
pub(super) fn valid(bytes: &[u8]) -> bool {
    if !matches!(bytes.len(), 95 | 106) {
        return false;
    }
    let Some(decoded) = bytes.chunks(BLOCK).map(block).collect::<Option<Vec<_>>>() else { return false };
    let decoded = decoded.concat();
    let Some((payload, checksum)) = decoded.split_last_chunk::<4>() else { return false };
    NETWORKS.contains(&payload[0]) && keccak_256(payload)[..4] == *checksum
}

/// A block of 11 characters gives 8 bytes, one of 7 gives 5: as many as its digits can hold.
fn block(text: &[u8]) -> Option<Vec<u8>> {
    let length = match text.len() {
        BLOCK => 8,
        7 => 5,
        _ => return None,
    };
    let number =
        text.iter().try_fold(0_u128, |number, &byte| Some(number * 58 + u128::from(base58::value(byte)?)))?;
    let bytes = number.to_be_bytes();
    let (overflow, value) = bytes.split_at(bytes.len() - length);
    overflow.iter().all(|&byte| byte == 0).then(|| value.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The donation address of the Monero project, and one that its documentation uses.
    const DONATIONS: &str =
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";
    const SUBADDRESS: &str =
        "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H";

    #[test]
    fn published_addresses() {
        let wrong = DONATIONS.replace("44AF", "44AG");
        for (text, expected) in
            [(DONATIONS, true), (SUBADDRESS, true), (&wrong, false), (&DONATIONS[1..], false)]
        {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
