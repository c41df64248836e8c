//! Labelled lines and what a matcher makes of them; shared by the test of floors and the accuracy report.

pub mod kinds;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Detector, Origin, Page};
use serde::Deserialize;

/// Seed of the placeholders in the data sets.
const SEED: u64 = 7;

/// One labelled tag; see `datasets/README.md`.
#[derive(Deserialize)]
pub struct Line {
    pub id: String,
    pub key: String,
    pub text: String,
    pub expect: BTreeSet<String>,
    #[serde(default)]
    pub expect_soft: BTreeSet<String>,
    #[serde(default)]
    pub allow: BTreeSet<String>,
    /// File name and line number.
    #[serde(skip)]
    pub place: String,
}

/// What a line gave: id of the detector and what it covers, at `likely` or above.
pub type Found = BTreeSet<(String, String)>;

/// What is wrong or right about a line.
pub struct Judgement {
    /// Wanted and found, by `covers`.
    pub hits: Vec<String>,
    /// Wanted and not found, by `covers`.
    pub misses: Vec<String>,
    /// Found and neither wanted nor tolerated: detector and `covers`.
    pub alarms: Vec<(String, String)>,
}

impl Line {
    /// Whether nothing may be found.
    pub fn is_innocent(&self) -> bool {
        self.expect.is_empty() && self.expect_soft.is_empty()
    }

    /// Holds what was found against the label; what no detector covers is not missed, it is not there.
    pub fn judge(&self, found: &Found, covered: &BTreeSet<&str>) -> Judgement {
        let finds = |wanted: &str| found.iter().any(|(_, covers)| covers == wanted);
        let wanted = self.expect.iter().filter(|wanted| covered.contains(wanted.as_str())).cloned();
        let (hits, misses) = wanted.partition(|wanted| finds(wanted));
        let is_known = |covers: &String| {
            self.expect.contains(covers) || self.expect_soft.contains(covers) || self.allow.contains(covers)
        };
        let alarms = found.iter().filter(|(_, covers)| !is_known(covers)).cloned().collect();
        Judgement { hits, misses, alarms }
    }
}

/// The data sets of the repository.
pub fn datasets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets")
}

/// Lines of every `.jsonl` file of a folder that holds labelled tags, placeholders expanded.
pub fn lines(folder: &Path) -> Vec<Line> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    files.iter().flat_map(|file| lines_of(file)).collect()
}

fn lines_of(file: &Path) -> Vec<Line> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let line = |(index, text): (usize, &str)| {
        let place = format!("{name}:{}", index + 1);
        let mut line: Line = serde_json::from_str(text).unwrap_or_else(|error| panic!("{place}: {error}"));
        line.key = patterns::expand(&line.key, SEED);
        line.text = patterns::expand(&line.text, SEED);
        Line { place, ..line }
    };
    text.lines().enumerate().filter(|(_, text)| !text.is_empty()).map(line).collect()
}

/// A matcher that shows `min_confidence` and above.
pub fn matcher(detectors: &[Detector], min_confidence: Confidence) -> Matcher {
    let config = Config { min_confidence, fingerprint_key: [0; 32], reveal: false };
    Matcher::new(detectors, config).unwrap_or_else(|error| panic!("{error}"))
}

/// What is reported for a tag: for its value, and for its key as a text of its own.
pub fn found(matcher: &Matcher, scratch: &mut Scratch, line: &Line) -> Found {
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (&line.key, &line.key), line.text.as_bytes());
    page.push(origin, ("", ""), line.key.as_bytes());
    let mut found = Found::new();
    matcher.scan(&page, scratch, &mut |finding| {
        found.insert((finding.detector.to_string(), finding.covers.to_string()));
    });
    found
}

/// Ids of the detectors that fire on an example; `key = text` gives a key.
pub fn fired(matcher: &Matcher, example: &str) -> Vec<String> {
    let (key, text) = example.split_once(" = ").unwrap_or(("", example));
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (key, key), text.as_bytes());
    let mut found = Vec::new();
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| found.push(finding.detector.to_string()));
    found
}

/// Seeds of the generator; a rule that holds for one random token only would fail for another.
const EXAMPLE_SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// Examples of detectors that do not do what they say, one line each.
pub fn wrong_examples(detectors: &[Detector]) -> Vec<String> {
    let matcher = matcher(detectors, Confidence::Possible);
    let mut wrong = Vec::new();
    for detector in detectors {
        let wanted = detector.matches.iter().map(|example| (example, true));
        let unwanted = detector.no_matches.iter().map(|example| (example, false));
        for ((example, must_fire), seed) in
            wanted.chain(unwanted).flat_map(|case| EXAMPLE_SEEDS.map(|seed| (case, seed)))
        {
            let fired = fired(&matcher, &patterns::expand(example, seed));
            if fired.iter().any(|id| *id == detector.id) != must_fire {
                let should = if must_fire { "should fire" } else { "should not fire" };
                wrong.push(format!("{} {should} on {example:?} (seed {seed}): fired {fired:?}", detector.id));
                break;
            }
        }
    }
    wrong
}
