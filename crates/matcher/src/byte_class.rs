//! A set of bytes, written like the inside of a regex class.

use model::ByteSet;

/// A set of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByteClass(ByteSet);

impl ByteClass {
    /// Parses characters, ranges (`a-z`), `\w`, `\d`, `\xHH` and escaped characters; `-` first or last is itself.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut class = Self(ByteSet::NONE);
        let mut left = text;
        while let Some(item) = next_item(&mut left)? {
            match item {
                Item::Set(contains) => {
                    (0..=255).filter(|byte| contains(*byte)).for_each(|byte| class.0.insert(byte));
                }
                Item::Byte(first) => {
                    let last = match left.strip_prefix('-') {
                        Some(rest) if !rest.is_empty() => {
                            left = rest;
                            match next_item(&mut left)? {
                                Some(Item::Byte(last)) if last >= first => last,
                                _ => return Err(format!("lead {text:?} has a wrong range")),
                            }
                        }
                        _ => first,
                    };
                    (first..=last).for_each(|byte| class.0.insert(byte));
                }
            }
        }
        Ok(class)
    }

    /// Whether the byte is in the set.
    pub(crate) fn contains(&self, byte: u8) -> bool {
        self.0.contains(byte)
    }
}

enum Item {
    Byte(u8),
    Set(fn(u8) -> bool),
}

fn next_item(left: &mut &str) -> Result<Option<Item>, String> {
    let mut characters = left.chars();
    let Some(first) = characters.next() else { return Ok(None) };
    let item = match first {
        '\\' => match characters.next() {
            Some('w') => Item::Set(|byte| byte.is_ascii_alphanumeric() || byte == b'_'),
            Some('d') => Item::Set(|byte| byte.is_ascii_digit()),
            Some('x') => {
                let digits: String = characters.by_ref().take(2).collect();
                let byte = u8::from_str_radix(&digits, 16);
                Item::Byte(byte.map_err(|_| format!("lead has a wrong escape \\x{digits}"))?)
            }
            Some(escaped) if escaped.is_ascii_punctuation() => Item::Byte(escaped as u8),
            other => return Err(format!("lead has an unknown escape \\{}", other.unwrap_or(' '))),
        },
        ascii if ascii.is_ascii() => Item::Byte(ascii as u8),
        other => return Err(format!("lead holds {other:?}, which is not ASCII")),
    };
    *left = characters.as_str();
    Ok(Some(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_what_they_say() {
        let table: &[(&str, &[u8], &[u8])] = &[
            (r"\w.+-", b"aZ09_.+-", b"@ ,"),
            ("+", b"+", b"-1"),
            (r"A-Z \-", b"AZ -", b"a@"),
            (r"\x80-\xff", b"\x80\xff", b"a\x7f"),
        ];
        for (class, inside, outside) in table {
            let parsed = ByteClass::parse(class).unwrap();
            assert!(inside.iter().all(|&byte| parsed.contains(byte)), "{class}");
            assert!(!outside.iter().any(|&byte| parsed.contains(byte)), "{class}");
        }
        assert!(ByteClass::parse("z-a").is_err());
        assert!(ByteClass::parse(r"\q").is_err());
    }
}
