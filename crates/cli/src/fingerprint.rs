//! What is derived from `TAGLEAKS_KEY`: the key of the fingerprints, and the secret of dictionaries.

use std::ffi::OsString;

use anyhow::{Context, bail};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const VARIABLE: &str = "TAGLEAKS_KEY";

/// Names the purpose, so that the same passphrase elsewhere gives another key.
const FINGERPRINTS: &[u8] = b"tagleaks fingerprint key v1";
const DICTIONARIES: &[u8] = b"tagleaks dictionary secret v1";

/// A shorter passphrase would be tried out, and short values with it.
const SHORTEST: usize = 16;

/// Whether fingerprints hold from run to run.
pub(crate) fn is_lasting() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Derives the key from `TAGLEAKS_KEY`; without one, fingerprints hold for this run only.
pub(crate) fn key() -> anyhow::Result<[u8; 32]> {
    passphrase()?.map_or_else(random, |passphrase| Ok(derive(FINGERPRINTS, passphrase.as_encoded_bytes())))
}

/// Derives the secret of dictionaries from `TAGLEAKS_KEY`, where it is set.
pub(crate) fn dictionary_secret() -> anyhow::Result<Option<[u8; 32]>> {
    Ok(passphrase()?.map(|passphrase| derive(DICTIONARIES, passphrase.as_encoded_bytes())))
}

/// Random bytes that no other dictionary has.
pub(crate) fn salt() -> anyhow::Result<matcher::Salt> {
    let mut salt = matcher::Salt::default();
    getrandom::fill(&mut salt).context("cannot get random bytes for the salt")?;
    Ok(salt)
}

/// A key for this run only.
pub(crate) fn random() -> anyhow::Result<[u8; 32]> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).context("cannot get random bytes for a key")?;
    Ok(key)
}

fn passphrase() -> anyhow::Result<Option<OsString>> {
    match std::env::var_os(VARIABLE) {
        Some(passphrase) if passphrase.is_empty() => {
            bail!("TAGLEAKS_KEY is empty; unset it or give it a long random text")
        }
        Some(passphrase) if passphrase.len() < SHORTEST => {
            bail!(
                "TAGLEAKS_KEY has fewer than {SHORTEST} characters and could be guessed; give it a long random text"
            )
        }
        passphrase => Ok(passphrase),
    }
}

fn derive(domain: &[u8], passphrase: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(domain).expect("HMAC takes a key of any length");
    mac.update(passphrase);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_depends_on_passphrase_and_purpose_alone() {
        assert_eq!(derive(FINGERPRINTS, b"a"), derive(FINGERPRINTS, b"a"));
        assert_ne!(derive(FINGERPRINTS, b"a"), derive(FINGERPRINTS, b"b"));
        assert_ne!(derive(FINGERPRINTS, b"a"), derive(DICTIONARIES, b"a"));
    }
}
