//! Keyed fingerprints: equal for equal values, useless without the key.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Bytes of the digest that are kept: 128 bits, no accidental collision in 10^15 values.
const LENGTH: usize = 16;
const HEX: &[u8; 16] = b"0123456789abcdef";

/// Makes fingerprints under one key.
#[derive(Clone)]
pub(crate) struct Fingerprinter {
    keyed: Hmac<Sha256>,
}

impl Fingerprinter {
    /// Takes the user's key.
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self { keyed: Hmac::new_from_slice(key).expect("HMAC takes a key of any length") }
    }

    /// The fingerprint of a value that a detector found; other detectors give other fingerprints.
    pub(crate) fn of(&self, detector: &str, value: &[u8]) -> String {
        let mut keyed = self.keyed.clone();
        keyed.update(b"tagleaks value v1\0");
        keyed.update(detector.as_bytes());
        keyed.update(b"\0");
        keyed.update(value);
        let digest = keyed.finalize().into_bytes();
        let mut text = String::with_capacity(3 + 2 * LENGTH);
        text.push_str("v1:");
        for byte in &digest[..LENGTH] {
            text.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_detector_and_value_all_matter() {
        let one = Fingerprinter::new(&[1; 32]);
        let base = one.of("email", b"a@b.io");
        assert_eq!(base, one.of("email", b"a@b.io"));
        assert_eq!(base, "v1:7f6b424aee4e424538afd89b8f54a730");
        assert_ne!(base, one.of("phone", b"a@b.io"));
        assert_ne!(base, one.of("email", b"a@b.ip"));
        assert_ne!(base, Fingerprinter::new(&[2; 32]).of("email", b"a@b.io"));
    }
}
