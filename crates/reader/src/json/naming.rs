//! Raw text as names and values.

use std::borrow::Cow;

use model::SourceMap;

use super::unescape::{Escapes, unescape};
use crate::limits::NAME;

/// Raw text as a value.
pub(super) fn decode(raw: &[u8]) -> (Cow<'_, [u8]>, SourceMap) {
    match unescape(raw, Escapes::Json) {
        Some((text, source_map)) => (Cow::Owned(text), source_map),
        None => (Cow::Borrowed(raw), SourceMap::default()),
    }
}

/// Raw text as a name: decoded, valid UTF-8, not too long.
pub(super) fn text_of(raw: &[u8]) -> Cow<'_, str> {
    let raw = &raw[..raw.len().min(6 * NAME)];
    let text = match unescape(raw, Escapes::Json) {
        Some((text, _)) => Cow::Owned(String::from_utf8_lossy(&text).into_owned()),
        None => String::from_utf8_lossy(raw),
    };
    let end = text.floor_char_boundary(2 * NAME);
    if end == text.len() { text } else { Cow::Owned(text[..end].to_owned()) }
}

/// Appends a name to a path and says where it stands.
pub(super) fn push_name(path: &mut String, name: &str) -> (u32, u32) {
    if !path.is_empty() {
        path.push('.');
    }
    let start = path.len();
    path.push_str(&name[..name.floor_char_boundary(NAME)]);
    (start as u32, path.len() as u32)
}

/// Appends an index to a path.
pub(super) fn push_index(path: &mut String, index: u64) {
    use std::fmt::Write;
    write!(path, "[{index}]").expect("a string takes any text");
}
