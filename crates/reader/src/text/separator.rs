//! Recognises `=` and `:` between a key and a value, and the key on their left.

use memchr::memmem;

/// Words that stand before a key without being part of it.
const LEADS: [&[u8]; 12] = [
    b"export",
    b"set",
    b"let",
    b"const",
    b"var",
    b"local",
    b"declare",
    b"readonly",
    b"env",
    b"ENV",
    b"ARG",
    b"LABEL",
];

/// Longest key made of several words.
const PHRASE: usize = 48;

/// How far back a word may have begun as a URL.
const WORD: usize = 2048;

/// The bytes of the separator at `at`, if there is one; 0: none.
pub(super) fn length_at(line: &[u8], at: usize) -> usize {
    let next = line.get(at + 1).copied();
    let before = at.checked_sub(1).map(|before| line[before]);
    match line[at] {
        b'=' if next == Some(b'>') => 2,
        b'=' if matches!(next, Some(b'=' | b'~')) || matches!(before, Some(b'=' | b'!' | b'<' | b'>')) => 0,
        b'=' => 1,
        b':' if next == Some(b'=') => 2,
        b':' if before == Some(b':') => 0,
        b':' if next.is_none_or(|next| next.is_ascii_whitespace() || b"\"'{[".contains(&next)) => 1,
        _ => 0,
    }
}

/// The bare key that ends at `at`; `from` is where the segment starts.
pub(super) fn key_before(line: &[u8], (from, at): (usize, usize)) -> Option<(usize, usize)> {
    let segment = line[from..at].trim_ascii_end();
    let end = from + segment.len();
    if let Some(inside) = segment.strip_suffix(b"]") {
        return index_key(inside).map(|(start, length)| (from + start, from + start + length));
    }
    let operator = segment.iter().rev().take_while(|byte| b"+?|*!".contains(byte)).count();
    let end = end - operator;
    let word = word_start(line, from, end);
    if word == end || memmem::find(&line[blank_before(line, from, at)..end], b"://").is_some() {
        return None;
    }
    let spaced = end < at || line[at] == b':';
    let start = if spaced { phrase_start(line, from, (word, end)) } else { word };
    let dashes = line[start..end].iter().take_while(|&&byte| byte == b'-').count();
    (start + dashes < end).then_some((start + dashes, end))
}

/// The quoted name in `tags["Owner"]`, without the last bracket.
fn index_key(inside: &[u8]) -> Option<(usize, usize)> {
    let quote = *inside.last().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let end = inside.len() - 1;
    let start = inside[..end].iter().rposition(|&byte| byte == quote)? + 1;
    (start < end).then_some((start, end - start))
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"_-./@$:%#".contains(&byte)
}

fn word_start(line: &[u8], from: usize, end: usize) -> usize {
    let length = line[from..end].iter().rev().take_while(|&&byte| is_key_byte(byte)).count();
    end - length
}

/// Where the word before `at` starts; an endless word is only looked at from its end.
fn blank_before(line: &[u8], from: usize, at: usize) -> usize {
    let from = from.max(at.saturating_sub(WORD));
    let head = line[from..at].trim_ascii_end();
    head.iter().rposition(u8::is_ascii_whitespace).map_or(from, |blank| from + blank + 1)
}

/// Where a key of several words starts, such as `Date of birth`; its last word where it is no phrase.
fn phrase_start(line: &[u8], from: usize, (word, end): (usize, usize)) -> usize {
    let lead = line[from..end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = from + lead;
    let phrase = &line[start..end];
    let first = phrase.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    let is_phrase = phrase.len() <= PHRASE
        && phrase.iter().all(|&byte| is_key_byte(byte) || b" '()&+*".contains(&byte))
        && !LEADS.contains(&first);
    if is_phrase { start } else { word }
}
