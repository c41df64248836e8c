//! Passwords with a slash, a question mark or a hash in a URL, where the rules of URLs end the host.

use super::secret;

/// Whether text before `@` is a password, and no port with a path behind it.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let n_digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_port =
        (2..=5).contains(&n_digits) && bytes.get(n_digits).is_some_and(|byte| b"/?#".contains(byte));
    !is_port && secret::mixed(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_ports() {
        for (text, expected) in [
            ("q#8fK2mQxT5v", true),
            ("8fK2/mQxT5v", true),
            ("5432/app?user=jane", false),
            ("6379/0", false),
            ("${pw}#1", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
