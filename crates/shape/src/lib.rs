//! What a regex says about its matches before it runs: their first bytes and their lengths.
//!
//! The build script asks it for built-in detectors and the parser of `tagleaks.toml` for those of users, so that no
//! regex is parsed at start-up.

mod layout;

use model::{ByteSet, Layout, Shape};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The shape of every match; [`Shape::ANY`] where the pattern cannot be parsed, which others have to tell.
pub fn of(pattern: &str) -> Shape {
    parse(pattern).map_or(Shape::ANY, |parsed| shape(&parsed))
}

/// How the matches of a detector of numbers stand around their first digit; `lead` are the bytes that may stand before it.
///
/// One that fits everything where the pattern or the lead cannot be parsed.
pub fn layouts(pattern: &str, lead: &str) -> Vec<Layout> {
    let leads = if lead.is_empty() { Some(ByteSet::NONE) } else { bytes_of(lead) };
    let parsed = parse(pattern).zip(leads);
    let layouts = parsed.map(|(parsed, leads)| layout::layouts(&parsed, |byte| leads.contains(byte)));
    layouts.unwrap_or_else(layout::any)
}

/// As the matcher compiles it.
fn parse(pattern: &str) -> Option<Hir> {
    ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()
}

/// The bytes of a class without its brackets.
fn bytes_of(class: &str) -> Option<ByteSet> {
    let parsed = parse(&format!("[{class}]"))?;
    let mut bytes = ByteSet::NONE;
    add_first(&parsed, &mut bytes);
    Some(bytes)
}

fn shape(hir: &Hir) -> Shape {
    let mut first = ByteSet::NONE;
    let starts_anyhow = add_first(hir, &mut first);
    let properties = hir.properties();
    let shortest = if is_plain(hir) { properties.minimum_len() } else { None };
    let bounded = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Shape {
        first: if starts_anyhow { ByteSet::ALL } else { first },
        shortest: shortest.map_or(0, bounded),
        longest: properties.maximum_len().map_or(u32::MAX, bounded),
    }
}

/// Adds the first bytes of what matches; gives whether nothing at all may match as well.
fn add_first(hir: &Hir, out: &mut ByteSet) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(Class::Unicode(_)) => true,
        HirKind::Literal(literal) => literal.0.first().is_none_or(|&byte| {
            out.insert(byte);
            false
        }),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().flat_map(|range| range.start()..=range.end()).for_each(|byte| {
                out.insert(byte);
            });
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
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => literal.0.iter().all(|&byte| Shape::is_of_run(byte)),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().all(|range| (range.start()..=range.end()).all(Shape::is_of_run))
        }
        HirKind::Class(Class::Unicode(_)) => false,
        HirKind::Repetition(repetition) => is_plain(&repetition.sub),
        HirKind::Capture(capture) => is_plain(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(is_plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_says_what_every_match_has() {
        let any = u32::MAX;
        let table: &[(&str, Option<&str>, u32, u32)] = &[
            (r"\b[0-9]{3}-[0-9]{2,4}\b", Some("0123456789"), 6, 8),
            (r"(?i)\bde ?[0-9]{2}", Some("dD"), 4, 5),
            (r"(?:a|bc)?d+", Some("abd"), 1, any),
            (r"(?P<value>x|y*)", None, 0, any),
            ("ab:c", Some("a"), 0, 4),
            (r"(?:ab|(?:\b))z", Some("az"), 1, 3),
            ("", None, 0, 0),
            ("[a", None, 0, any),
        ];
        for &(pattern, first, shortest, longest) in table {
            let first = first.map_or(ByteSet::ALL, |bytes| ByteSet::of(bytes.as_bytes()));
            assert_eq!(of(pattern), Shape { first, shortest, longest }, "{pattern}");
        }
    }
}
