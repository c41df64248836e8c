//! Names and paths with `*` and `?`.

/// A pattern that a whole name or path has to fit.
///
/// It is run as a set of states, so that no pattern and no text makes it slow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob {
    parts: Vec<Part>,
    ignores_case: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// One byte.
    Byte(u8),
    /// `?`: any one byte but a slash of a path.
    One,
    /// `*` of a path: any bytes but slashes.
    Segment,
    /// `**` of a path, `*` of a name: any bytes.
    Any,
    /// The next two parts, `Any` and a slash, may be left out: `**/`.
    Optional,
}

impl Glob {
    /// A pattern for names: `*` stands for any text, case does not matter.
    pub fn name(pattern: &str) -> Self {
        let part = |byte| match byte {
            b'*' => Part::Any,
            b'?' => Part::One,
            byte => Part::Byte(byte.to_ascii_lowercase()),
        };
        Self { parts: pattern.bytes().map(part).collect(), ignores_case: true }
    }

    /// A pattern for paths: `*` stays inside a folder, `**` does not, `docs/` is all below `docs`.
    ///
    /// Without a slash at its start it may begin at any folder, so that it does not depend on where a run starts.
    pub fn path(pattern: &str) -> Self {
        let mut rest = pattern.strip_prefix("./").unwrap_or(pattern).as_bytes();
        let mut parts = if rest.starts_with(b"/") { vec![] } else { FOLDERS.to_vec() };
        while let Some((&first, after)) = rest.split_first() {
            rest = after;
            match first {
                b'*' if after.starts_with(b"*/") => {
                    parts.extend(FOLDERS);
                    rest = &after[2..];
                }
                b'*' if after.starts_with(b"*") => {
                    parts.push(Part::Any);
                    rest = &after[1..];
                }
                b'*' => parts.push(Part::Segment),
                b'?' => parts.push(Part::One),
                b'/' if after.is_empty() => parts.extend([Part::Byte(b'/'), Part::Any]),
                byte => parts.push(Part::Byte(byte)),
            }
        }
        Self { parts, ignores_case: false }
    }

    /// Whether the whole text fits.
    pub fn fits(&self, text: &str) -> bool {
        // State `n`: what was read so far fits the first `n` parts.
        let mut states = vec![false; self.parts.len() + 1];
        states[0] = true;
        self.skip(&mut states);
        for byte in text.bytes() {
            let byte = if self.ignores_case { byte.to_ascii_lowercase() } else { byte };
            let mut next = vec![false; states.len()];
            for (index, part) in self.parts.iter().enumerate().filter(|&(index, _)| states[index]) {
                match part {
                    Part::Byte(wanted) => next[index + 1] |= *wanted == byte,
                    Part::One => next[index + 1] |= self.ignores_case || byte != b'/',
                    Part::Segment => next[index] |= byte != b'/',
                    Part::Any => next[index] = true,
                    Part::Optional => {}
                }
            }
            states = next;
            self.skip(&mut states);
        }
        states[self.parts.len()]
    }

    /// Enters the states that need no further byte.
    fn skip(&self, states: &mut [bool]) {
        for (index, part) in self.parts.iter().enumerate() {
            if states[index] {
                match part {
                    Part::Segment | Part::Any => states[index + 1] = true,
                    Part::Optional => {
                        states[index + 1] = true;
                        states[index + 1 + OPTIONAL] = true;
                    }
                    Part::Byte(_) | Part::One => {}
                }
            }
        }
    }
}

/// Any folders, or none.
const FOLDERS: [Part; 1 + OPTIONAL] = [Part::Optional, Part::Any, Part::Byte(b'/')];

/// The number of parts that [`Part::Optional`] lets out.
const OPTIONAL: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_whole_and_in_any_case() {
        for (pattern, text, expected) in [
            ("Owner", "owner", true),
            ("Owner", "Owners", false),
            ("own*", "OwnerMail", true),
            ("*owner", "team/owner", true),
            ("*", "", true),
            ("?wner", "owner", true),
            ("?wner", "wner", false),
            ("*.acme.com", "a.b.acme.com", true),
            ("*.acme.com", "acme.com", false),
            ("acme.com", "acme.com.evil.org", false),
            ("a*b*c", "a--b--b--c", true),
            ("a*b*c", "a--c--b", false),
        ] {
            assert_eq!(Glob::name(pattern).fits(text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn paths_know_folders() {
        for (pattern, text, expected) in [
            ("main.tf", "infra/main.tf", true),
            ("main.tf", "infra/xmain.tf", false),
            ("/main.tf", "infra/main.tf", false),
            ("infra/*.tf", "/srv/repo/infra/main.tf", true),
            ("infra/*.tf", "infra/prod/main.tf", false),
            ("infra/**/*.tf", "infra/main.tf", true),
            ("infra/**/*.tf", "infra/a/b/main.tf", true),
            ("infra/**/a.tf", "infra/ba.tf", false),
            ("docs/", "docs/a/b.md", true),
            ("docs/", "docs", false),
            ("docs/", "mydocs/a", false),
            ("docs/**", "./docs/a/b.md", true),
            ("./docs/*", "docs/a", true),
            ("Tags.*", "Tags.Owner", true),
            ("tags.*", "Tags.Owner", false),
            ("grüße/?.tf", "grüße/a.tf", true),
            ("a/?", "a//", false),
        ] {
            assert_eq!(Glob::path(pattern).fits(text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn no_pattern_is_slow() {
        let (pattern, text) = ("*a".repeat(60), "a".repeat(3000) + "b");
        assert!(!Glob::name(&pattern).fits(&text));
    }
}
