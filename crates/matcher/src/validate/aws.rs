//! AWS access keys.

use super::entropy;

/// Whether it is prefix and base32, and not a key of the documentation.
pub(super) fn key_id(bytes: &[u8]) -> bool {
    let Some(body) = bytes.strip_prefix(b"AKIA").or_else(|| bytes.strip_prefix(b"ASIA")) else {
        return false;
    };
    let base32 = body.iter().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'));
    body.len() == 16 && base32 && !contains(body, b"EXAMPLE") && entropy::bits(body) > 2.0
}

/// The account that a key id belongs to: bits 1 to 40 of its base32, in ids given out since 2019.
///
/// Older ids have the first bit unset, and tell nothing. An account id is no secret.
pub(super) fn account_of_key(bytes: &[u8]) -> Option<String> {
    const LAST_ACCOUNT: u64 = 999_999_999_999;
    let bits = bytes
        .get(4..20)?
        .iter()
        .try_fold(0_u128, |bits, &byte| Some(bits << 5 | u128::from(base32(byte)?)))?;
    let is_new = bits >> 79 & 1 == 1;
    let account = (bits >> 39) as u64 & ((1 << 40) - 1);
    (is_new && account <= LAST_ACCOUNT).then(|| format!("Key of account {account:012}."))
}

fn base32(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'2'..=b'7' => Some(byte - b'2' + 26),
        _ => None,
    }
}

/// Whether 40 characters look like the random base64 of a secret key, and not like a digest, a path or a word.
pub(super) fn secret(bytes: &[u8]) -> bool {
    let base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let random = entropy::n_classes(bytes) == 3 && entropy::bits(bytes) > 4.0;
    let hex = bytes.iter().all(u8::is_ascii_hexdigit);
    bytes.len() == 40 && bytes.iter().all(base64) && random && !hex && !contains(bytes, b"EXAMPLE")
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_ids() {
        let alive = ["AKIA", "Q7ZPLMN5XR2TWUVB"].concat();
        for (text, expected) in [
            (alive.as_str(), true),
            ("AKIAIOSFODNN7EXAMPLE", false),
            ("AKIAAAAAAAAAAAAAAAAA", false),
            ("AKIAQ7ZPLMN5XR2TWUV1", false),
            ("AIDAQ7ZPLMN5XR2TWUVB", false),
            ("AKIA", false),
        ] {
            assert_eq!(key_id(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn accounts_of_key_ids() {
        for (text, account) in [
            (["ASIA", "QNZGKIQY56JQ7WML"].concat(), Some("029608264753")),
            (["ASIA", "Y34FZKBOKMUTVV7A"].concat(), Some("609629065308")),
            (["AKIA", "IOSFODNN7EXAMPLE"].concat(), None),
            ("AKIA".to_owned(), None),
            (["AKIA", "0000000000000000"].concat(), None),
        ] {
            let says = account.map(|account| format!("Key of account {account}."));
            assert_eq!(account_of_key(text.as_bytes()), says, "{text}");
        }
    }

    #[test]
    fn secret_keys() {
        let alive = ["q8Zt3vKx1LmP0sRw7YbN", "cE5uHgJ2oTfD9aIiVzXk"].concat();
        for (text, expected) in [
            (alive.as_str(), true),
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", false),
            ("9c1185a5c5e9fc54612808977ee8f548b2258d31", false),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA1", false),
            ("short", false),
        ] {
            assert_eq!(secret(text.as_bytes()), expected, "{text}");
        }
    }
}
