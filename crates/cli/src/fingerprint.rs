//! The key of the fingerprints.

use anyhow::{Context, bail};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const VARIABLE: &str = "TAGLEAKS_KEY";

/// Names the purpose, so that the same passphrase elsewhere gives another key.
const DOMAIN: &[u8] = b"tagleaks fingerprint key v1";

/// A shorter passphrase would be tried out, and short values with it.
const SHORTEST: usize = 16;

/// Whether fingerprints hold from run to run.
pub(crate) fn is_lasting() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Derives the key from `TAGLEAKS_KEY`; without one, fingerprints hold for this run only.
pub(crate) fn key() -> anyhow::Result<[u8; 32]> {
    match std::env::var_os(VARIABLE) {
        Some(passphrase) if passphrase.is_empty() => {
            bail!("TAGLEAKS_KEY is empty; unset it or give it a long random text")
        }
        Some(passphrase) if passphrase.len() < SHORTEST => {
            bail!(
                "TAGLEAKS_KEY has fewer than {SHORTEST} characters and could be guessed; give it a long random text"
            )
        }
        Some(passphrase) => Ok(derive(passphrase.as_encoded_bytes())),
        None => {
            let mut key = [0; 32];
            getrandom::fill(&mut key).context("cannot get random bytes for the fingerprint key")?;
            Ok(key)
        }
    }
}

fn derive(passphrase: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(DOMAIN).expect("HMAC takes a key of any length");
    mac.update(passphrase);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_depends_on_the_passphrase_alone() {
        assert_eq!(derive(b"a"), derive(b"a"));
        assert_ne!(derive(b"a"), derive(b"b"));
    }
}
