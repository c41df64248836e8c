//! Credentials of the Basic scheme (RFC 7617).

use super::{base64, placeholder};

/// Whether base64 hides a user and a password.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some(text) = base64::decode(bytes).and_then(|plain| String::from_utf8(plain).ok()) else {
        return false;
    };
    let Some((_, password)) = text.split_once(':') else { return false };
    !password.is_empty() && !text.contains(char::is_control) && !placeholder::stands_in(password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_password_under_base64() {
        for (text, expected) in [
            ("YXBwOlM0Y3IzdFB3OXg=", true), // app:S4cr3tPw9x
            ("YXBw", false),                // app
            ("YXBwOg==", false),            // app:
            ("YXBwOjxwYXNzPg==", false),    // app:<pass>
            ("not base64", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
