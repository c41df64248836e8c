//! The regexes of our detectors as rules for another engine.

use std::fs;
use std::path::Path;

use model::{Context, Detector, Texts};
use serde_json::{Value, json};

/// Writes one rule for each detector that has a regex; checks and claims have no counterpart there.
pub(super) fn write(file: &Path) -> Result<(), String> {
    let rules: Vec<Value> =
        patterns::builtin().iter().filter(|detector| !detector.regex.is_empty()).map(rule).collect();
    fs::write(file, Value::from(rules).to_string())
        .map_err(|error| format!("cannot write {}: {error}", file.display()))
}

fn rule(detector: &Detector) -> Value {
    let keywords = match detector.context {
        Context::Required | Context::KeyOnly => &detector.keys,
        Context::None | Context::Boosts => &Texts::EMPTY,
    };
    json!({"pattern": detector.regex, "keywords": keywords})
}
