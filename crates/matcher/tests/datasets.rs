//! Labelled lines: what must be found, what may be, and nothing else.
//!
//! Floors are what the detectors reach today; they only go up.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

#[path = "labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with other tests, which use other parts")]
mod labelled;

use std::collections::BTreeSet;
use std::fmt::Write;

use labelled::kinds::Kinds;
use matcher::Scratch;
use model::Confidence;

#[derive(Default)]
struct Score {
    wanted: u32,
    found: u32,
    innocent: u32,
    false_alarms: u32,
    report: String,
}

fn score(folder: &str) -> Score {
    let matcher = labelled::matcher(patterns::builtin(), Confidence::Likely);
    let covered: BTreeSet<&str> = patterns::builtin().iter().map(|detector| &*detector.covers).collect();
    let mut scratch = Scratch::default();
    let mut score = Score::default();
    for line in labelled::lines(&labelled::datasets().join(folder)) {
        let found = labelled::found(&matcher, &mut scratch, &line);
        let judgement = line.judge(&found, &covered);
        score.wanted += (judgement.hits.len() + judgement.misses.len()) as u32;
        score.found += judgement.hits.len() as u32;
        score.innocent += u32::from(line.is_innocent());
        score.false_alarms += u32::from(!judgement.alarms.is_empty());
        for missed in &judgement.misses {
            writeln!(score.report, "{}: missed {missed} in {}", line.place, line.id).unwrap();
        }
        for (detector, _) in &judgement.alarms {
            writeln!(score.report, "{}: false alarm {detector} in {}", line.place, line.id).unwrap();
        }
    }
    score
}

fn assert_floors(folder: &str, min_recall: f64, max_false_alarms: f64) {
    let score = score(folder);
    let recall = f64::from(score.found) / f64::from(score.wanted);
    let false_alarms = f64::from(score.false_alarms) / f64::from(score.innocent);
    assert!(recall >= min_recall, "recall {recall:.4}\n{}", score.report);
    assert!(false_alarms <= max_false_alarms, "false alarms {false_alarms:.4}\n{}", score.report);
}

#[test]
fn traps_are_told_from_leaks() {
    assert_floors("traps", 1.0, 0.0);
}

#[test]
fn tags_of_real_shape_are_told_apart() {
    assert_floors("tags", 0.995, 0.002);
}

/// Per kind, over all labelled lines: the least recall, and the most false alarms in a thousand innocent lines.
const FLOORS: &[(&str, f64, f64)] = &[
    ("Contact", 1.0, 0.0),
    ("Credential", 1.0, 0.0),
    ("Financial", 0.98, 0.0),
    ("GovernmentId", 1.0, 0.0),
    ("Health", 1.0, 0.0),
    ("Network", 1.0, 0.0),
    ("Person", 1.0, 0.0),
];

#[test]
fn every_kind_keeps_its_floors() {
    let matcher = labelled::matcher(patterns::builtin(), Confidence::Likely);
    let covered: BTreeSet<&str> = patterns::builtin().iter().map(|detector| &*detector.covers).collect();
    let mut scratch = Scratch::default();
    let mut kinds = Kinds::new(patterns::builtin());
    for folder in ["tags", "traps"] {
        for line in labelled::lines(&labelled::datasets().join(folder)) {
            let judgement = line.judge(&labelled::found(&matcher, &mut scratch, &line), &covered);
            kinds.add(&judgement, line.is_innocent());
        }
    }
    assert!(kinds.lines >= 3_000, "{} lines say too little", kinds.lines);
    assert_eq!(
        kinds.scores.keys().collect::<Vec<_>>(),
        FLOORS.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>()
    );
    for (kind, min_recall, max_alarms) in FLOORS {
        let score = kinds.scores[*kind];
        let alarms = 1000.0 * f64::from(score.false_alarms) / f64::from(kinds.innocent);
        assert!(score.wanted >= 15, "{kind}: {} lines say too little", score.wanted);
        assert!(score.recall() >= *min_recall, "{kind}: recall {:.4}", score.recall());
        assert!(alarms <= *max_alarms, "{kind}: {alarms:.2} false alarms in a thousand innocent lines");
    }
}
