//! Whole files of infrastructure code: every leak is found, nothing else is, and no value is shown.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::Folder;

/// File, line and what it is: a line of `expected.jsonl`.
type Leak = (String, u64, String);

/// Leaks that are not found yet; an entry that is found must go.
const KNOWN_MISSES: &[(&str, u64, &str)] = &[];

#[test]
fn every_leak_of_the_files_is_found_and_nothing_else() {
    let run = files().run("scan . --format jsonl --no-config");
    assert_eq!(run.code, 1, "{run:?}");
    let found: BTreeSet<Leak> =
        findings(&run.stdout).map(|finding| leak_of(&finding["origin"], &finding)).collect();
    let expected: BTreeSet<Leak> = lines(&read("expected.jsonl")).map(|line| leak_of(&line, &line)).collect();
    let missed: Vec<_> =
        expected.difference(&found).map(|(file, line, covers)| (&**file, *line, &**covers)).collect();
    let alarms: Vec<_> = found.difference(&expected).collect();
    assert!(alarms.is_empty(), "false alarms: {alarms:#?}");
    assert_eq!(missed, KNOWN_MISSES, "missed, and known misses");
}

#[test]
fn no_value_of_the_files_is_shown() {
    let (folder, private) = (files(), Folder::with(&[]));
    let revealed = private.path().join("revealed.jsonl");
    let line = format!("scan . --no-config --reveal --output {}", revealed.display());
    folder.run(&line);
    let values: Vec<String> = findings(&fs::read_to_string(revealed).unwrap())
        .map(|finding| finding["value"].as_str().unwrap().to_owned())
        .collect();
    assert!(values.len() >= 100, "{} values", values.len());
    for format in ["jsonl", "pretty", "concise", "csv", "sarif"] {
        let run = folder.run(&format!("scan . --no-config --format {format}"));
        for value in &values {
            assert!(!run.shows(value), "{format} shows a value");
        }
    }
}

/// The data set in a folder of its own.
fn files() -> Folder {
    let files: Vec<_> =
        fs::read_dir(data_set().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let texts: Vec<_> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let names = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap());
    Folder::with(&names.zip(texts.iter().map(String::as_str)).collect::<Vec<_>>())
}

fn read(name: &str) -> String {
    fs::read_to_string(data_set().join(name)).unwrap()
}

fn data_set() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets/iac")
}

fn lines(text: &str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

fn findings(text: &str) -> impl Iterator<Item = Value> {
    lines(text).filter(|line| line["type"] == "finding")
}

/// The leak at a place, which the data set calls `file` and the wire format `path`.
fn leak_of(place: &Value, what: &Value) -> Leak {
    let file = place.get("file").unwrap_or(&place["path"]).as_str().unwrap();
    let file = file.trim_start_matches("./").to_owned();
    (file, place["line"].as_u64().unwrap(), what["covers"].as_str().unwrap().to_owned())
}
