//! Which detectors there are.

use std::fmt::Write;

use model::Detector;
use reporter::visible;
use serde_json::{Value, json};

use crate::args::{FilterArgs, Shape};

/// The detectors that a filter lets through, by kind and id.
pub(super) fn list(detectors: &[Detector], filter: &FilterArgs, shape: Shape) -> String {
    let mut chosen: Vec<_> = detectors.iter().filter(|detector| fits(detector, filter)).collect();
    chosen.sort_by_key(|detector| (detector.kind, detector.id.clone()));
    match shape {
        Shape::Text => text(&chosen),
        Shape::Json => {
            let all: Vec<_> = chosen.into_iter().map(summary).collect();
            format!("{:#}\n", Value::from(all))
        }
    }
}

fn fits(detector: &Detector, filter: &FilterArgs) -> bool {
    let FilterArgs { kind, country, covers } = filter;
    let is_covered =
        |name: &String| *name == detector.covers || detector.identifiers.iter().any(|id| id == name);
    (kind.is_empty() || kind.contains(&detector.kind))
        && (country.is_empty()
            || detector.countries.iter().any(|code| country.iter().any(|wanted| wanted == code)))
        && covers.as_ref().is_none_or(is_covered)
}

fn text(detectors: &[&Detector]) -> String {
    if detectors.is_empty() {
        return "no detector is like that\n".to_owned();
    }
    let width = detectors.iter().map(|detector| detector.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for Detector { id, kind, severity, countries, name, .. } in detectors {
        let countries = if countries.is_empty() { "any".to_owned() } else { countries.join(",") };
        let _ = writeln!(out, "{id:width$}  {kind:13}  {severity:8}  {countries:5}  {}", visible(name));
    }
    out
}

/// What a list says of a detector.
pub(super) fn summary(detector: &Detector) -> Value {
    json!({
        "id": detector.id,
        "name": detector.name,
        "kind": detector.kind,
        "severity": detector.severity,
        "confidence": detector.confidence,
        "countries": detector.countries,
        "covers": detector.covers,
        "identifiers": detector.identifiers,
    })
}
