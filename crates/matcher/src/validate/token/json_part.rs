//! Tokens that carry a JSON object in base64: Mapbox, Sentry's organizations, 1Password, Dropbox and others.

use super::super::base64;
use super::random;

/// Whether the part that starts with `eyJ` decodes to a JSON object, and what stands behind it is random.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some(start) = bytes.windows(3).position(|window| window == b"eyJ") else { return false };
    let encoded = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-=".contains(byte);
    let length = bytes[start..].iter().take_while(|byte| encoded(byte)).count();
    let (object, rest) = bytes[start..].split_at(length);
    is_object(object) && (rest.is_empty() || random::looks_random(&rest[1..]))
}

/// Whether base64 decodes to text between braces.
fn is_object(encoded: &[u8]) -> bool {
    let Some(decoded) = base64::decode(encoded) else { return false };
    let text = std::str::from_utf8(&decoded).unwrap_or_default().trim_end();
    text.starts_with("{\"") && text.ends_with('}') && text.contains("\":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_and_a_random_tail() {
        // Base64 of {"iat":1705311008.5,"org":"acme"} and of {"broken".
        let object = ["eyJpYXQiOjE3MDUzMTEwMDguNSwib3JnIjoi", "YWNtZSJ9"].concat();
        for (text, expected) in [
            (format!("sntrys_{object}_a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8q"), true),
            (format!("sntrys_{object}"), true),
            (format!("sntrys_{object}_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), false),
            ("sntrys_eyJicm9rZW4i_a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8q".to_owned(), false),
            ("sntrys_none".to_owned(), false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
