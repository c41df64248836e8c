//! `sweep --demo` finds what is planted, and says what it could not see.

use std::collections::BTreeMap;

use matcher::{Config, Matcher, Scratch};
use model::Confidence;
use serde_json::Value;

use crate::program::Folder;

const LEAKS: &str = include_str!("../../../../datasets/sample-account/leaks.jsonl");
const TOLERATED: &str = include_str!("../../../../datasets/sample-account/tolerated.jsonl");

/// How often each thing is found at each place: ARN, path, what the detector covers.
type Places = BTreeMap<[String; 3], usize>;

fn count(places: impl IntoIterator<Item = [String; 3]>) -> Places {
    let mut counts = Places::new();
    for place in places {
        *counts.entry(place).or_default() += 1;
    }
    counts
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The labels, masked as findings are where a leak stands in an ARN or in a tag's key.
fn labels(lines: &str) -> Places {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(patterns::builtin(), config).unwrap();
    let mut scratch = Scratch::default();
    let mut mask = |value: &Value| {
        let (parent, name) = match value.as_str().unwrap() {
            path if path.starts_with("Tags.") => path.split_at("Tags.".len()),
            other => ("", other),
        };
        let (name, end) = name.strip_suffix("#key").map_or((name, ""), |name| (name, "#key"));
        format!("{parent}{}{end}", matcher.redact(name, &mut scratch))
    };
    let parsed = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    count(parsed.map(|line| [mask(&line["arn"]), mask(&line["path"]), text(&line["covers"])]))
}

#[test]
fn every_planted_leak_is_found_once_and_nothing_else() {
    let run = Folder::with(&[]).run("sweep --demo --format jsonl");
    assert_eq!(run.code, 0, "{run:?}");
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).cloned().collect::<Vec<_>>();
    let place = |finding: &Value| [&finding["origin"]["arn"], &finding["path"], &finding["covers"]].map(text);
    let (planted, tolerated) = (labels(LEAKS), labels(TOLERATED));
    assert!(planted.len() >= 40, "the account has leaks enough");
    let mut found = count(of("finding").iter().map(place));
    found.retain(|place, _| !tolerated.contains_key(place));
    let missed: Vec<_> = planted.keys().filter(|place| !found.contains_key(*place)).collect();
    assert!(missed.is_empty(), "missed {missed:#?}");
    let wrong: Vec<_> = found.iter().filter(|&(place, number)| planted.get(place) != Some(number)).collect();
    assert!(wrong.is_empty(), "not planted, or not as often: {wrong:#?}");
    let summary = of("summary").remove(0);
    assert_eq!(summary["incomplete"], true);
    let coverage = summary["coverage"].as_array().unwrap();
    let denied: Vec<_> = coverage.iter().filter(|row| row["status"] == "denied").collect();
    assert!(denied.len() == 1 && denied[0]["region"] == "ap-southeast-2", "{coverage:#?}");
    assert!(of("notice").iter().all(|notice| notice["origin"]["region"] == "ap-southeast-2"));
    assert!(!of("notice").is_empty());
}

#[test]
fn the_demo_shows_its_hole_and_what_comes_next() {
    let run = Folder::with(&[]).run("sweep --demo");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.starts_with("This is a recorded sample account"), "{run:?}");
    for text in ["Not scanned", "access-denied", "ap-southeast-2", "Coverage", "denied", "incomplete"] {
        assert!(run.stdout.contains(text), "no {text:?}: {run:?}");
    }
    for text in
        ["exit code 0; a real sweep would say: ", "exit code 2, which wins over 1", "Next: `tagleaks policy`"]
    {
        assert!(run.stderr.contains(text), "no {text:?}: {run:?}");
    }
}
