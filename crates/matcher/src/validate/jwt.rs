//! JSON Web Tokens (RFC 7519).

use super::base64;

/// Whether three parts stand there, of which the first is a JOSE header and the second a JSON object.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let mut parts = bytes.split(|&byte| byte == b'.');
    let (Some(header), Some(payload), Some(_signature)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    object(header).is_some_and(|header| header.contains("\"alg\"")) && object(payload).is_some()
}

/// The text of a part that has the outline of a JSON object.
fn object(part: &[u8]) -> Option<String> {
    let text = String::from_utf8(base64::decode(part)?).ok()?;
    (text.trim_start().starts_with('{') && text.trim_end().ends_with('}')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_payload_are_read() {
        let signature = "dBjftJeZ4CVP-mBHZ8qWnQ0X9Yk2hLr5Ts7uVw1xYzA";
        for (head, expected) in [
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0", true),
            ("eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiIxIn0", false),
            ("eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24", false),
            ("eyJhbGciOiJIUzI1NiJ9", false),
        ] {
            assert_eq!(valid(format!("{head}.{signature}").as_bytes()), expected, "{head}");
        }
    }
}
