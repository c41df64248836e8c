//! What stands between a name and its value.

use model::Span;

use super::{is_blank, is_quote, skip};

/// The most blanks around a separator: columns are aligned.
const MAX_BLANKS: usize = 40;
/// The most quotes, backslashes and brackets that close a name.
const MAX_CLOSERS: usize = 8;

/// Where a value starts, and how it must look there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Quoted or not.
    Any(usize),
    /// Text of an XML element.
    Element(usize),
    /// One word that a semicolon ends.
    Statement(usize),
}

/// Where the value of a name starts, if a separator follows the name.
pub(super) fn value_start(text: &[u8], name: Span) -> Option<Form> {
    let close = skip(text, name.end, MAX_CLOSERS, |byte| is_quote(byte) || b"\\[]".contains(&byte));
    let sign = skip(text, close, MAX_BLANKS, is_blank);
    let is_closed = close > name.end;
    let before = name.start.checked_sub(1).map(|place| text[place]);
    let rest = text.get(sign..).unwrap_or_default();
    let length = match rest {
        [b'=', b'=' | b'~', ..] | [b':', b':', ..] => return None,
        [b'=', b'>', ..] | [b':' | b'?' | b'+', b'=', ..] => 2,
        [b'|', b'|', b'=', ..] => 3,
        [b'=', ..] => 1,
        [b':', next, ..] if is_blank(*next) || is_quote(*next) || b"\\@".contains(next) => 1,
        // Parts of ARNs, hosts and images are glued by colons as well.
        [b':', ..] if !is_closed && !before.is_some_and(|byte| b":/@".contains(&byte)) => 1,
        [b'>', ..] if sign == name.end && before == Some(b'<') => return Some(Form::Element(sign + 1)),
        _ if is_closed => return member(text, sign),
        _ => return behind_blank(text, name, sign),
    };
    Some(Form::Any(skip(text, sign + length, MAX_BLANKS, is_blank)))
}

/// The value in `key="password" value="…"` and `"name": "password", "value": "…"`, from behind the name.
fn member(text: &[u8], place: usize) -> Option<Form> {
    let comma = skip(text, place, 1, |byte| byte == b',');
    let word = skip(text, comma, MAX_BLANKS, |byte| is_blank(byte) || is_quote(byte) || byte == b'\\');
    let end = word + b"value".len();
    let is_value = text.get(word..end).is_some_and(|bytes| bytes.eq_ignore_ascii_case(b"value"));
    let sign = skip(text, end, MAX_BLANKS, |byte| is_blank(byte) || is_quote(byte) || byte == b'\\');
    let is_sign = text.get(sign).is_some_and(|byte| b"=:".contains(byte));
    (is_value && is_sign).then(|| Form::Any(skip(text, sign + 1, MAX_BLANKS, is_blank)))
}

/// The value in `the password is …`, `--password …`, `ENV PASSWORD …`, `setx PASSWORD …` and `password …;`.
fn behind_blank(text: &[u8], name: Span, value: usize) -> Option<Form> {
    if value == name.end {
        return None;
    }
    if let Some(rest) =
        text[value..].strip_prefix(b"is").filter(|rest| rest.first().copied().is_some_and(is_blank))
    {
        return Some(Form::Any(skip(text, text.len() - rest.len(), MAX_BLANKS, is_blank)));
    }
    let starts = text.get(value).is_some_and(|byte| !b"-|>=:".contains(byte));
    let before = &text[name.start.saturating_sub(MAX_BLANKS)..name.start];
    let line = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let before = &before[line..];
    // A quote stands before the first word of a value in raw text.
    let is_border = |byte: &u8| byte.is_ascii_whitespace() || is_quote(*byte);
    let word = before.trim_ascii_end().rsplit(is_border).next().unwrap_or_default();
    let is_set = before.ends_with(b"-") || word == b"ENV" || word.eq_ignore_ascii_case(b"setx");
    starts.then_some(if is_set { Form::Any(value) } else { Form::Statement(value) })
}
