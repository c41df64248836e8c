//! Decides about the hits of one field: validator, context, claims, and who wins a shared span.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{Anchor, Confidence, Context, Kind, Span};

use crate::claims::{Claims, Owner};
use crate::compiled::Compiled;
use crate::context::{KeyContext, Phrases};
use crate::hit::{Hit, Ruling};

/// Bytes before and after a match in which words give context.
pub(crate) const NEAR_BEFORE: usize = 60;
pub(crate) const NEAR_AFTER: usize = 60;

/// The longest value, in bytes, of which a key says what a number in it is; a longer one is a text of its own.
pub(crate) const MAX_NUMBER_TEXT: usize = 1024;
/// The same where the key may be a word of two letters, which says little about a longer text.
const MAX_SHORT_TEXT: usize = 64;

/// What decides about the hits of one field.
pub(crate) struct Rules<'a> {
    pub(crate) detectors: &'a [Compiled],
    pub(crate) phrases: &'a Phrases,
    pub(crate) key: &'a KeyContext,
    pub(crate) text: &'a [u8],
}

impl Rules<'_> {
    /// Fills in the ruling of every hit.
    pub(crate) fn apply(&self, hits: &mut [Hit], claims: &mut Claims) {
        for hit in &mut *hits {
            hit.ruling = self.validate(hit);
        }
        if hits.iter().all(|hit| hit.confidence().is_none()) {
            return;
        }
        claims.collect(self.text);
        for hit in hits.iter_mut().filter(|hit| hit.confidence().is_some()) {
            if let Some(owner) = self.claimant(hit, claims) {
                hit.ruling = Ruling::Claimed(owner);
            }
        }
        settle(hits, self.detectors);
    }

    fn validate(&self, hit: &Hit) -> Ruling {
        if let Some(confidence) = hit.decoded {
            return Ruling::Counts(confidence);
        }
        let compiled = &self.detectors[hit.detector];
        if self.key.is_vetoed(hit.detector) && !hit.is_paired {
            return Ruling::Vetoed;
        }
        if !compiled.accepts(&self.text[hit.span.start..hit.span.end]) {
            return Ruling::Invalid;
        }
        let detector = &compiled.detector;
        if hit.is_paired {
            return Ruling::Counts(detector.confidence);
        }
        let confidence = match detector.context {
            Context::None => Some(detector.confidence),
            Context::Boosts | Context::Required if self.has_context(hit) => Some(detector.confidence),
            Context::Boosts | Context::Required => detector.alone,
            Context::KeyOnly => self.key_speaks(hit.detector).then_some(detector.confidence),
        };
        confidence.map_or(Ruling::NoContext, Ruling::Counts)
    }

    /// Whether the key gives context.
    fn key_speaks(&self, detector: usize) -> bool {
        let is_number =
            matches!(self.detectors[detector].detector.anchor, Anchor::Digits(_) | Anchor::Code(_));
        let is_short = self.detectors[detector].odd_phrases.is_any_short;
        let most = if is_short { MAX_SHORT_TEXT } else { MAX_NUMBER_TEXT };
        self.key.gives_context(detector) && (!is_number || self.text.len() <= most)
    }

    fn has_context(&self, hit: &Hit) -> bool {
        if self.key_speaks(hit.detector) {
            return true;
        }
        let before = &self.text[hit.whole.start.saturating_sub(NEAR_BEFORE)..hit.whole.start];
        let after = &self.text[hit.whole.end..self.text.len().min(hit.whole.end + NEAR_AFTER)];
        [before, after].into_iter().any(|near| {
            !near.is_empty() && self.phrases.text_gives_context(&String::from_utf8_lossy(near), hit.detector)
        })
    }

    /// The structure that owns the hit's span, if one does.
    fn claimant(&self, hit: &Hit, claims: &Claims) -> Option<&'static str> {
        if hit.decoded.is_some() {
            return None;
        }
        let detector = &self.detectors[hit.detector].detector;
        // The user says that it is sensitive, wherever it stands.
        if detector.anchor == Anchor::Dictionary {
            return None;
        }
        let owner = claims.over(hit.span).find_map(|claim| match claim.owner {
            Owner::Template => Some("a template or reference"),
            Owner::Remote if detector.kind == Kind::Contact => Some("the address of a remote"),
            Owner::Identifier if !detector.pierces => {
                Some("an identifier, a digest, a time or a network address")
            }
            Owner::Remote | Owner::Identifier => None,
        });
        let is_number = matches!(detector.anchor, Anchor::Digits(_) | Anchor::Code(_));
        owner.or_else(|| {
            let is_part = is_number && (is_glued(self.text, hit.whole) || is_chained(self.text, hit.whole));
            (is_part && !self.has_context(hit)).then_some("a longer name or code")
        })
    }
}

