//! All about one detector.

use std::fmt::Write;

use anyhow::bail;
use model::{Detector, Texts};
use reporter::visible;
use serde_json::json;

use super::list::summary;
use crate::args::Shape;
use crate::examples::key_and_text;
use crate::selection;

/// Shows the detector of an id.
pub(super) fn explain(detectors: &[Detector], id: &str, shape: Shape) -> anyhow::Result<String> {
    let Some(detector) = detectors.iter().find(|detector| detector.id == id) else {
        let near = selection::nearest(detectors, id);
        let near = near.map_or(";".to_owned(), |near| format!("; did you mean `{near}`?"));
        bail!("no detector `{id}`{near} `tagleaks detectors list` shows all");
    };
    Ok(match shape {
        Shape::Text => text(detector),
        Shape::Json => json(detector),
    })
}

fn text(detector: &Detector) -> String {
    let words = |texts: &Texts| vec![texts.join(", ")];
    let countries =
        if detector.countries.is_empty() { vec!["any".to_owned()] } else { words(&detector.countries) };
    let rows = [
        ("covers", words(&detector.identifiers)),
        ("kind", vec![detector.kind.to_string()]),
        ("countries", countries),
        ("severity", vec![detector.severity.to_string()]),
        ("confidence", vec![patterns::describe::confidence(detector)]),
        ("looks for", vec![patterns::describe::anchor(&detector.anchor)]),
        ("regex", vec![detector.regex.to_string()]),
        ("validator", vec![detector.validate.to_string()]),
        ("context", words(&detector.keys)),
        ("never under", words(&detector.veto)),
        ("fires on", expanded(&detector.matches)),
        ("not on", expanded(&detector.no_matches)),
        ("what to do", vec![detector.help.to_string()]),
        ("references", detector.references.iter().map(ToString::to_string).collect()),
    ];
    let mut out = format!("{}: {}\n\n", detector.id, visible(&detector.name));
    for (name, lines) in rows {
        let mut name = name;
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let _ = writeln!(out, "  {name:12}  {}", visible(line));
            name = "";
        }
    }
    out
}

/// Examples as they are tried: generated values in the place of placeholders.
fn expanded(examples: &Texts) -> Vec<String> {
    let joined =
        |(key, text): (String, String)| if key.is_empty() { text } else { format!("{key} = {text}") };
    examples.iter().map(|example| joined(key_and_text(example))).collect()
}

fn json(detector: &Detector) -> String {
    let mut all = summary(detector);
    let more = json!({
        "anchor": patterns::describe::anchor(&detector.anchor),
        "regex": detector.regex,
        "validate": detector.validate,
        "context": patterns::describe::context(detector),
        "alone": detector.alone,
        "keys": detector.keys,
        "veto": detector.veto,
        "match": expanded(&detector.matches),
        "no_match": expanded(&detector.no_matches),
        "help": detector.help,
        "references": detector.references,
    });
    if let (Some(all), serde_json::Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    format!("{all:#}\n")
}
