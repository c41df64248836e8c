//! Private parts of JSON Web Keys (RFC 7518, section 6).

use super::{base64, entropy};

/// Bytes of the private number on P-256 and Ed25519, P-384, P-521, Ed448, and of RSA keys.
const LENGTHS: [usize; 8] = [32, 48, 57, 66, 128, 256, 384, 512];

/// Whether base64url holds a number of one of the lengths that keys have.
pub(super) fn private_part(bytes: &[u8]) -> bool {
    base64::decode(bytes).is_some_and(|number| LENGTHS.contains(&number.len()))
        && entropy::bits(bytes) > 4.0
        && entropy::n_classes(bytes) == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_keys() {
        let of_rfc_8037 = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
        for (text, expected) in
            [(of_rfc_8037, true), (&of_rfc_8037[..40], false), (&"A".repeat(43), false), ("monday", false)]
        {
            assert_eq!(private_part(text.as_bytes()), expected, "{text}");
        }
    }
}
