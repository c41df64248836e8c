//! Finds the ends of JSON's tokens.

use memchr::{memchr, memchr3, memmem};

/// Where a token ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// One past its last byte, and whether it holds an escape.
    At(usize, bool),
    /// Beyond the buffer.
    Beyond,
    /// It does not follow the grammar.
    Broken,
}

/// The first byte at or after `at` that is not white space.
pub(crate) fn skip_space(bytes: &[u8], at: usize) -> usize {
    let space = bytes[at..].iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    space.map_or(bytes.len(), |skip| at + skip)
}

/// The end of the string whose content goes on at `from`, past its closing quote.
pub(crate) fn string_end(bytes: &[u8], from: usize) -> End {
    let mut from = from;
    let mut escaped = false;
    while let Some(skip) = bytes.get(from..).and_then(|rest| memchr3(b'"', b'\\', b'\n', rest)) {
        let found = from + skip;
        match bytes[found] {
            b'"' => return End::At(found + 1, escaped),
            b'\\' => {
                escaped = true;
                from = found + 2;
            }
            _ => return End::Broken,
        }
    }
    End::Beyond
}

/// The end of a number or word.
pub(crate) fn word_end(bytes: &[u8], at: usize) -> End {
    let length = bytes[at..].iter().position(|&byte| !is_word(byte));
    match length {
        Some(0) => End::Broken,
        Some(length) => End::At(at + length, false),
        None => End::Beyond,
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

/// The end of the comment at `at`.
pub(crate) fn comment_end(bytes: &[u8], at: usize) -> End {
    let end = match bytes.get(at + 1) {
        Some(b'/') => memchr(b'\n', &bytes[at..]),
        Some(b'*') => memmem::find(&bytes[at + 2..], b"*/").map(|skip| skip + 4),
        Some(_) => return End::Broken,
        None => None,
    };
    end.map_or(End::Beyond, |length| End::At(at + length, false))
}

/// Whether a bare word is a value of JSON; numbers are checked by their alphabet only.
pub(crate) fn is_value(word: &[u8]) -> bool {
    match word {
        b"true" | b"false" | b"null" | b"NaN" | b"Infinity" | b"-Infinity" => true,
        _ => {
            word.iter().any(u8::is_ascii_digit)
                && word.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
        }
    }
}
