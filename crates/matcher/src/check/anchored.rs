//! Whether every match of a regex holds one of its anchors.
//!
//! Walks through the regex with the set of endings that a match without an anchor may have so far. Where the set is
//! empty at the end, there is no such match. An ending is kept as far as it may be the start of an anchor, so there
//! are no more endings than the anchors have bytes, and loops come to an end. Word borders are taken as if they
//! always held: the answer may be a wrong no, never a wrong yes.

use std::collections::BTreeSet;

use model::Texts;
use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

/// The start of an anchor that a match ends with, in lower case.
type Endings = BTreeSet<Vec<u8>>;

/// Whether every match holds one of the literals, whatever its case: so does the prefilter look for them.
pub(super) fn every_match_holds_one(regex: &Hir, literals: &Texts) -> bool {
    let anchors = literals.iter().map(|literal| literal.to_ascii_lowercase().into_bytes()).collect();
    let walk = Walk { anchors };
    walk.through(regex, Endings::from([vec![]])).is_empty()
}

struct Walk {
    anchors: Vec<Vec<u8>>,
}

impl Walk {
    /// The endings behind a part of the regex.
    fn through(&self, part: &Hir, endings: Endings) -> Endings {
        match part.kind() {
            HirKind::Empty | HirKind::Look(_) => endings,
            HirKind::Literal(literal) => literal.0.iter().fold(endings, |endings, &byte| {
                self.behind(&endings, &BTreeSet::from([byte.to_ascii_lowercase()]))
            }),
            HirKind::Class(class) => self.behind(&endings, &bytes_of(class)),
            HirKind::Capture(capture) => self.through(&capture.sub, endings),
            HirKind::Concat(parts) => parts.iter().fold(endings, |endings, part| self.through(part, endings)),
            HirKind::Alternation(parts) => {
                parts.iter().flat_map(|part| self.through(part, endings.clone())).collect()
            }
            HirKind::Repetition(repetition) => self.repeated(repetition, endings),
        }
    }

    fn repeated(&self, repetition: &Repetition, mut endings: Endings) -> Endings {
        let Repetition { min, max, sub, .. } = repetition;
        for _ in 0..*min {
            let next = self.through(sub, endings.clone());
            if next == endings {
                break;
            }
            endings = next;
        }
        let mut all = endings.clone();
        for _ in *min..max.unwrap_or(u32::MAX) {
            endings = self.through(sub, endings);
            let n_known = all.len();
            all.extend(endings.iter().cloned());
            if all.len() == n_known {
                break;
            }
        }
        all
    }

    /// Each ending with each of the bytes behind it; those that complete an anchor are gone.
    fn behind(&self, endings: &Endings, bytes: &BTreeSet<u8>) -> Endings {
        let mut next = Endings::new();
        for (ending, byte) in endings.iter().flat_map(|ending| bytes.iter().map(move |byte| (ending, byte))) {
            let ending = [ending.as_slice(), &[*byte]].concat();
            if !self.anchors.iter().any(|anchor| ending.ends_with(anchor)) {
                next.insert(self.start_of_anchor(&ending).to_vec());
            }
        }
        next
    }

    /// The longest end of a text that an anchor starts with.
    fn start_of_anchor<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        let mut ends = (0..text.len()).map(|start| &text[start..]);
        ends.find(|end| self.anchors.iter().any(|anchor| anchor.starts_with(end))).unwrap_or_default()
    }
}

/// The bytes of a class, in lower case; a letter of more than one byte ends with one that no anchor is known for.
fn bytes_of(class: &Class) -> BTreeSet<u8> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
        Class::Unicode(class) => {
            class.iter().map(|range| (range.start().into(), range.end().into())).collect()
        }
    };
    let bytes = ranges.into_iter().flat_map(|(start, end)| start..=end.min(0x100));
    bytes.map(|byte| u8::try_from(byte).unwrap_or(0).to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use regex_automata::util::syntax;

    use super::*;
    use crate::compiled::syntax_config;

    #[test]
    fn a_match_without_an_anchor_is_seen() {
        for (regex, anchors, expected) in [
            (r"\bBDG-[0-9]{6}\b", &["BDG-"][..], true),
            (r"\bBDG-[0-9]{6}\b", &["badge"], false),
            (r"(?i)\bbdg-[0-9]{6}\b", &["BDG-"], true),
            (r"gh[pousr]_[a-z]+", &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], true),
            (r"gh[pousr]_[a-z]+", &["ghp_", "gho_", "ghu_", "ghs_"], false),
            (r"(?:foo|bar)-[0-9]", &["foo", "bar-"], true),
            (r"(?:foo|baz)-[0-9]", &["foo", "bar-"], false),
            (r"(?:foo)?[0-9]", &["foo"], false),
            (r"(?:foo)+[0-9]", &["foo"], true),
            (r"(?:foo){2,3}[0-9]", &["foofoo"], true),
            (r"(?:foo){1,3}[0-9]", &["foofoo"], false),
            (r"[a-z]+@[a-z]+", &["@"], true),
            (r"[a-z]+@?[a-z]+", &["@"], false),
            (r"fo[^x]bar", &["fobar"], false),
            (r"foo[^x]*bar", &["foobar"], false),
            (r"foo[^x]*bar", &["bar"], true),
            (r"a(?P<value>b)c", &["abc"], true),
            (r"x{100}", &["xxx"], true),
            (r"[xy]{100}", &["xxx"], false),
            (r"foo(?:-| )?key", &["foo-key", "fookey", "foo key"], true),
            (r"foo(?:-| )?key", &["foo-key", "fookey"], false),
            (r"foo\b.bar", &["foo"], true),
            (r"", &["foo"], false),
        ] {
            let literals: Texts = anchors.iter().copied().collect();
            let parsed = syntax::parse_with(regex, &syntax_config()).unwrap();
            assert_eq!(every_match_holds_one(&parsed, &literals), expected, "{regex} {anchors:?}");
        }
    }
}
