//! Every detector's own examples.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Origin, Page};

/// Seeds of the generator; a rule that holds for one random token only would fail for another.
const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

fn builtin() -> Matcher {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    Matcher::new(patterns::builtin(), config).unwrap()
}

/// Ids of the detectors that fire on an example; `key = text` gives a key.
fn fired(matcher: &Matcher, example: &str) -> Vec<String> {
    let (key, text) = example.split_once(" = ").unwrap_or(("", example));
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (key, key), text.as_bytes());
    let mut found = Vec::new();
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| found.push(finding.detector.to_string()));
    found
}

#[test]
fn every_regex_compiles() {
    builtin().check().unwrap();
}

#[test]
fn every_example_fires_or_stays_silent_as_it_says() {
    let matcher = builtin();
    let mut wrong = Vec::new();
    for detector in patterns::builtin() {
        let wanted = detector.matches.iter().map(|example| (example, true));
        let unwanted = detector.no_matches.iter().map(|example| (example, false));
        for ((example, must_fire), seed) in
            wanted.chain(unwanted).flat_map(|case| SEEDS.map(|seed| (case, seed)))
        {
            let fired = fired(&matcher, &patterns::expand(example, seed));
            if fired.iter().any(|id| *id == detector.id) != must_fire {
                wrong.push(format!("{} on {example:?} (seed {seed}): fired {fired:?}", detector.id));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
