//! The slow twin: the same detectors without prefilter, arena or cache, to hold the fast path against.

use model::{Anchor, Page};

use crate::Matcher;
use crate::confirm::{Confirm, Match};
use crate::digit_groups;
use crate::hit::Hit;
use crate::matcher::{FieldScratch, KeyRoles};
use crate::rule::Rules;

/// The index of a record, the detector of a finding in it, and its start and end.
pub type Found = (usize, String, usize, usize);

/// Finds what [`Matcher::scan`] finds, in the same order of records, with every detector at every byte of every value.
pub fn slow(matcher: &Matcher, page: &Page) -> Vec<Found> {
    let mut found = Vec::new();
    let firsts: Vec<_> =
        matcher.detectors.iter().map(|compiled| first_bytes(&compiled.detector.anchor)).collect();
    for (index, record) in page.records().enumerate() {
        let roles = matcher.key_roles(record.key);
        let mut scratch = FieldScratch::default();
        for (detector, firsts) in firsts.iter().enumerate() {
            let may_start = |&place: &usize| {
                record.value.get(place).map_or(place == 0, |&byte| firsts[usize::from(byte)])
            };
            for place in (0..=record.value.len()).filter(may_start) {
                add_at(matcher, detector, (record.value, place), &roles, &mut scratch);
            }
        }
        for place in 0..record.value.len() {
            let is_word = record.value[place].is_ascii_alphabetic() && starts_word(record.value, place);
            if is_word && matcher.values.has_phrase(record.value, place) {
                matcher.pair_hits(record.value, place, &mut scratch);
            }
        }
        matcher.encoded_hits(record.value, &mut scratch);
        let ruling = Rules {
            detectors: &matcher.detectors,
            phrases: &matcher.phrases,
            key: &roles.context,
            text: record.value,
        };
        ruling.apply(&mut scratch.hits, &mut scratch.claims);
        for hit in scratch.hits.iter().filter(|hit| hit.confidence().is_some()) {
            let id = matcher.detectors[hit.detector].detector.id.to_string();
            found.push((index, id, hit.span.start, hit.span.end));
        }
    }
    found.sort();
    found
}

/// The bytes that an anchor may start with.
fn first_bytes(anchor: &Anchor) -> [bool; 256] {
    let starts = |byte: u8| match anchor {
        Anchor::Literals(literals) => {
            literals.iter().any(|literal| literal.as_bytes()[0].eq_ignore_ascii_case(&byte))
        }
        Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead => byte.is_ascii_digit(),
        Anchor::Key | Anchor::Dictionary => true,
    };
    std::array::from_fn(|byte| starts(byte as u8))
}

/// Adds what a detector matches at an anchor at `place`, by the definition of its anchor.
fn add_at(
    matcher: &Matcher,
    detector: usize,
    (text, place): (&[u8], usize),
    roles: &KeyRoles,
    scratch: &mut FieldScratch,
) {
    let compiled = &matcher.detectors[detector];
    let at = |back: usize| place.checked_sub(back).map_or(b' ', |before| text[before]);
    let is_mixture = at(1).is_ascii_alphabetic() && at(2).is_ascii_digit();
    let starts_group =
        text.get(place).is_some_and(u8::is_ascii_digit) && !at(1).is_ascii_digit() && !is_mixture;
    let mut confirm = Confirm { index: detector, compiled, caches: &mut scratch.caches };
    let found = match &compiled.detector.anchor {
        Anchor::Literals(literals) => {
            let stands_here = |literal: &str| {
                text.get(place..place + literal.len())
                    .is_some_and(|bytes| bytes.eq_ignore_ascii_case(literal.as_bytes()))
                    && (!text[place].is_ascii_alphabetic() || starts_word(text, place))
            };
            literals.iter().any(stands_here).then(|| confirm.at_literal(text, place)).flatten()
        }
        Anchor::Digits(counts) if starts_group && has_total(text, place, *counts) => {
            confirm.at_number(text, place)
        }
        Anchor::Code(counts) if starts_group && has_code(text, place, *counts) => {
            confirm.at_number(text, place)
        }
        Anchor::IbanHead if starts_group && has_digits_of_iban(matcher, text, place) => {
            confirm.at_number(text, place)
        }
        Anchor::Key if place == 0 && roles.detectors.contains(&detector) => {
            let mut from = 0;
            while let Some(Match { whole, span }) = confirm.in_value(text, from) {
                if !scratch.hits.iter().any(|hit| hit.detector == detector && hit.whole == whole) {
                    scratch.hits.push(Hit::new(detector, whole, span));
                }
                from = span.end.max(from + 1);
            }
            None
        }
        Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead | Anchor::Key | Anchor::Dictionary => None,
    };
    let Some(found) = found else { return };
    let is_covered =
        |hit: &Hit| hit.detector == detector && hit.whole.start <= place && place < hit.whole.end;
    let is_literal = matches!(compiled.detector.anchor, Anchor::Literals(_));
    let is_known = |hit: &Hit| hit.detector == detector && hit.whole == found.whole;
    if !scratch.hits.iter().any(|hit| is_known(hit) || is_literal && is_covered(hit)) {
        let (whole, span) = (found.whole, found.span);
        scratch.hits.push(Hit::new(detector, whole, span));
    }
}

fn has_total(text: &[u8], place: usize, counts: u64) -> bool {
    let mut is_there = false;
    digit_groups::each_total(text, place, |total| is_there |= counts >> total & 1 == 1);
    is_there
}

/// Whether the digits follow that the anchor asks for; an IBAN of letters alone is in no bank.
fn has_digits_of_iban(matcher: &Matcher, text: &[u8], place: usize) -> bool {
    const WINDOW: usize = 24;
    let digits = text[place..].iter().take(WINDOW).filter(|byte| byte.is_ascii_digit());
    matcher.numbers.fewest().code.is_some_and(|fewest| digits.count() >= fewest as usize)
}

fn has_code(text: &[u8], place: usize, counts: u64) -> bool {
    digit_groups::of_code(text, place) >= counts.trailing_zeros() as usize
}

/// Whether a letter starts a word, as keys are cut into words.
fn starts_word(text: &[u8], place: usize) -> bool {
    let at = |place: usize| text.get(place).copied().unwrap_or(0);
    let before = place.checked_sub(1).map_or(0, at);
    let is_capital = at(place).is_ascii_uppercase();
    !before.is_ascii_alphabetic()
        || is_capital && (before.is_ascii_lowercase() || at(place + 1).is_ascii_lowercase())
}
