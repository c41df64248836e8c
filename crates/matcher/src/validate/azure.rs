//! Keys of Azure storage accounts.

use super::{base64, entropy};

/// Whether it decodes to 64 random bytes, or 32 as those of its message queues, and is not the key that the storage emulator publishes.
pub(super) fn storage_key(bytes: &[u8]) -> bool {
    let decoded = base64::decode(bytes).is_some_and(|key| matches!(key.len(), 32 | 64));
    decoded && !is_of_emulator(bytes) && entropy::bits(bytes) > 4.0
}

/// Whether it is the key that the storage emulator publishes.
pub(super) fn is_of_emulator(bytes: &[u8]) -> bool {
    bytes.starts_with(EMULATOR)
}

/// Start of the well-known key of the account `devstoreaccount1`.
const EMULATOR: &[u8] = b"Eby8vdM02xNOcqFlqUwJPLlm";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_four_bytes() {
        let alive = format!("{}==", "aB3dE6gH9jK2mN5pQ8rS1tU4vW7x".repeat(4)[..86].to_owned());
        let emulator = format!("{}{}==", "Eby8vdM02xNOcqFlqUwJPLlm", &alive[..62]);
        for (text, expected) in [
            (alive.as_str(), true),
            (emulator.as_str(), false),
            (&alive[..84], false),
            (&format!("{}==", "A".repeat(86)), false),
        ] {
            assert_eq!(storage_key(text.as_bytes()), expected, "{text}");
        }
    }
}
