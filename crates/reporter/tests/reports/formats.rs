//! Every format over one fixture of hostile findings, compared with `tests/expected/`.
//!
//! `UPDATE_EXPECTED=1 cargo test -p reporter` rewrites the files; look at the difference before you commit it.

use std::path::Path;

use serde_json::Value;

use crate::hostile::{self, render, revealed};

const FORMATS: [&str; 5] = ["pretty", "concise", "jsonl", "csv", "sarif"];

#[test]
fn formats_are_as_expected() {
    for format in FORMATS {
        check(format, &render(format, false));
    }
    check("pretty-color", &render("pretty", true));
}

fn check(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(text == expected, "{name} differs from {}:\n{text}", file.display());
}

#[test]
fn no_format_lets_a_control_through() {
    for format in FORMATS {
        let text = render(format, false);
        for line in text.lines() {
            assert!(!line.chars().any(char::is_control), "{format}: {line:?}");
            assert!(!line.contains(['\u{202e}', '\u{200b}', '\u{e0041}']), "{format}: {line:?}");
            assert!(!line.trim_start().starts_with("::"), "{format}: {line:?}");
            assert!(!line.contains("##["), "{format}: {line:?}");
            assert!(!line.starts_with("forged"), "{format}: {line:?}");
        }
    }
}

#[test]
fn colors_are_the_only_escapes() {
    let mut text = render("pretty", true);
    assert!(text.contains("\x1b["), "colour is on");
    while let Some(start) = text.find("\x1b[") {
        let length =
            text[start + 2..].find(|letter: char| !letter.is_ascii_digit() && letter != ';').unwrap();
        assert_eq!(text.as_bytes()[start + 2 + length], b'm', "only SGR sequences");
        text.replace_range(start..start + length + 3, "");
    }
    assert_eq!(text, render("pretty", false));
}

#[test]
fn csv_reads_back_and_starts_no_formula() {
    let text = render("csv", false);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), hostile::findings().len() + hostile::notices().len());
    for cell in rows.iter().flatten() {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
    }
}

#[test]
fn jsonl_keeps_every_text_as_it_was() {
    let text = render("jsonl", false);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (line, finding) in lines.iter().zip(hostile::findings()) {
        assert_eq!(line["type"], "finding");
        assert_eq!(line["path"], finding.path);
        assert_eq!(line["preview"], finding.preview);
        assert_eq!(line["start"], finding.span.start);
    }
    assert_eq!(lines.last().unwrap()["type"], "summary");
    let first = text.lines().next().unwrap();
    let keys = [
        "type",
        "detector",
        "covers",
        "kind",
        "severity",
        "confidence",
        "origin",
        "path",
        "key",
        "start",
        "end",
        "preview",
        "fingerprint",
        "help",
    ];
    let places: Vec<_> = keys.iter().map(|key| first.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "keys keep the order of the wire format: {first}");
}

#[test]
fn sarif_has_the_structure_that_code_scanning_asks_for() {
    let log: Value = serde_json::from_str(&render("sarif", false)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), hostile::findings().len());
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(result["ruleId"], rule["id"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        assert!(result["partialFingerprints"]["tagleaks/value"].is_string());
        let location = &result["locations"][0];
        assert!(location["physicalLocation"].is_object() || location["logicalLocations"].is_array());
    }
    for rule in rules {
        assert!(rule["help"]["text"].is_string() && rule["shortDescription"]["text"].is_string());
        assert!(rule["properties"]["security-severity"].as_str().unwrap().parse::<f64>().is_ok());
    }
    let file = results.iter().find(|result| result["ruleId"] == "us-ssn").unwrap();
    let region = &file["locations"][0]["physicalLocation"]["region"];
    let expected = serde_json::json!(
        {"startLine": 12, "startColumn": 9, "endColumn": 20, "byteOffset": 340, "byteLength": 11}
    );
    assert_eq!(*region, expected);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["exitCode"], 2);
    let notifications = invocation["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(notifications.len(), hostile::notices().len());
}

#[test]
fn values_are_shown_only_under_reveal_and_never_in_sarif() {
    for format in FORMATS {
        assert!(!render(format, false).contains(hostile::RAW), "{format} masks");
        assert_eq!(revealed(format).contains(hostile::RAW), format != "sarif", "{format} under reveal");
    }
}
