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
