//! What a regex says about its matches before it runs: their first bytes and their lengths.

use regex_automata::util::syntax;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::byte_class::ByteClass;
use crate::compiled::syntax_config;

/// Bytes that numbers and codes hold beside letters and digits.
pub(crate) const RUN_BYTES: &[u8] = b" -./()&<+_,#";

/// What every match of a regex has.
pub(crate) struct Shape {
    /// The bytes that one starts with; `None` where any may.
    first: Option<ByteClass>,
    /// The fewest bytes of one; 0 where it may hold what no number does.
    shortest: usize,
    longest: usize,
}

impl Shape {
    pub(crate) fn of(pattern: &str) -> Self {
        let Ok(parsed) = syntax::parse_with(pattern, &syntax_config()) else {
            return Self { first: None, shortest: 0, longest: usize::MAX };
        };
        let mut first = Vec::new();
        let starts_anyhow = add_first(&parsed, &mut first);
        let properties = parsed.properties();
        let shortest = if is_plain(&parsed) { properties.minimum_len() } else { None };
        Self {
            first: (!starts_anyhow).then(|| ByteClass::of(&first)),
            shortest: shortest.unwrap_or(0),
            longest: properties.maximum_len().unwrap_or(usize::MAX),
        }
    }

    /// Whether a match may start at one of the bytes.
    pub(crate) fn may_start_in(&self, bytes: &[u8]) -> bool {
        self.first.as_ref().is_none_or(|first| bytes.iter().any(|&byte| first.contains(byte)))
    }

    /// Whether a match may have so many bytes at the least, and at the most: a word is not cut, and a match of plain
    /// bytes does not leave the run.
    pub(crate) const fn may_have_length(&self, word: usize, run: usize) -> bool {
        word <= self.longest && run >= self.shortest
    }
}

/// Adds the first bytes of what matches; gives whether nothing at all may match as well.
fn add_first(hir: &Hir, out: &mut Vec<u8>) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(Class::Unicode(_)) => true,
        HirKind::Literal(literal) => literal.0.first().is_none_or(|&byte| {
            out.push(byte);
            false
        }),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().for_each(|range| out.extend(range.start()..=range.end()));
            false
        }
        HirKind::Repetition(repetition) => add_first(&repetition.sub, out) || repetition.min == 0,
        HirKind::Capture(capture) => add_first(&capture.sub, out),
        HirKind::Concat(parts) => parts.iter().all(|part| add_first(part, out)),
        HirKind::Alternation(parts) => parts.iter().fold(false, |empty, part| add_first(part, out) | empty),
    }
}

/// Whether a match holds only bytes that a run around a number holds.
fn is_plain(hir: &Hir) -> bool {
    let is_plain_byte =
        |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || RUN_BYTES.contains(&byte);
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => literal.0.iter().all(|&byte| is_plain_byte(byte)),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().all(|range| (range.start()..=range.end()).all(is_plain_byte))
        }
        HirKind::Class(Class::Unicode(_)) => false,
        HirKind::Repetition(repetition) => is_plain(&repetition.sub),
        HirKind::Capture(capture) => is_plain(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(is_plain),
    }
}
