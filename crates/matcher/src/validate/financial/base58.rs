//! Base58 in Bitcoin's alphabet.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// The longest text that is decoded; addresses are shorter.
const LONGEST: usize = 128;

/// The value of one character.
pub(super) fn value(byte: u8) -> Option<u8> {
    ALPHABET.iter().position(|&known| known == byte).map(|index| index as u8)
}

/// The bytes behind a text with a checksum of four bytes of double SHA-256, which is left out.
pub(super) fn checked(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = decode(text)?;
    let payload = bytes.len().checked_sub(4)?;
    let digest = Sha256::digest(Sha256::digest(&bytes[..payload]));
    let passes = bytes[payload..] == digest[..4];
    bytes.truncate(payload);
    passes.then_some(bytes)
}

/// Base 58 to base 256, big end first; each leading `1` is a zero byte.
fn decode(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut little: Vec<u8> = Vec::with_capacity(text.len());
    for &byte in text {
        let mut carry = u32::from(value(byte)?);
        for place in &mut little {
            carry += u32::from(*place) * 58;
            *place = carry as u8;
            carry >>= 8;
        }
        while carry > 0 {
            little.push(carry as u8);
            carry >>= 8;
        }
    }
    let zeros = text.iter().take_while(|&&byte| byte == b'1').count();
    little.extend(std::iter::repeat_n(0, zeros));
    little.reverse();
    Some(little)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_the_base58_draft() {
        for (text, bytes) in [
            ("2NEpo7TZRRrLZSi2U", b"Hello World!".as_slice()),
            ("11233QC4", b"\0\0\x28\x7f\xb4\xcd"),
            ("", b""),
        ] {
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(bytes), "{text}");
        }
        assert_eq!(decode(b"0OIl"), None);
    }
}
