//! One finding as a SARIF result.

use model::{Finding, Severity};
use serde_json::{Value, json};

use super::place;

/// The result object; never holds the raw value, because SARIF files are uploaded.
pub(super) fn of(finding: &Finding, rule_index: usize) -> Value {
    let field = if finding.path.is_empty() { String::new() } else { format!(" in {}", finding.path) };
    let message = format!("{} ({}){field}", finding.name, finding.preview);
    json!({
        "ruleId": finding.detector,
        "ruleIndex": rule_index,
        "level": level(finding.severity),
        "message": { "text": plain(&message) },
        "locations": [place::located(finding)],
        "partialFingerprints": { "tagleaks/value": finding.fingerprint },
        "properties": {
            "confidence": finding.confidence,
            "covers": finding.covers,
            "kind": finding.kind,
            "severity": finding.severity,
        },
    })
}

/// The level of a severity.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

/// Text in which viewers see no link: `[text](address)` is one in SARIF messages.
pub(super) fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}
