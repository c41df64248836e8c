//! The value of a pair: what quotes or tags enclose, or one word.

use model::Span;

use super::separator::Form;
use super::{is_blank, is_quote, skip};

/// The most bytes of a value.
const MAX_VALUE: usize = 512;

/// Schemes of the header `Authorization` that stand before the secret.
const SCHEMES: &[&str] = &["bearer", "token", "apikey", "api-key", "key"];

/// The value that starts where a separator says, and whether something encloses it.
pub(super) fn of(text: &[u8], form: Form) -> Option<(Span, bool)> {
    match form {
        Form::Any(start) => match quote(text, start) {
            Some(open) => quoted(text, open),
            None => bare(text, start).map(|span| (span, false)),
        },
        Form::Element(start) => element(text, start).map(|span| (span, true)),
        Form::Statement(start) => {
            bare(text, start).filter(|span| text.get(span.end) == Some(&b';')).map(|span| (span, false))
        }
    }
}

/// Where the quote stands that opens a value, behind a letter of the language and backslashes.
fn quote(text: &[u8], start: usize) -> Option<usize> {
    // `@"…"` of C#, `r'…'` of Python.
    let prefix = skip(text, start, 1, |byte| b"@rbuL".contains(&byte));
    let escaped = |from| skip(text, from, 3, |byte| byte == b'\\');
    let opens = |open: &usize| text.get(*open).copied().is_some_and(is_quote);
    [start, prefix].into_iter().map(escaped).find(opens)
}

/// The value between quotes, which backslashes may escape; one word where no second quote follows.
fn quoted(text: &[u8], open: usize) -> Option<(Span, bool)> {
    let (quote, first) = (text[open], open + 1);
    let is_escaped = text.get(open.wrapping_sub(1)) == Some(&b'\\');
    let inside = &text[first..text.len().min(first + MAX_VALUE)];
    let is_end =
        |&place: &usize| inside[place] == quote && (is_escaped || place == 0 || inside[place - 1] != b'\\');
    let length = (0..inside.len()).take_while(|&place| inside[place] != b'\n').find(is_end);
    let Some(length) = length else { return bare(text, first).map(|span| (span, false)) };
    let body =
        inside[..length].iter().rposition(|&byte| !is_escaped || byte != b'\\').map_or(0, |last| last + 1);
    let span = Span::new(first + scheme(&inside[..body]), first + body);
    is_whole(&text[span.start..span.end]).then_some((span, true))
}

/// Whether text between quotes is a value and not what stands between two texts: `"password: " + x + "…"`.
fn is_whole(inside: &[u8]) -> bool {
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return false };
    !is_blank(*first) && !is_blank(*last) && !b",+);:]}".contains(first)
}

fn element(text: &[u8], start: usize) -> Option<Span> {
    let inside = &text[start..text.len().min(start + MAX_VALUE)];
    let length = inside.iter().position(|byte| b"<\n".contains(byte))?;
    inside[length..].starts_with(b"</").then(|| Span::new(start, start + length))
}

/// One word, without the marks of the sentence around it, and behind the scheme of a header.
fn bare(text: &[u8], start: usize) -> Option<Span> {
    let word = word(text, start)?;
    if scheme(&text[word.start..text.len().min(word.end + 1)]) > 0 {
        return self::word(text, word.end + 1).or(Some(word));
    }
    Some(word)
}

/// The bytes of a scheme and its blank at the start of a value.
fn scheme(value: &[u8]) -> usize {
    let Some(blank) = value.iter().position(|&byte| byte == b' ') else { return 0 };
    let is_known = SCHEMES.iter().any(|scheme| value[..blank].eq_ignore_ascii_case(scheme.as_bytes()));
    if is_known { blank + 1 } else { 0 }
}

fn word(text: &[u8], start: usize) -> Option<Span> {
    let rest = &text[start.min(text.len())..text.len().min(start + MAX_VALUE)];
    let is_end = |place: usize| {
        let byte = rest[place];
        byte.is_ascii_whitespace()
            || is_quote(byte)
            || b",;&<>".contains(&byte)
            || byte == b'\\' && rest.get(place + 1).is_some_and(|next| b"nrt\"'\\".contains(next))
    };
    let mut length = (0..rest.len()).find(|&place| is_end(place)).unwrap_or(rest.len());
    while length > 0 && closes_outside(&rest[..length]) {
        length -= 1;
    }
    (length > 0).then(|| Span::new(start, start + length))
}

/// Whether a word ends with a mark that belongs to the text around it.
fn closes_outside(word: &[u8]) -> bool {
    let opener = match word.last() {
        Some(b':' | b'*') => return true,
        // Three dots say that something is left out.
        Some(b'.') => return !word.ends_with(b"..."),
        Some(b')') => b'(',
        Some(b']') => b'[',
        Some(b'}') => b'{',
        _ => return false,
    };
    !word.contains(&opener)
}
