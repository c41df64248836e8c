//! Random input.

use std::fmt::Write;

use matcher::{Matcher, Scratch};
use model::{Confidence, RawForm};
use proptest::prelude::*;

use crate::harness::{LIKELY, MATCHER, fast, page, slow};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_prefilter_loses_nothing(fields in fields()) {
        let page = page(&fields);
        prop_assert_eq!(fast(&page), slow(&page));
    }

    /// A run leaves out detectors that it cannot show, and nothing else may change.
    #[test]
    fn what_a_run_cannot_show_changes_nothing(fields in fields()) {
        let page = page(&fields);
        let shown = |matcher: &Matcher| {
            let mut found = Vec::new();
            matcher.scan(&page, &mut Scratch::default(), &mut |finding| {
                if finding.confidence >= Confidence::Likely {
                    found.push((finding.path, finding.detector, finding.span));
                }
            });
            found
        };
        prop_assert_eq!(shown(&LIKELY), shown(&MATCHER));
    }

    #[test]
    fn raw_candidates_stand_in_every_record_with_a_finding(fields in fields()) {
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
        MATCHER.candidates(raw.as_bytes(), RawForm::Other, &mut Scratch::default(), &mut places);
        for (index, detector, ..) in fast(&page) {
            prop_assert!(
                places.iter().any(|place| lines[index].contains(place)),
                "{} finds in a record without a candidate", detector
            );
        }
    }
}
