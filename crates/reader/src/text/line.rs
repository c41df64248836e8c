//! Turns one line into records.

use std::borrow::Cow;

use memchr::{memchr, memmem};
use model::siblings::{is_default, name_rank, value_rank};
use model::{Place, Position, SourceMap, Span};

use super::parents::{Context, Parents, indent_of, join};
use super::pieces::{Piece, Pieces, Range, split};
use super::siblings::{Line, sibling};
use crate::cursor::Cursor;
use crate::interest::Interest;
use crate::json::{Escapes, unescape};
use crate::limits::{NAME, OVERLAP, WHOLE};
use crate::output::{Field, Output};

/// Which values of a line are called for by another line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Force(u8);

impl Force {
    /// The value of a sibling form.
    pub(super) const VALUE: Self = Self(1);
    /// Text without a key of its own, and the default of what the other line opens.
    pub(super) const BARE: Self = Self(2);

    /// Adds another call.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Gives records of lines in the order of the buffer.
pub(super) struct Emitter<'a> {
    pub(super) bytes: &'a [u8],
    /// Where the records' findings may start, in a window of a long line.
    pub(super) owned: Option<Line>,
    cursor: Cursor,
    parents: Parents,
    /// Lines before this index are known to `parents`.
    known: usize,
}

/// A line that is being given.
struct Current<'a> {
    line: Line,
    text: &'a [u8],
    pieces: Pieces,
    force: Force,
    interest: &'a Interest,
    context: Context,
}

impl<'a> Emitter<'a> {
    /// Starts with a buffer whose index `start` stands at `position`.
    pub(super) fn new(bytes: &'a [u8], position: Position, start: usize) -> Self {
        let cursor = Cursor::new(position, start);
        Self { bytes, owned: None, cursor, parents: Parents::default(), known: 0 }
    }

    /// Gives the records of a line.
    pub(super) fn line(&mut self, line: Line, force: Force, interest: &Interest, output: &mut Output<'_>) {
        let text = &self.bytes[line.0..line.1];
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let context = if self.owned.is_some() { Context::default() } else { self.context(line, text) };
        let current = Current { line, text, pieces: split(text), force, interest, context };
        let mut at = current.pieces.content;
        for index in 0..current.pieces.all.len() {
            let piece = &current.pieces.all[index];
            // A key that goes on over an expression was given with its first value.
            let own_key = piece.key.filter(|key| key.0 >= at);
            self.gap(&current, (at, own_key.map_or(piece.value.0, |key| key.0)), output);
            if let Some(key) = own_key {
                self.key(&current, key, output);
                self.gap(&current, (key.1, piece.value.0.max(key.1)), output);
            }
            self.value(&current, piece, output);
            at = piece.value.1.max(at);
        }
        self.gap(&current, (at, text.len()), output);
    }

    fn context(&mut self, line: Line, text: &[u8]) -> Context {
        while self.known < line.0 {
            let rest = &self.bytes[self.known..line.0];
            let end = self.known + memchr(b'\n', rest).unwrap_or(rest.len());
            self.parents.push(self.bytes, (self.known, end));
            self.known = end + 1;
        }
        self.parents.context(self.bytes, line.0, indent_of(text).unwrap_or(0))
    }

    fn key(&mut self, current: &Current<'_>, key: Range, output: &mut Output<'_>) {
        if current.has_interest(key) {
            let mut path = current.context.path.clone();
            join(&mut path, &current.text_of(key));
            path.push_str("#key");
            self.push(current, (key, 0), (&path, ""), output);
        }
    }

    fn value(&mut self, current: &Current<'_>, piece: &Piece, output: &mut Output<'_>) {
        if piece.value.0 == piece.value.1 {
            return;
        }
        let (name, called) = self.name(current, piece);
        if called || current.has_interest(piece.value) {
            let own =
                piece.key.map(|key| current.text_of(key)).filter(|own| current.is_of_holder(piece, own));
            let path = current.path(piece, own.as_deref().unwrap_or(&name));
            self.push(current, (piece.value, piece.quote), (&path, &name), output);
        }
    }

    /// The key of a value, and whether the key calls for it.
    fn name(&self, current: &Current<'_>, piece: &Piece) -> (String, bool) {
        let Some(key) = piece.key else {
            return (current.bare_key(), current.force.has(Force::BARE));
        };
        let called = current.has_interest(key);
        let own = current.text_of(key);
        if current.is_of_holder(piece, &own) {
            let (holder, calls) = current.holder(piece);
            let name = if holder.is_empty() { own.into_owned() } else { holder };
            return (name, called || calls);
        }
        if value_rank(&own) == 0 {
            return (own.into_owned(), called);
        }
        if let Some(name) = current.inline_sibling(piece) {
            return (current.text_of(name).into_owned(), called || current.has_interest(name));
        }
        let beside = if self.owned.is_none() { sibling(self.bytes, current.line, name_rank) } else { None };
        match beside.filter(|(_, name)| name.value.0 < name.value.1) {
            Some((line, name)) => {
                let range = (line.0 + name.value.0, line.0 + name.value.1.min(name.value.0 + NAME));
                let text = String::from_utf8_lossy(&self.bytes[range.0..range.1]).into_owned();
                (text, called || current.force.has(Force::VALUE))
            }
            None => (own.into_owned(), called || current.force.has(Force::VALUE)),
        }
    }

