//! Whether a word in raw text may belong to a key that calls for a detector.
//!
//! A key such as `Owner` stands on nearly every resource, so its word alone must not cost the parsing of a record.
//! Where the text around it has the plain form of a JSON member or of a sibling pair, key and value are known and
//! judged at once; everywhere else the answer is yes.

use model::siblings::{name_rank, value_rank};

use crate::confirm::{Caches, Confirm};
use crate::matcher::{FieldScratch, KeyCache, KeyRoles, Matcher, Scratch};
use crate::pairs;

/// The most bytes of a key on either side of one of its words.
const MAX_KEY: usize = 128;
/// The most bytes of a value that is judged in place.
const MAX_VALUE: usize = 1024;

/// Raw text and the buffers to judge it with.
pub(crate) struct RawKey<'a> {
    pub(crate) matcher: &'a Matcher,
    pub(crate) bytes: &'a [u8],
    pub(crate) keys: &'a mut KeyCache,
    pub(crate) caches: &'a mut Caches,
}

impl Matcher {
    /// Whether a value may hold what its key calls for, the key and the value being known.
    pub(crate) fn may_be_called(&self, key: &str, value: &[u8], scratch: &mut Scratch) -> bool {
        let Scratch { field: FieldScratch { caches, .. }, keys, .. } = scratch;
        let roles = keys.roles(self, key);
        let has_number = || value.iter().any(|byte| byte.is_ascii_digit() || !byte.is_ascii());
        !roles.numbers.is_empty() && has_number()
            || !roles.detectors.is_empty()
                && (value.len() > MAX_VALUE
                    || RawKey { matcher: self, bytes: value, keys, caches }.matches(&roles, 0, value.len()))
    }
}

impl RawKey<'_> {
    /// Whether the word at `place` may be a part of a key that calls for a detector and gets a match.
    pub(crate) fn may_call(&mut self, place: usize) -> bool {
        let bytes = self.bytes;
        let before = &bytes[place.saturating_sub(MAX_KEY)..place];
        let after = &bytes[place..bytes.len().min(place + MAX_KEY)];
        let start = place - before.iter().rev().take_while(|&&byte| is_key_byte(byte)).count();
        let end = place + after.iter().take_while(|&&byte| is_key_byte(byte)).count();
        let is_cut = place - start == MAX_KEY || end - place == MAX_KEY;
        let Ok(text) = std::str::from_utf8(&bytes[start..end]) else { return true };
        let is_quoted = start > 0 && is_quote(bytes[start - 1]) && bytes.get(end) == Some(&bytes[start - 1]);
        if is_cut || !is_quoted || text.contains(": ") {
            return is_cut || self.matcher.phrases.text_calls(text, &self.matcher.keyed);
        }
        self.quoted_may_call(start, end, text)
    }

    /// Whether the word at `place` may be a part of the name of a pair that a value holds.
    ///
    /// What stands before the value may seem to be a part of the name here, so vetoes are not heard.
    pub(crate) fn may_be_a_name(&self, place: usize) -> bool {
        pairs::at(self.bytes, place).is_some_and(|pair| {
            let name = String::from_utf8_lossy(&self.bytes[pair.name.start..pair.name.end]);
            self.matcher.phrases.text_calls(&name, &self.matcher.keyed)
        })
    }

    /// The same for a whole quoted text, which is a key, the name in a sibling pair, or a value.
    fn quoted_may_call(&mut self, start: usize, end: usize, text: &str) -> bool {
        let follow = skip_space(self.bytes, end + 1);
        let value = if self.bytes.get(follow).is_some_and(|byte| b":=".contains(byte)) {
            self.scalar(follow + 1)
        } else {
            match self.name_before(start - 1) {
                Some(name) if name_rank(name) > 0 => self.sibling_value(follow),
                Some(_) => return false,
                None => None,
            }
        };
        let roles = self.keys.roles(self.matcher, text);
        match value {
            _ if roles.detectors.is_empty() => false,
            Some((from, to)) => self.matches(&roles, from, to),
            None => true,
        }
    }

    /// The name of the member whose value opens with the quote at `quote`.
    fn name_before(&self, quote: usize) -> Option<&str> {
        let before = self.bytes[quote.saturating_sub(MAX_KEY)..quote].trim_ascii_end();
        let before = before.strip_suffix(b":").or_else(|| before.strip_suffix(b"="))?.trim_ascii_end();
        let before = before.strip_suffix(b"\"").or_else(|| before.strip_suffix(b"'")).unwrap_or(before);
        let length =
            before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        std::str::from_utf8(&before[before.len() - length..]).ok().filter(|name| !name.is_empty())
    }

    /// The value of `, "Value": "…"` at `place`.
    fn sibling_value(&self, place: usize) -> Option<(usize, usize)> {
        let open = skip_space(self.bytes, place + 1);
        let is_next = self.bytes.get(place) == Some(&b',') && self.bytes.get(open) == Some(&b'"');
        let length =
            is_next.then(|| self.bytes[open + 1..].iter().take(MAX_KEY).position(|&byte| byte == b'"'))??;
        let name = std::str::from_utf8(&self.bytes[open + 1..open + 1 + length]).ok()?;
        let colon = skip_space(self.bytes, open + length + 2);
        (value_rank(name) > 0 && self.bytes.get(colon) == Some(&b':')).then(|| self.scalar(colon + 1))?
    }

    /// A quoted scalar without escapes at `place`, after white space, without its quotes.
    fn scalar(&self, place: usize) -> Option<(usize, usize)> {
        let open = skip_space(self.bytes, place);
        let quote = *self.bytes.get(open).filter(|byte| is_quote(**byte))?;
        let inside = &self.bytes[open + 1..self.bytes.len().min(open + 1 + MAX_VALUE)];
        let length = inside.iter().position(|&byte| byte == quote || b"\\\n".contains(&byte))?;
        (inside[length] == quote).then_some((open + 1, open + 1 + length))
    }

    fn matches(&mut self, roles: &KeyRoles, from: usize, to: usize) -> bool {
        let value = &self.bytes[from..to];
        roles.detectors.iter().any(|&index| {
            let compiled = &self.matcher.detectors[index];
            let mut confirm = Confirm { index, compiled, caches: self.caches };
            let mut from = 0;
            while let Some(found) = confirm.in_value(value, from) {
                if compiled.accepts(&value[found.span.start..found.span.end]) {
                    return true;
                }
                from = found.span.end.max(from + 1);
            }
            false
        })
    }
}

fn skip_space(bytes: &[u8], place: usize) -> usize {
    let space = bytes.get(place..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace());
    place + space.count()
}

const fn is_quote(byte: u8) -> bool {
    byte == b'"' || byte == b'\''
}

/// Bytes that keys are made of, as far as raw text shows them.
fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b" _-.:/+@#".contains(&byte)
}
