//! Labelled lines: what must be found, what may be, and nothing else.
//!
//! Floors are what the detectors reach today; they only go up.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Origin, Page};
use serde::Deserialize;

/// One labelled tag; see `datasets/README.md`.
#[derive(Deserialize)]
struct Line {
    id: String,
    key: String,
    text: String,
    expect: BTreeSet<String>,
    #[serde(default)]
    expect_soft: BTreeSet<String>,
    #[serde(default)]
    allow: BTreeSet<String>,
}

#[derive(Default)]
struct Score {
    wanted: u32,
    found: u32,
    innocent: u32,
    false_alarms: u32,
    report: String,
}

impl Score {
    fn recall(&self) -> f64 {
        f64::from(self.found) / f64::from(self.wanted)
    }

    fn false_alarm_rate(&self) -> f64 {
        f64::from(self.false_alarms) / f64::from(self.innocent)
    }
}

fn score(folder: &str) -> Score {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(patterns::builtin(), config).unwrap();
    let covered: BTreeSet<&str> =
        patterns::builtin().iter().map(|detector| detector.covers.as_ref()).collect();
    let mut scratch = Scratch::default();
    let mut score = Score::default();
    for line in lines(folder) {
        let found = found(&matcher, &mut scratch, &line);
        // What no detector covers yet is not missed, it is not there.
        let wanted: Vec<_> = line.expect.iter().filter(|id| covered.contains(id.as_str())).collect();
        score.wanted += wanted.len() as u32;
        for id in wanted {
            if found.contains(id) {
                score.found += 1;
            } else {
                writeln!(score.report, "missed {id} in {}", line.id).unwrap();
            }
        }
        let is_known = |id: &&String| {
            line.expect.contains(*id) || line.expect_soft.contains(*id) || line.allow.contains(*id)
        };
        let alarms: Vec<_> = found.iter().filter(|id| !is_known(id)).collect();
        score.innocent += u32::from(line.expect.is_empty() && line.expect_soft.is_empty());
        if !alarms.is_empty() {
            score.false_alarms += 1;
            writeln!(score.report, "false alarm {alarms:?} in {}", line.id).unwrap();
        }
    }
    score
}

fn lines(folder: &str) -> Vec<Line> {
    let datasets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets").join(folder);
    let files = std::fs::read_dir(&datasets).unwrap().map(|entry| entry.unwrap().path());
    let mut lines = Vec::new();
    for file in files.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")) {
        for text in std::fs::read_to_string(file).unwrap().lines() {
            let mut line: Line = serde_json::from_str(text).unwrap();
            line.key = patterns::expand(&line.key, 7);
            line.text = patterns::expand(&line.text, 7);
            lines.push(line);
        }
    }
    lines
}

/// What is reported for a tag: for its value, and for its key as a text of its own.
fn found(matcher: &Matcher, scratch: &mut Scratch, line: &Line) -> BTreeSet<String> {
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (&line.key, &line.key), line.text.as_bytes());
    page.push(origin, ("", ""), line.key.as_bytes());
    let mut found = BTreeSet::new();
    matcher.scan(&page, scratch, &mut |finding| {
        found.insert(finding.covers.to_string());
    });
    found
}

fn assert_floors(folder: &str, min_recall: f64, max_false_alarms: f64) {
    let score = score(folder);
    assert!(score.recall() >= min_recall, "recall {:.4}\n{}", score.recall(), score.report);
    assert!(
        score.false_alarm_rate() <= max_false_alarms,
        "false alarms {:.4}\n{}",
        score.false_alarm_rate(),
        score.report
    );
}

#[test]
fn traps_are_told_from_leaks() {
    assert_floors("traps", 1.0, 0.0);
}

#[test]
fn tags_of_real_shape_are_told_apart() {
    assert_floors("tags", 0.995, 0.002);
}