    /// Gives text between the pieces, where it holds a candidate.
    fn gap(&mut self, current: &Current<'_>, (start, end): Range, output: &mut Output<'_>) {
        let called = current.force.has(Force::BARE) && current.pieces.all.is_empty();
        if start >= end || !called && !current.has_interest((start, end)) {
            return;
        }
        let text = &current.text[start..end];
        if text.iter().all(|byte| byte.is_ascii_whitespace() || b"=:,;{}[]()\"'`".contains(byte)) {
            return;
        }
        let start = start + (text.len() - text.trim_ascii_start().len());
        let end = start + current.text[start..end].trim_ascii_end().len();
        let key = if current.pieces.all.is_empty() { current.bare_key() } else { String::new() };
        let path = current.context.path.clone();
        self.push(current, ((start, end), 0), (&path, &key), output);
    }

    fn push(
        &mut self,
        current: &Current<'_>,
        ((start, end), quote): (Range, u8),
        (path, key): (&str, &str),
        output: &mut Output<'_>,
    ) {
        let start = current.line.0 + start;
        let end = self.block_end((start, current.line.0 + end));
        let raw = &self.bytes[start..end];
        let decoded = if quote == b'"' { unescape(raw, Escapes::Text) } else { None };
        let (value, source_map) = match decoded {
            Some((text, map)) => (Cow::Owned(text), map),
            None => (Cow::Borrowed(raw), SourceMap::default()),
        };
        let owned = match self.owned {
            Some(owned) if owned.0 >= end || owned.1 <= start => return,
            Some(owned) => Some(Span::new(
                decoded_at(&source_map, owned.0.saturating_sub(start)),
                decoded_at(&source_map, owned.1.min(end) - start),
            )),
            None => None,
        };
        let place = Place { position: self.cursor.at(self.bytes, start), source_map };
        output.push(Field { path, key, value: &value, place, owned, arn: None });
    }

    /// The end of a PEM block that starts in this value: it is the one value that goes over many lines.
    fn block_end(&self, (start, end): Line) -> usize {
        let value = &self.bytes[start..end];
        if memmem::find(value, b"-----BEGIN ").is_none() || memmem::find(value, b"-----END ").is_some() {
            return end;
        }
        let rest = &self.bytes[end..self.bytes.len().min(end + OVERLAP.min(WHOLE) / 2)];
        let Some(foot) = memmem::find(rest, b"-----END ") else { return end };
        let label = foot + b"-----END ".len();
        match memmem::find(&rest[label..rest.len().min(label + 64)], b"-----") {
            Some(length) => end + label + length + b"-----".len(),
            None => end,
        }
    }
}

impl Current<'_> {
    fn has_interest(&self, (start, end): Range) -> bool {
        self.interest.any_in(self.line.0 + start, self.line.0 + end)
    }

    fn text_of(&self, (start, end): Range) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.text[start..end.min(start + NAME)])
    }

    /// The key of text that has none in its line.
    fn bare_key(&self) -> String {
        if self.pieces.is_comment { String::new() } else { self.context.key.clone() }
    }

    /// Whether a key says that its value is the one of what it stands in.
    ///
    /// `variable "password" { default = … }`, and `output "password" { value = … }`.
    fn is_of_holder(&self, piece: &Piece, own: &str) -> bool {
        is_default(own) || piece.group == 0 && value_rank(own) > 0 && self.context.is_output()
    }

    /// The name of what a default stands in, and whether it calls for the default.
    fn holder(&self, piece: &Piece) -> (String, bool) {
        match self.pieces.groups.get(piece.group).filter(|_| piece.group > 0) {
            Some(&(_, Some(key))) => (self.text_of(key).into_owned(), self.has_interest(key)),
            Some((_, None)) => (String::new(), false),
            None => (self.context.holder.clone(), self.force.has(Force::BARE)),
        }
    }

    /// The value of the `Key` that stands in the same bracket.
    fn inline_sibling(&self, piece: &Piece) -> Option<Range> {
        let pieces = &self.pieces.all;
        let index = pieces.iter().position(|other| other == piece)?;
        let near = &pieces[index.saturating_sub(4)..pieces.len().min(index + 5)];
        let rank = |other: &&Piece| other.key.map_or(0, |key| name_rank(&self.text_of(key)));
        let names = near.iter().filter(|other| other.group == piece.group && other.value.0 < other.value.1);
        names.max_by_key(rank).filter(|best| rank(best) > 0).map(|best| best.value)
    }

    /// Path of a value: parents above, keys of the brackets around it, and its own name.
    fn path(&self, piece: &Piece, name: &str) -> String {
        let mut around = Vec::new();
        let mut group = piece.group;
        while group > 0 && around.len() < 16 {
            let (parent, key) = self.pieces.groups[group];
            // The key of a bare value is the key before its bracket, and would stand there twice.
            around.extend(key.filter(|key| Some(*key) != piece.key));
            group = parent;
        }
        let mut path = self.context.path.clone();
        for key in around.into_iter().rev() {
            join(&mut path, &self.text_of(key));
        }
        if piece.key.is_some() {
            join(&mut path, name);
        }
        path
    }
}

fn decoded_at(map: &[(u32, u32)], raw: usize) -> usize {
    match map[..map.partition_point(|&(_, known)| known as usize <= raw)].last() {
        Some(&(decoded, known)) => decoded as usize + raw - known as usize,
        None => raw,
    }
}
