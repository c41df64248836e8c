//! Decodes escapes and remembers where each decoded byte came from.

use model::SourceMap;

/// Which escapes a format knows; unknown ones stay as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// `\uXXXX` with surrogates, and single letters.
    Json,
    /// JSON's and `\xXX`, `\UXXXXXXXX`, as in YAML, HCL and most languages.
    Text,
}

/// The text of a string's raw bytes, and the map back; `None` where nothing is escaped.
pub(crate) fn unescape(raw: &[u8], escapes: Escapes) -> Option<(Vec<u8>, SourceMap)> {
    let mut from = 0;
    let mut text = Vec::new();
    let mut map = Vec::new();
    while let Some(skip) = memchr::memchr(b'\\', &raw[from..]) {
        text.extend_from_slice(&raw[from..from + skip]);
        let at = from + skip;
        let (length, character) = escape_at(&raw[at..], escapes);
        match character {
            Some(character) => {
                text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                map.push((text.len() as u32, (at + length) as u32));
            }
            None => text.extend_from_slice(&raw[at..at + length]),
        }
        from = at + length;
    }
    if from == 0 {
        return None;
    }
    text.extend_from_slice(&raw[from..]);
    if map.is_empty() { None } else { Some((text, map.into())) }
}

/// Length of the escape at the start of `raw` and its character; `None`: not an escape.
fn escape_at(raw: &[u8], escapes: Escapes) -> (usize, Option<char>) {
    let Some(&letter) = raw.get(1) else { return (1, None) };
    let simple = match letter {
        b'"' | b'\\' | b'/' => char::from(letter),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode(raw),
        b'x' if escapes == Escapes::Text => return numeric(raw, 2),
        b'U' if escapes == Escapes::Text => return numeric(raw, 8),
        _ => return (2, None),
    };
    (2, Some(simple))
}

fn numeric(raw: &[u8], n_digits: usize) -> (usize, Option<char>) {
    match hex(raw, 2, n_digits).and_then(char::from_u32) {
        Some(character) => (2 + n_digits, Some(character)),
        None => (2, None),
    }
}

fn unicode(raw: &[u8]) -> (usize, Option<char>) {
    let Some(first) = hex(raw, 2, 4) else { return (2, None) };
    if let Some(character) = char::from_u32(first) {
        return (6, Some(character));
    }
    let second = if raw[6..].starts_with(b"\\u") { hex(raw, 8, 4) } else { None };
    match second.and_then(|second| char::decode_utf16([first as u16, second as u16]).next()?.ok()) {
        Some(character) => (12, Some(character)),
        None => (6, Some(char::REPLACEMENT_CHARACTER)),
    }
}

fn hex(raw: &[u8], from: usize, n_digits: usize) -> Option<u32> {
    let digits = raw.get(from..from + n_digits)?;
    digits.iter().try_fold(0, |value: u32, &digit| Some(value << 4 | char::from(digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_decode_and_map_back() {
        type Row<'a> = (&'a str, Escapes, &'a str, &'a [(u32, u32)]);
        let table: &[Row<'_>] = &[
            (r"a\u0040b", Escapes::Json, "a@b", &[(2, 7)]),
            (r"\n\\n", Escapes::Json, "\n\\n", &[(1, 2), (2, 4)]),
            (r"\ud83d\ude00!", Escapes::Json, "😀!", &[(4, 12)]),
            (r"\ud83d-", Escapes::Json, "\u{FFFD}-", &[(3, 6)]),
            (r"a\x40\/b", Escapes::Text, "a@/b", &[(2, 5), (3, 7)]),
            (r"\q\x40\n", Escapes::Json, "\\q\\x40\n", &[(7, 8)]),
        ];
        for (raw, escapes, text, map) in table {
            let (decoded, source) = unescape(raw.as_bytes(), *escapes).expect("an escape");
            assert_eq!((std::str::from_utf8(&decoded), &source[..]), (Ok(*text), *map), "{raw}");
        }
        for raw in ["plain", r"C:\Program", r"\u12", r"\", r"\uZZZZ"] {
            assert_eq!(unescape(raw.as_bytes(), Escapes::Json), None, "{raw}");
        }
    }
}
