//! The key of a dictionary.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::siphash::Sip;

/// Random bytes of one dictionary, so that equal values have other hashes in another one.
pub type Salt = [u8; 16];

/// Names the purpose, so that the same secret elsewhere gives another key.
const DOMAIN: &[u8] = b"tagleaks dictionary v1\0";

/// Derived from the user's secret and the salt; from the salt alone where there is no secret.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) salt: Salt,
    pub(super) is_secret: bool,
    /// Tells whether a file was made under the same secret.
    pub(super) check: [u8; 8],
    lanes: [u64; 2],
}

impl Key {
    pub(super) fn derive(secret: Option<&[u8; 32]>, salt: Salt) -> Self {
        let mut keyed = Hmac::<Sha256>::new_from_slice(secret.map_or(&[], |secret| &secret[..]))
            .expect("HMAC takes a key of any length");
        keyed.update(DOMAIN);
        keyed.update(&salt);
        let bytes: [u8; 32] = keyed.finalize().into_bytes().into();
        let [one, two, check, _] = [0, 8, 16, 24].map(|at| {
            let mut part = [0; 8];
            part.copy_from_slice(&bytes[at..at + 8]);
            part
        });
        let lanes = [one, two].map(u64::from_le_bytes);
        Self { salt, is_secret: secret.is_some(), check, lanes }
    }

    pub(super) fn hash(&self) -> Sip {
        Sip::new(self.lanes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_and_salt_both_matter() {
        let base = Key::derive(Some(&[1; 32]), [1; 16]);
        for other in [(Some(&[2; 32]), [1; 16]), (Some(&[1; 32]), [2; 16]), (None, [1; 16])] {
            let other = Key::derive(other.0, other.1);
            assert!(other.check != base.check && other.lanes != base.lanes);
        }
        assert_eq!(Key::derive(Some(&[1; 32]), [1; 16]).lanes, base.lanes);
    }
}
