//! Addresses whose signs are spelled out, to keep them from being collected or because a tag cannot hold them.

/// The address as a mail program takes it.
pub(super) fn plain(text: &str) -> String {
    let mut plain = text.to_ascii_lowercase();
    for (signs, sign) in [(AT, "@"), (DOT, ".")] {
        for spelled in signs {
            plain = plain.replace(spelled, sign);
        }
    }
    plain.chars().filter(|character| !character.is_whitespace()).collect()
}

// With brackets first: what stands between words alone may be one of them.
const AT: &[&str] = &["(at)", "[at]", "{at}", "<at>", "(a)", "[a]", "-at-", "_at_", " at "];
const DOT: &[&str] =
    &["(dot)", "[dot]", "{dot}", "<dot>", "(punkt)", "[.]", "(.)", "-dot-", "_dot_", " dot "];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_come_back() {
        for (text, expected) in [
            ("jane (at) acme dot io", "jane@acme.io"),
            ("Jane[at]acme[.]io", "jane@acme.io"),
            ("jane AT mail DOT acme DOT io", "jane@mail.acme.io"),
            ("matthew-at-acme.io", "matthew@acme.io"),
            ("jane@acme.io", "jane@acme.io"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
