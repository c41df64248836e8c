//! Private keys in DER under base64: PKCS#1, PKCS#8, SEC 1 and PKCS#12 begin in ways that nothing else does.

use super::base64;

/// Bytes of base64 that are decoded: enough for the head of every structure.
const HEAD: usize = 96;

/// Whether base64 holds the head of a private key, or of a key store.
pub(super) fn private_key(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD) / 4 * 4];
    base64::decode(head).is_some_and(|der| is_private(&der))
}

/// A sequence whose first member is a version; a certificate starts with a sequence, a public key with an algorithm.
fn is_private(der: &[u8]) -> bool {
    let Some((SEQUENCE, inside)) = element(der) else { return false };
    let Some((version, rest)) = inside.strip_prefix(&[INTEGER, 1]).and_then(|rest| rest.split_first()) else {
        return false;
    };
    match (*version, element(rest)) {
        // PKCS#8: the algorithm, then the key in an octet string.
        (0 | 1, Some((SEQUENCE, algorithm))) => is_octets_behind(rest, algorithm),
        // PKCS#1: the modulus, which is 64 bytes or more.
        (0, Some((INTEGER, _))) => rest.get(1).is_some_and(|&length| length >= 0x40),
        // SEC 1: the number itself.
        (1, Some((OCTETS, _))) => rest.get(1).is_some_and(|length| (20..=66).contains(length)),
        // PKCS#12: content of type data or signed data.
        (3, Some((SEQUENCE, content))) => content.starts_with(PKCS7),
        _ => false,
    }
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
/// The object id 1.2.840.113549.1.7, without its last number.
const PKCS7: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];

/// Tag of the element at the start, and what follows its length; the text may end inside of the element.
fn element(der: &[u8]) -> Option<(u8, &[u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&length, rest) = rest.split_first()?;
    let more = match length {
        0..=0x7f => 0,
        0x81..=0x83 => usize::from(length & 0x7f),
        _ => return None,
    };
    Some((tag, rest.get(more..)?))
}

/// Whether an octet string follows the algorithm, whose length is below 128.
fn is_octets_behind(rest: &[u8], algorithm: &[u8]) -> bool {
    let length = rest.get(1).copied().map_or(0, usize::from);
    algorithm.first() == Some(&0x06) && algorithm.get(length) == Some(&OCTETS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_keys_and_of_public_things() {
        for (text, expected) in [
            ("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7", true), // PKCS#8, RSA
            ("MIIEpAIBAAKCAQEAuGbXWiK3dQTyCbX5xdE4yCuYp0yKmWQr", true),     // PKCS#1
            ("MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg", true),     // PKCS#8, P-256
            ("MHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1a", true),     // SEC 1
            ("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmi", true),     // PKCS#8, Ed25519
            ("MIIJqQIBAzCCCW8GCSqGSIb3DQEHAaCCCWAEgglcMIIJWDCC", true),     // PKCS#12
            ("MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa", false),    // certificate
            ("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuGbX", false),    // public key
            ("MIICijCCAXICAQAwRTELMAkGA1UEBhMCQVUxEzARBgNVBAgM", false),    // certificate request
            ("MIIabcdefghijklmnopqrstuvwxyz", false),
            ("MII", false),
            ("", false),
        ] {
            assert_eq!(private_key(text.as_bytes()), expected, "{text}");
        }
    }
}
