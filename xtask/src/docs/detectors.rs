//! One table for each kind of data.

use std::fmt::Write;

use model::{Detector, Kind, Texts};

use super::cell::{code, plain};

const HEADER: &str = "\
| id | what | example | validator | context | severity | confidence | covers | countries |
|---|---|---|---|---|---|---|---|---|
";

/// All detectors, by kind and id.
pub(super) fn tables(detectors: &[Detector]) -> String {
    let mut out = String::new();
    for kind in Kind::ALL {
        let mut chosen: Vec<_> = detectors.iter().filter(|detector| detector.kind == *kind).collect();
        chosen.sort_by_key(|detector| &detector.id);
        let _ = write!(out, "## {kind}: {}\n\n{HEADER}", chosen.len());
        for detector in chosen {
            out.push_str(&row(detector));
        }
        out.push('\n');
    }
    out
}

fn row(detector: &Detector) -> String {
    let example = detector.matches.iter().next().map(code).unwrap_or_default();
    let countries =
        if detector.countries.is_empty() { "any".to_owned() } else { detector.countries.join(", ") };
    let cells = [
        code(&detector.id),
        plain(&detector.name),
        example,
        code(&detector.validate),
        patterns::describe::context(detector).to_owned(),
        detector.severity.to_string(),
        detector.confidence.to_string(),
        codes(&detector.identifiers),
        countries,
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn codes(texts: &Texts) -> String {
    texts.iter().map(code).collect::<Vec<_>>().join(", ")
}
