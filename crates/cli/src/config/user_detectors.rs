//! A user's detectors have to keep their promises before they may guard anything.

use matcher::{Config, Matcher};
use model::{Confidence, Detector};
use patterns::Block;
use toml::de::DeTable;

use super::reading::Reading;
use crate::examples;

/// Reads the detectors and tells all that is wrong with them: fields, ids, regexes, anchors, examples.
///
/// An example is named by its number alone: it may be a value that is alive.
pub(super) fn read(text: &str, file: &str, table: &DeTable<'_>, reading: &mut Reading<'_>) -> Vec<Detector> {
    let Some(blocks) = table.get("detector").and_then(|value| value.get_ref().as_array()) else {
        return vec![];
    };
    // A name that a wrong block will have is no mistake of its own.
    let is_of_block = |name: &str| {
        blocks
            .iter()
            .any(|block| block.get_ref().get("id").and_then(|id| id.get_ref().as_str()) == Some(name))
    };
    reading.mentions.retain(|(_, name)| !is_of_block(name));
    let parsed = patterns::parse(text, file);
    for error in parsed.errors {
        reading.faults.push(error.line, error.message);
    }
    for block in &parsed.blocks {
        check(block, reading);
    }
    parsed.blocks.into_iter().map(|block| block.detector).collect()
}

fn check(block: &Block, reading: &mut Reading<'_>) {
    let Block { detector, .. } = block;
    let mut fault = |line, reason: String| {
        reading.faults.push(line, format!("detector `{}`: {reason}", detector.id));
    };
    if patterns::builtin().iter().any(|builtin| builtin.id == detector.id) {
        fault(block.line_of("id"), "a built-in detector has this id".to_owned());
    }
    if crate::selection::kind_named(&detector.id).is_some() {
        fault(block.line_of("id"), "a kind has this name".to_owned());
    }
    let flaws = matcher::check(detector);
    for flaw in &flaws {
        fault(block.line_of(flaw.field), flaw.reason.clone());
    }
    if flaws.is_empty()
        && let Some(matcher) = alone(detector)
    {
        for failed in examples::run(&matcher, detector) {
            fault(block.line_of_element(failed.field, failed.index), failed.to_string());
        }
    }
}

/// A matcher for nothing else.
fn alone(detector: &Detector) -> Option<Matcher> {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    Matcher::new(std::slice::from_ref(detector), config).ok()
}
