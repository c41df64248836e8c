//! The slow twin: the same detectors without prefilter, arena or cache, to hold the fast path against.

use std::fmt::Write;

use model::{Anchor, Confidence, Page};
use proptest::prelude::*;

use crate::confirm::{Confirm, Match};
use crate::digit_groups;
use crate::hit::Hit;
use crate::matcher::{FieldScratch, KeyRoles};
use crate::rule::Rules;
use crate::{Config, Matcher, Scratch};

/// Detector, start and end of a finding, and the index of its record.
type Found = (usize, String, usize, usize);

fn builtin() -> Matcher {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    Matcher::new(patterns::builtin(), config).unwrap()
}

/// Every detector at every byte of every value.
fn slow(matcher: &Matcher, page: &Page) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, record) in page.records().enumerate() {
        let roles = matcher.key_roles(record.key);
        let mut scratch = FieldScratch::default();
        for detector in 0..matcher.detectors.len() {
            for place in 0..=record.value.len() {
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
            literals
                .iter()
                .any(|literal| stands_here(literal))
                .then(|| confirm.at_literal(text, place))
                .flatten()
        }
        Anchor::Digits(counts) if starts_group && has_total(text, place, *counts) => {
            confirm.at_number(text, place)
        }
        Anchor::Code(counts) if starts_group && has_code(text, place, *counts) => {
            confirm.at_number(text, place)
        }
        Anchor::IbanHead if starts_group => confirm.at_number(text, place),
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

fn fast(matcher: &Matcher, page: &Page) -> Vec<Found> {
    let mut found = Vec::new();
    // One page a record as well, to know which record a finding is of.
    matcher.scan(page, &mut Scratch::default(), &mut |finding| {
        found.push((
            finding.path.parse().expect("the path is the record's number"),
            finding.detector.to_string(),
            finding.span.start,
            finding.span.end,
        ));
    });
    found.sort();
    found
}

fn page(fields: &[(String, String)]) -> Page {
    let mut page = Page::new();
    let origin = page.add_origin(model::Origin::default());
    for (index, (key, value)) in fields.iter().enumerate() {
        page.push(origin, (&index.to_string(), key), value.as_bytes());
    }
    page
}

/// Keys and values made of what detectors look for, of what surrounds it, and of noise.
fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let examples: Vec<String> = patterns::builtin()
        .iter()
        .flat_map(|detector| detector.matches.iter().chain(detector.no_matches.iter()))
        .map(AsRef::as_ref)
        .chain(["{script_base64}", "{url_base64}", "{plain_base64}", "{pem_base64}"])
        .map(|example| patterns::expand(example, 11))
        .collect();
    let keys: Vec<String> = patterns::builtin()
        .iter()
        .flat_map(|detector| detector.keys.iter().map(ToString::to_string))
        .collect();
    let values: Vec<String> = examples
        .iter()
        .map(|text| text.split_once(" = ").map_or(text.as_str(), |(_, value)| value).into())
        .collect();
    let pieces: Vec<String> = values
        .iter()
        .flat_map(|text| text.split_inclusive([' ', ':', '@', '/', '-', '=']))
        .map(str::to_owned)
        .collect();
    let value = prop_oneof![
        3 => proptest::collection::vec(
            prop_oneof![
                4 => proptest::sample::select(values),
                4 => proptest::sample::select(pieces),
                2 => "[0-9]{1,17}",
                2 => "[ -~]{0,12}",
                1 => "[ @:/.${}<>\"'-]{1,3}",
                1 => "\\PC{0,4}",
            ],
            0..5
        )
        .prop_map(|parts| parts.concat()),
        1 => "[0-9@:/. -]{0,80}",
    ];
    let key = prop_oneof![proptest::sample::select(keys), "[A-Za-z_:]{0,10}", Just(String::new())];
    proptest::collection::vec((key, value), 1..6)
}

#[test]
fn a_neighbour_hides_no_number() {
    let matcher = builtin();
    for before in ["build 0257", "0257S", "plain", ""] {
        for number in ["S1234567D", "X1234567L", "536-90-4399"] {
            let fields =
                [("x", before), ("nric nie ssn", number)].map(|(key, value)| (key.into(), value.into()));
            let found = fast(&matcher, &page(&fields));
            assert_eq!(found, slow(&matcher, &page(&fields)), "{before} {number}");
            assert!(found.iter().any(|(index, ..)| *index == 1), "{before} {number}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_prefilter_loses_nothing(fields in fields()) {
        let matcher = builtin();
        let page = page(&fields);
        prop_assert_eq!(fast(&matcher, &page), slow(&matcher, &page));
    }

    /// A run leaves out detectors that it cannot show, and nothing else may change.
    #[test]
    fn what_a_run_cannot_show_changes_nothing(fields in fields()) {
        let page = page(&fields);
        let shown = |asked: Confidence| {
            let config = Config { min_confidence: asked, fingerprint_key: [0; 32], reveal: false };
            let mut found = Vec::new();
            let matcher = Matcher::new(patterns::builtin(), config).unwrap();
            matcher.scan(&page, &mut Scratch::default(), &mut |finding| {
                if finding.confidence >= Confidence::Likely {
                    found.push((finding.path, finding.detector, finding.span));
                }
            });
            found
        };
        prop_assert_eq!(shown(Confidence::Likely), shown(Confidence::Possible));
    }

    #[test]
    fn raw_candidates_stand_in_every_record_with_a_finding(fields in fields()) {
        let matcher = builtin();
        // The simplest raw form: a line a record. What it cannot hold verbatim, a reader decodes.
        let clean = |text: &str| text.replace(['\n', '\r', '\\', '"'], " ");
        let fields: Vec<_> = fields.iter().map(|(key, value)| (clean(key), clean(value))).collect();
        let page = page(&fields);
        let mut raw = String::new();
        let mut lines = Vec::new();
        for (key, value) in &fields {
            let start = raw.len();
            writeln!(raw, "{{\"Key\":\"{key}\",\"Value\":\"{value}\"}}").unwrap();
            lines.push(start..raw.len());
        }
        let mut places = Vec::new();
        matcher.candidates(raw.as_bytes(), &mut Scratch::default(), &mut places);
        for (index, detector, ..) in fast(&matcher, &page) {
            prop_assert!(
                places.iter().any(|place| lines[index].contains(place)),
                "{} finds in a record without a candidate", detector
            );
        }
    }
}
