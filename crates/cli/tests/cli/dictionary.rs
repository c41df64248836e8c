//! Values of the user: where they come from, where they are found, and that they show nowhere.

use serde_json::Value;

use crate::program::{Folder, Run};

const KEY: (&str, &str) = ("TAGLEAKS_KEY", "a long enough passphrase");

const TABLE: &str = "id,Mail,name\n100200300,Jane.Roe@corp-mail.de,Jane Roe\n100200301,j.doe@corp-mail.de,\"Doë, John\"\n\
                     ,x,y\n100200300,JANE.ROE@CORP-MAIL.DE,jane roe\n";

const FILES: [(&str, &str); 5] = [
    ("customers.csv", TABLE),
    ("names.txt", "Jane Roe\nDoe John\n\nx\n"),
    (
        "infra/tags.json",
        "{\"Tags\": [{\"Key\": \"Path\", \"Value\": \"s3://scans/JANE_ROE/1\"}, {\"Key\": \"doe-john\", \"Value\": \"on\"}]}\n",
    ),
    (
        "infra/main.tf",
        "bucket = \"jane and roe\"\nid = \"ref 100-200-300\"\nurl = \"?u=jane.roe%40corp-mail.de\"\n",
    ),
    ("infra/log.json", "{\"a\": \"caf\\u00e9 jane\\tr\\u00f6e done\"}\n"),
];

fn run(line: &str, environment: &[(&str, &str)]) -> Run {
    Folder::with(&FILES).run_with(line.split_whitespace(), "", environment)
}

/// Detector and place of every finding of a dictionary.
fn found(run: &Run) -> Vec<String> {
    let lines =
        run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("every line is JSON"));
    let findings = lines.filter(|line| {
        line["covers"] == "dictionary"
            || line["detector"].as_str().is_some_and(|id| id.starts_with("dictionary:"))
    });
    let place = |line: &Value| {
        let [id, path] =
            [&line["detector"], &line["origin"]["path"]].map(|text| text.as_str().unwrap_or_default());
        format!("{} {path}:{}", id.trim_start_matches("dictionary:"), line["origin"]["line"])
    };
    let mut found: Vec<_> = findings.map(|line| place(&line)).collect();
    found.sort();
    found
}

#[test]
fn values_are_found_however_they_are_written() {
    let (json, main, log) = ("infra/tags.json:1", "infra/main.tf", "infra/log.json:1");
    for (arguments, expected) in [
        (
            "--dictionary names.txt",
            vec![
                format!("names {main}:3"),
                format!("names {json}"),
                format!("names {json}"),
                format!("names {log}"),
            ],
        ),
        (
            "--dictionary customers.csv:name",
            vec![
                format!("customers-name {main}:3"),
                format!("customers-name {json}"),
                format!("customers-name {json}"),
                format!("customers-name {log}"),
            ],
        ),
        ("--dictionary customers.csv", vec![format!("customers {main}:2")]),
        ("--dictionary customers.csv:2", vec![format!("customers-2 {main}:3")]),
        (
            "--dictionary customers.csv:mail --dictionary names.txt --only dictionary:customers-mail",
            vec![format!("customers-mail {main}:3")],
        ),
    ] {
        let run = run(&format!("scan infra {arguments} --format jsonl"), &[]);
        let mut expected = expected;
        expected.sort();
        assert_eq!((found(&run), run.code), (expected, 1), "{arguments}: {run:?}");
        for value in ["JANE_ROE", "doe-john", "100-200-300", "%40corp"] {
            assert!(!run.shows(value), "{arguments} shows {value}: {run:?}");
        }
    }
    assert_eq!(found(&run("scan infra --format jsonl", &[])), [""; 0]);
}

#[test]
fn what_is_left_out_is_counted() {
    let run = run("scan infra --dictionary names.txt --format concise", &[]);
    let expected = "note: names.txt: 2 values are looked for; left out: 1 empty, 1 too short (";
    assert!(run.stderr.starts_with(expected), "{run:?}");
}