/// Whether a hyphen, dot, slash or underscore ties the span to a letter or digit: `web-415-555-2671`.
fn is_glued(text: &[u8], span: Span) -> bool {
    let ties = |joint: Option<&u8>, beyond: Option<&u8>| {
        joint.is_some_and(|byte| b"-./_".contains(byte)) && beyond.is_some_and(u8::is_ascii_alphanumeric)
    };
    let at = |place: Option<usize>| place.and_then(|place| text.get(place));
    ties(at(span.start.checked_sub(1)), at(span.start.checked_sub(2)))
        || ties(text.get(span.end), text.get(span.end + 1))
}

/// Whether groups of four go on before or behind the groups of four of the span, as in a table or an IBAN:
/// `2600 0560 1001 6113` in `RS35 2600 0560 1001 6113 70`.
fn is_chained(text: &[u8], span: Span) -> bool {
    const GROUP: usize = 4;
    let inside = &text[span.start..span.end];
    let Some(joint) = inside.get(GROUP).copied().filter(|joint| b" -".contains(joint)) else { return false };
    let is_group = |group: &[u8]| {
        group.len() == GROUP
            && group.iter().all(u8::is_ascii_alphanumeric)
            && group[2..].iter().all(u8::is_ascii_digit)
    };
    let behind = |place: usize| text[place..].first().is_some_and(u8::is_ascii_alphanumeric);
    let goes_on_before = span.start > GROUP
        && text[span.start - 1] == joint
        && is_group(&text[span.start - 1 - GROUP..span.start - 1])
        && !span.start.checked_sub(GROUP + 2).is_some_and(|before| text[before].is_ascii_alphanumeric());
    let goes_on_after = text.get(span.end) == Some(&joint)
        && text.get(span.end + 1..span.end + 1 + GROUP).is_some_and(is_group)
        && !behind(span.end + 1 + GROUP);
    inside.split(|&byte| byte == joint).all(|group| group.len() == GROUP) && (goes_on_before || goes_on_after)
}

/// Gives each span to one hit: visible before hidden, then the higher rank, then the longer match.
fn settle(hits: &mut [Hit], detectors: &[Compiled]) {
    hits.sort_by_key(|hit| {
        let is_visible = hit.confidence() >= Some(Confidence::Likely);
        let rank = detectors[hit.detector].detector.rank;
        (Reverse(is_visible), Reverse(rank), Reverse(hit.whole.len()), hit.whole.start, hit.detector)
    });
    // By start; taken spans never overlap, so the last one that starts before a hit's end tells.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for hit in &mut *hits {
        if hit.confidence().is_none() {
            continue;
        }
        let before = taken.range(..hit.span.end).next_back();
        if before.is_some_and(|(_, &end)| end > hit.span.start) {
            hit.ruling = Ruling::Outranked;
        } else {
            taken.insert(hit.span.start, hit.span.end);
        }
    }
    hits.sort_by_key(|hit| (hit.span.start, hit.detector));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_a_longer_chain() {
        for (text, number, expected) in [
            ("RS35 2600 0560 1001 6113 70", "2600 0560 1001 6113", true),
            ("5406 5407 5408 5409 5410", "5406 5407 5408 5409", true),
            ("5405 5406 5407 5408 5409", "5406 5407 5408 5409", true),
            ("4539 1488 0343 6418", "4539 1488 0343 6418", false),
            ("4539 1488 0343 6418 12/28 123", "4539 1488 0343 6418", false),
            ("visa 4539 1488 0343 6418 paid", "4539 1488 0343 6418", false),
            ("4539-1488-0343-6418 2024", "4539-1488-0343-6418", false),
            ("2024 453914880343", "453914880343", false),
        ] {
            let start = text.find(number).expect("the number stands in the text");
            assert_eq!(
                is_chained(text.as_bytes(), Span::new(start, start + number.len())),
                expected,
                "{text}"
            );
        }
    }
}
