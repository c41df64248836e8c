//! What `tagleaks.toml` allows, and how loud it is about it.

use serde_json::Value;

use crate::program::{Folder, Run, alive};

const FILES: [(&str, &str); 2] = [
    ("infra/main.tf", "owner = \"jane.roe@corp-mail.de\"\nbackup = \"john.doe@other-mail.de\"\n"),
    ("docs/guide.md", "deploy = \"{ghp}\"\n"),
];

fn scan(rules: &str, line: &str, environment: &[(&str, &str)]) -> Run {
    let files = [&FILES[..], &[("tagleaks.toml", rules)]].concat();
    Folder::with(&files).run_with(line.split_whitespace(), "", environment)
}

/// Places of the findings, and how many were allowed.
fn found(run: &Run) -> (Vec<String>, u64) {
    let lines = run.stdout.lines().map(serde_json::from_str);
    let lines: Vec<Value> = lines.collect::<Result<_, _>>().expect("every line is JSON");
    let findings = lines.iter().filter(|line| line["type"] == "finding");
    let place =
        |origin: &Value| format!("{}:{}", origin["path"].as_str().unwrap_or_default(), origin["line"]);
    let allowed = lines.last().and_then(|summary| summary["allowed"].as_u64());
    (findings.map(|line| place(&line["origin"])).collect(), allowed.expect("a summary counts"))
}

#[test]
fn a_rule_allows_what_fits_all_of_its_fields() {
    let all = ["./docs/guide.md:1", "./infra/main.tf:1", "./infra/main.tf:2"];
    for (fields, left) in [
        ("key = \"nobody\"", &[0, 1, 2][..]),
        ("key = [\"Owner\", \"Backup\"]", &[0]),
        ("domain = \"corp-mail.de\"", &[0, 2]),
        ("domain = \"*-mail.de\"", &[0]),
        ("domain = \"corp-mail.de\"\nkey = \"backup\"", &[0, 1, 2]),
        ("path = \"docs/**\"", &[1, 2]),
        ("path = \"infra/*.tf\"\ndetector = \"email\"", &[0]),
        ("detector = [\"credentials\"]", &[1, 2]),
        ("detector = \"credential\"\npath = \"infra/\"", &[0, 1, 2]),
        ("account = \"111122223333\"", &[0, 1, 2]),
        ("detector = \"contact\"\nexpires = 2999-12-31", &[0]),
        ("detector = \"contact\"\nexpires = 2020-12-31", &[0, 1, 2]),
    ] {
        let run = scan(&format!("[[allow]]\nreason = \"test\"\n{fields}\n"), "scan . --format jsonl", &[]);
        let left: Vec<_> = left.iter().map(|&index| all[index].to_owned()).collect();
        let n_allowed = 3 - left.len() as u64;
        assert_eq!(found(&run), (left, n_allowed), "{fields}: {run:?}");
        assert_eq!(run.stderr.contains("expired on 2020-12-31"), fields.contains("2020"), "{run:?}");
    }
}

#[test]
fn the_number_allowed_is_told() {
    let rules = "[[allow]]\nreason = \"public\"\ndetector = \"contact\"\n";
    let run = scan(rules, "scan .", &[]);
    assert!(run.code == 1 && run.stdout.contains("1 finding in 2 files"), "{run:?}");
    assert!(run.stdout.lines().last().unwrap().contains("; 2 allowed"), "{run:?}");
    let run = scan(rules, "scan infra --format concise", &[]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    let run = scan(rules, "scan . --format concise", &[]);
    assert!(run.stderr.contains("tagleaks: 1 finding, 2 allowed, exit code 1"), "{run:?}");
}

#[test]
fn a_rule_that_is_of_no_use_is_hinted_at_where_people_look() {
    let rules = "\n[[allow]]\nreason = \"old\"\nkey = \"nobody\"\n";
    let hint = "hint: tagleaks.toml:2: this allow rule fitted nothing in this run";
    for (line, is_told) in
        [("scan .", true), ("scan infra/main.tf", false), ("scan . --format concise", false)]
    {
        assert_eq!(scan(rules, line, &[]).stderr.contains(hint), is_told, "{line}");
    }
}

#[test]
fn a_fingerprint_allows_one_value_under_the_key_it_was_made_with() {
    let key = ("TAGLEAKS_KEY", "a long enough passphrase");
    let first = scan("", "scan docs --format jsonl", &[key]);
    let finding: Value = serde_json::from_str(first.stdout.lines().next().unwrap()).unwrap();
    let rules = format!("[[allow]]\nreason = \"revoked\"\nfingerprint = {}\n", finding["fingerprint"]);
    let run = scan(&rules, "scan . --format jsonl", &[key]);
    assert!(found(&run).1 == 1 && !run.stdout.contains("github-token"), "{run:?}");
    let other = scan(&rules, "scan . --format jsonl", &[("TAGLEAKS_KEY", "another long passphrase")]);
    assert_eq!(found(&other).1, 0, "{other:?}");
    let none = scan(&rules, "scan . --format jsonl", &[]);
    assert!(
        found(&none).1 == 0 && none.stderr.contains("tagleaks.toml:1: this allow rule names"),
        "{none:?}"
    );
    assert!(!run.shows(&alive("{ghp}")));
}

#[test]
fn severities_are_the_users() {
    let rules = "min_severity = \"medium\"\n[severity]\ncredential = \"low\"\nemail = \"critical\"\n";
    let run = scan(rules, "scan . --format concise", &[]);
    assert_eq!(run.stdout.matches("critical email").count(), 2, "{run:?}");
    assert!(!run.stdout.contains("github-token"), "{run:?}");
    let run = scan(rules, "scan . --format concise --min-severity low", &[]);
    assert!(run.stdout.contains("low github-token"), "{run:?}");
    assert!(scan(rules, "detectors explain email", &[]).stdout.contains("severity      critical"));
}

#[test]
fn a_country_leaves_the_detectors_of_others_out() {
    let rules = "country = \"GB\"\n";
    let text = "[[detector]]\nid = \"de-badge\"\ncountries = [\"DE\"]\nkind = \"person\"\nname = \"Badge\"\n\
                severity = \"low\"\nanchor = [\"BDG-\"]\nregex = 'BDG-[0-9]{6}'\nhelp = \"Remove it.\"\n\
                match = [\"BDG-123456\"]\nno_match = [\"BDG-12\"]\n";
    let british = text.replace("DE", "GB").replace("de-", "gb-").replace("BDG", "BGB");
    let rules = format!("{rules}{text}{british}");
    let files = [("a.txt", "badges BDG-654321 BGB-654321 {ghp}\n"), ("tagleaks.toml", rules.as_str())];
    let folder = Folder::with(&files);
    for (line, wanted, unwanted) in [
        ("scan a.txt --format concise", "gb-badge", "de-badge"),
        ("scan a.txt --format concise --country de", "de-badge", "gb-badge"),
    ] {
        let run = folder.run(line);
        assert!(run.stdout.contains(wanted) && run.stdout.contains("github-token"), "{line}: {run:?}");
        assert!(!run.stdout.contains(unwanted), "{line}: {run:?}");
    }
    let run = folder.run("detectors test");
    assert!(run.code == 0 && run.stdout.contains("and 4 of 2 of your own: all as they should"), "{run:?}");
    let list = folder.run("detectors list --country GB").stdout;
    assert!(list.contains("gb-badge") && !list.contains("github-token"), "{list}");
}
