//! Cookies (RFC 6265): some hold a session, most hold a preference.

use super::placeholder;

/// Whether one of the pairs is named like a session and holds a value.
pub(super) fn of_session(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    text.split(';').filter_map(|pair| pair.trim().split_once('=')).any(|(name, value)| {
        let value = value.trim_matches('"');
        is_session(&name.to_ascii_lowercase()) && value.len() >= 6 && !stands_in(value)
    })
}

fn stands_in(value: &str) -> bool {
    let state = ["active", "expired", "deleted", "strict", "invalid", "anonymous"];
    placeholder::stands_in(value)
        || state.contains(&value.to_ascii_lowercase().as_str())
        || value.to_ascii_lowercase().contains("example")
}

/// Names of sessions and of tokens; a token against forged requests is worth nothing alone.
fn is_session(name: &str) -> bool {
    const PARTS: &[&str] = &["sess", "token", "jwt", "auth", "login", "remember", "ticket", "credential"];
    const NOT: &[&str] = &["csrf", "xsrf", "consent", "timeout", "expires", "requestverification", "storage"];
    let is_id = name == "sid" || [".sid", "_sid", "-sid"].iter().any(|end| name.ends_with(end));
    let sso = name.split(['_', '-', '.']).any(|word| word == "sso");
    (is_id || sso || PARTS.iter().any(|part| name.contains(part)))
        && !NOT.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_and_preferences() {
        for (text, expected) in [
            ("sid=TWlrZQ", true),
            ("theme=dark; JSESSIONID=9f8a7b6c5d4e3f2a", true),
            ("connect.sid=s%3A8fK2mQ; Path=/", true),
            ("__Host-auth=\"8fK2mQxT5v\"; Secure", true),
            ("theme=dark; Path=/", false),
            ("csrftoken=8fK2mQxT5vWz8RbN1cYd7LpE", false),
            ("cookie_consent=accepted; _ga=GA1.2.33.44", false),
            ("session=; Max-Age=0", false),
            ("session=deleted", false),
            ("session=<session>", false),
            ("session=${SESSION}", false),
            ("inside=TWlrZQ9x", false),
            ("sid", false),
        ] {
            assert_eq!(of_session(text.as_bytes()), expected, "{text}");
        }
    }
}