#[test]
fn a_built_dictionary_holds_no_value_and_needs_its_key() {
    let folder = Folder::with(&FILES);
    let call =
        |line: &str, environment: &[(&str, &str)]| folder.run_with(line.split_whitespace(), "", environment);
    let refused = call("dictionary build customers.csv:mail -o c.tldict", &[]);
    assert!(refused.code == 2 && refused.stderr.contains("TAGLEAKS_KEY is not set"), "{refused:?}");
    let built = call("dictionary build customers.csv:mail names.txt -o c.tldict", &[KEY]);
    let told = "c.tldict: 4 values, 1 duplicates; left out: 1 empty, 2 too short";
    assert!(built.code == 0 && built.stdout.starts_with(told), "{built:?}");
    let bytes = std::fs::read(folder.path().join("c.tldict")).unwrap().to_ascii_lowercase();
    assert!(!bytes.windows(4).any(|part| [b"jane", b"corp", b"john"].contains(&part.try_into().unwrap())));
    let scan = "scan infra --dictionary c.tldict --format jsonl";
    assert_eq!(found(&call(scan, &[KEY])).len(), 4, "names and address");
    for (environment, expected) in [
        (
            &[][..],
            "cannot use the dictionary c.tldict: set TAGLEAKS_KEY to the text that it was built with: it was made under a key",
        ),
        (&[("TAGLEAKS_KEY", "another long passphrase")], "it was made under another key"),
    ] {
        let run = call(scan, environment);
        assert!(run.code == 2 && run.stderr.contains(expected), "{run:?}");
    }
    let open = call("dictionary build names.txt -o open.tldict --without-key", &[KEY]);
    assert_eq!(open.code, 0, "{open:?}");
    assert_eq!(found(&call("scan infra --dictionary open.tldict --format jsonl", &[])).len(), 4);
}

#[test]
fn a_dictionary_of_no_use_is_refused_without_its_values() {
    let files = [
        ("customers.csv", "jane.roe@corp-mail.de,Jane Roe\n"),
        ("short.txt", "x\n\nJo\n"),
        ("binary.txt", "Jane\0Roe"),
        ("a/b.tf", "x = 1\n"),
    ];
    let folder = Folder::with(&files);
    for (line, expected) in [
        ("scan a --dictionary none.csv", "error: cannot use the dictionary none.csv: No such file"),
        ("scan a --dictionary a", "cannot use the dictionary a: it is a folder"),
        (
            "scan a --dictionary customers.csv:mail",
            "customers.csv: line 1: there is no column `mail` among 2",
        ),
        (
            "scan a --dictionary customers.csv",
            "customers.csv: it has no value that can be looked for: there is none",
        ),
        ("scan a --dictionary short.txt", "it has no value that can be looked for: 1 empty, 2 too short"),
        ("scan a --dictionary binary.txt", "binary.txt: it is no text"),
        ("scan a --dictionary short.txt:x", "only .csv and .tsv files have columns"),
        ("scan a --dictionary-kind person", "--dictionary <FILE[:COLUMN]>"),
        ("dictionary build short.txt -o x.tldict --without-key", "cannot use short.txt: it has no value"),
        ("dictionary build none.csv:x -o x.tldict --without-key", "cannot use none.csv: No such file"),
        (
            "dictionary build short.txt -o customers.csv --without-key",
            "customers.csv is there and is no dictionary",
        ),
    ] {
        let run = folder.run(line);
        assert!(run.code == 2 && run.stderr.contains(expected), "{line}: {run:?}");
        assert!(!run.shows("jane") && !run.shows("Jane"), "{line}: {run:?}");
    }
}

#[test]
fn the_configuration_names_dictionaries_beside_it() {
    let rules = "dictionary = [\"lists/names.txt\", { file = \"lists/ids.csv\", column = 1, kind = \"financial\" }]\n\
                 [severity]\n\"dictionary:ids-1\" = \"low\"\n";
    let files = [
        ("tagleaks.toml", rules),
        ("lists/names.txt", "Jane Roe\nJohn Doe\n"),
        ("lists/ids.csv", "id\n100200300\n"),
        ("infra/a.tf", "x = \"jane roe\"\ny = \"100 200 300\"\n"),
    ];
    let folder = Folder::with(&files);
    let run = folder.run("scan . --format jsonl");
    // The lists lie in the scanned folder and are left out.
    assert_eq!(found(&run), ["ids-1 ./infra/a.tf:2", "names ./infra/a.tf:1"], "{run:?}");
    assert!(
        run.stdout.contains("\"kind\":\"financial\"") && run.stdout.contains("\"severity\":\"low\""),
        "{run:?}"
    );
    let typed = folder.run("scan infra --dictionary lists/ids.csv --format jsonl --no-config");
    assert_eq!(found(&typed), ["ids infra/a.tf:2"], "{typed:?}");
}

#[test]
fn a_value_that_stands_everywhere_is_no_flood() {
    let many = "jane roe\n".repeat(10_100);
    let folder = Folder::with(&[("names.txt", "Jane Roe\n"), ("many.txt", &many)]);
    let run = folder.run("scan many.txt --dictionary names.txt --format jsonl");
    assert_eq!(found(&run).len(), 10_000);
    let expected =
        "warning: dictionary:names: too common: 1 of its values stood in more than 10000 places; 100 more";
    assert!(run.stderr.contains(expected), "{}", run.stderr);
}
