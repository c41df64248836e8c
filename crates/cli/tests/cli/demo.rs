//! `sweep --demo` finds what is planted, and says what it could not see.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::program::Folder;

const LEAKS: &str = include_str!("../../../../datasets/sample-account/leaks.jsonl");
const TOLERATED: &str = include_str!("../../../../datasets/sample-account/tolerated.jsonl");

type Place = (String, String, String);

fn places(lines: &str) -> BTreeSet<Place> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let parsed = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    parsed.map(|line| (text(&line["arn"]), text(&line["path"]), text(&line["covers"]))).collect()
}

#[test]
fn every_planted_leak_is_found_and_nothing_else() {
    let run = Folder::with(&[]).run("sweep --demo --format jsonl");
    assert_eq!(run.code, 0, "{run:?}");
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).cloned().collect::<Vec<_>>();
    let place = |finding: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
        (text(&finding["origin"]["arn"]), text(&finding["path"]), text(&finding["covers"]))
    };
    let found: BTreeSet<Place> = of("finding").iter().map(place).collect();
    let planted = places(LEAKS);
    assert!(planted.len() >= 40, "the account has leaks enough");
    let missed: Vec<_> = planted.difference(&found).collect();
    assert!(missed.is_empty(), "missed {missed:#?}");
    let tolerated = places(TOLERATED);
    let wrong: Vec<_> = found.difference(&planted).filter(|place| !tolerated.contains(*place)).collect();
    assert!(wrong.is_empty(), "not planted {wrong:#?}");
    let summary = of("summary").remove(0);
    assert_eq!(summary["incomplete"], true);
    let denied = |row: &&Value| row["status"] == "denied";
    assert_eq!(summary["coverage"].as_array().unwrap().iter().filter(denied).count(), 1);
    assert_eq!(of("notice").len(), 1);
}

#[test]
fn the_demo_shows_its_hole_and_what_comes_next() {
    let run = Folder::with(&[]).run("sweep --demo");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.starts_with("This is a recorded sample account"), "{run:?}");
    for text in ["Not scanned", "access-denied", "Coverage", "denied", "incomplete"] {
        assert!(run.stdout.contains(text), "no {text:?}: {run:?}");
    }
    for text in
        ["exit code 0; a real sweep would say: ", "exit code 2, which wins over 1", "Next: `tagleaks policy`"]
    {
        assert!(run.stderr.contains(text), "no {text:?}: {run:?}");
    }
}
