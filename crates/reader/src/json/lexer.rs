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
#[inline]
pub(crate) fn skip_space(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at).is_some_and(|&byte| byte > b' ') {
        return at;
    }
    let space = bytes[at..].iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    space.map_or(bytes.len(), |skip| at + skip)
}

/// The end of the string whose content goes on at `from`, past its closing quote.
#[inline]
pub(crate) fn string_end(bytes: &[u8], from: usize) -> End {
    let mut from = from;
    let mut escaped = false;
    while let Some(found) = next_mark(bytes, from) {
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

/// The first quote, backslash or newline at or after `from`.
///
/// Most strings are short, and eight bytes in a register take a third of the time of a call to `memchr3`.
fn next_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..SHORT {
        let Some(word) = bytes.get(at..at + 8) else { break };
        let word = u64::from_le_bytes(word.try_into().expect("a slice of eight bytes"));
        let marks = equal(word, b'"') | equal(word, b'\\') | equal(word, b'\n');
        if marks != 0 {
            return Some(at + marks.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    memchr3(b'"', b'\\', b'\n', bytes.get(at..)?).map(|skip| at + skip)
}

/// Steps of eight bytes after which a string is long.
const SHORT: usize = 6;

/// Marks the bytes that equal `byte`; above the first of them, marks may be false.
const fn equal(word: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let rest = word ^ (ONES * byte as u64);
    rest.wrapping_sub(ONES) & !rest & (ONES << 7)
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

/// What a bare word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Number,
    /// `true`, `null` and their like.
    Name,
}

/// What a bare word is; numbers are checked by their alphabet only.
pub(crate) fn word(word: &[u8]) -> Option<Word> {
    match word {
        b"true" | b"false" | b"null" | b"NaN" | b"Infinity" | b"-Infinity" => Some(Word::Name),
        _ => {
            let is_number = word.iter().any(u8::is_ascii_digit)
                && word.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
            is_number.then_some(Word::Number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_where_a_look_at_each_byte_says() {
        let marks = [b'"', b'\\', b'\n'];
        for length in 0..100 {
            for mark in marks {
                for fill in [b'a', b'"' + 1, b'"' - 1, 0x80 | b'"', 0xFF, 0] {
                    let mut bytes = vec![fill; length];
                    bytes.push(mark);
                    bytes.extend_from_slice(b"\"tail\n");
                    // The newline, after a backslash that hides the quote.
                    let expected = if mark == b'"' { End::At(length + 1, false) } else { End::Broken };
                    assert_eq!(string_end(&bytes, 0), expected, "{length} {fill} {mark}");
                    assert_eq!(string_end(&bytes[..length], 0), End::Beyond, "{length} {fill}");
                }
            }
        }
    }
}
