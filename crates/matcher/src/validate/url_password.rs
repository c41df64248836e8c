//! Passwords in the user part of a URL (RFC 3986, section 3.2.1).

use super::placeholder;

/// Whether a URL carries a password that is no stand-in.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Ok(url) = std::str::from_utf8(bytes) else { return false };
    let Some((user, password)) = user_and_password(url) else { return false };
    let public = user.eq_ignore_ascii_case("anonymous") || user.eq_ignore_ascii_case("ftp");
    !public && !is_port(password) && !stands_in(user, password)
}

/// `host:443,jane@…`: what follows is the next item of a list.
fn is_port(password: &str) -> bool {
    password.split_once(',').is_some_and(|(port, _)| {
        (2..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The user part ends at the last `@` before the path, and the user at the first colon.
///
/// The host may be missing, because a match ends where a template stands for it.
fn user_and_password(url: &str) -> Option<(&str, &str)> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (user_part, _host) = authority.rsplit_once('@')?;
    user_part.split_once(':')
}

fn stands_in(user: &str, password: &str) -> bool {
    let pair = password.eq_ignore_ascii_case("password") || password.eq_ignore_ascii_case("pass");
    placeholder::is_template(password)
        || placeholder::is_mask(password)
        || (placeholder::stands_in(password) && (pair || placeholder::stands_in(user)))
        || password.contains('%') && password.to_ascii_lowercase().contains("%7b")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_in_urls() {
        for (user_part, expected) in [
            ("app:S3cr3tPw9x", true),
            (":p4ssw0rdLong", true),
            ("svc:a@b", true),
            ("root:root", true),
            ("admin:secret", true),
            ("user:password", false),
            ("<user>:<password>", false),
            ("{{user}}:{{password}}", false),
            ("${user}:${pw}", false),
            ("$USER:$PASSWORD", false),
            ("user:***", false),
            ("user:xxxxx", false),
            ("%s:%s", false),
            ("anonymous:guest", false),
            ("host:443,jane", false),
            ("app:4xQ,7pLm2", true),
            ("user:", false),
            ("user", false),
        ] {
            let url = format!("postgres://{user_part}@db.internal:5432/orders");
            assert_eq!(valid(url.as_bytes()), expected, "{url}");
        }
        assert!(valid(b"postgres://app:S3cr3tPw9x@"));
        assert!(!valid(b"https://host:443/a:b@c"));
        assert!(!valid(b"https://host/?x=a:b@c"));
    }
}
