//! What covers each identifier of `patterns/identifiers.csv`.

use std::fmt::Write;

use model::Detector;
use patterns::{Coverage, Identifier};

use super::cell::{code, plain};

const HEADER: &str = "\
## Known identifiers

What tools of this sort are expected to know (`patterns/identifiers.csv`), and which detectors find it here, or why none
does (`patterns/NOT_COVERED.md`).

| identifier | category | country | detectors |
|---|---|---|---|
";

/// All identifiers, in the order of the list.
pub(super) fn table(detectors: &[Detector]) -> String {
    let mut out = HEADER.to_owned();
    for Identifier { id, category, country, .. } in patterns::identifiers() {
        let covered = match patterns::coverage(&id, detectors) {
            Coverage::Detectors(ids) => ids.into_iter().map(code).collect::<Vec<_>>().join(", "),
            Coverage::Reason(reason) => format!("none: {}", plain(reason)),
            Coverage::None => "not yet".to_owned(),
        };
        let _ = writeln!(out, "| {} | {} | {} | {covered} |", code(&id), plain(&category), plain(&country));
    }
    out
}
