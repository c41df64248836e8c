//! The domain of an e-mail address or URL.

/// The host of a URL or the part behind the last `@`, in lower case; `None` where there is neither.
pub(super) fn domain_of(text: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(text);
    let host = match text.split_once("://") {
        Some((_, rest)) => {
            let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
            authority.rsplit('@').next().unwrap_or(authority)
        }
        None => text.rsplit_once('@')?.1,
    };
    let end = host.find(|letter: char| !is_of_domain(letter)).unwrap_or(host.len());
    let domain = host[..end].trim_end_matches('.');
    (!domain.is_empty()).then(|| domain.to_lowercase())
}

fn is_of_domain(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '.'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_counts_and_nothing_that_looks_like_one() {
        for (text, expected) in [
            ("jane@Acme.com", Some("acme.com")),
            ("jane@acme.com.", Some("acme.com")),
            ("jane@acme.com.evil.org", Some("acme.com.evil.org")),
            ("acme.com@evil.org", Some("evil.org")),
            ("jane@acme.com@evil.org", Some("evil.org")),
            ("https://svc:pass@db.acme.com:5432/acme.org", Some("db.acme.com")),
            ("https://evil.org/?x=jane@acme.com", Some("evil.org")),
            ("https://evil.org#@acme.com", Some("evil.org")),
            ("https://acme.com@evil.org/", Some("evil.org")),
            ("mailto:jane@acme.com", Some("acme.com")),
            ("jane@müller.de", Some("müller.de")),
            ("no domain", None),
            ("jane@", None),
            ("", None),
        ] {
            assert_eq!(domain_of(text.as_bytes()).as_deref(), expected, "{text}");
        }
    }
}
