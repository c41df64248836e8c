//! Where reports go, and what hostile input makes of them.

use std::fs;

use crate::program::{Folder, alive};

const LEAK: (&str, &str) = ("main.tf", "tags = {\n  deploy = \"{ghp}\"\n}\n");

#[test]
fn several_reports_at_once_each_to_its_place() {
    let folder = Folder::with(&[LEAK]);
    let run = folder.run("scan main.tf --format jsonl --output f.jsonl -o f.sarif -o f.csv --format pretty");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("critical[github-token]"), "{run:?}");
    for (file, start) in
        [("f.jsonl", "{\"type\":\"finding\""), ("f.sarif", "{\"$schema\":"), ("f.csv", "type,severity,")]
    {
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(text.starts_with(start) && text.contains("github-token"), "{file}: {text}");
        assert!(!text.contains(&alive("{ghp}")), "{file} shows a value");
    }
}

#[test]
fn a_report_never_replaces_what_is_scanned() {
    let folder = Folder::with(&[LEAK]);
    fs::hard_link(folder.path().join("main.tf"), folder.path().join("hard")).unwrap();
    for output in ["main.tf", "./main.tf", "../{here}/main.tf", "hard"] {
        let here = folder.path().file_name().unwrap().to_str().unwrap();
        let run = folder.run(&format!("scan main.tf -f concise -o {}", output.replace("{here}", here)));
        assert!(run.code == 2 && run.stderr.contains(" is scanned and cannot take"), "{output}: {run:?}");
        let text = fs::read_to_string(folder.path().join("main.tf")).unwrap();
        assert_eq!(text, alive(LEAK.1), "{output}");
    }
    let run = folder.run("scan . -f concise -o main.tf");
    assert!(run.code == 2 && run.stderr.contains(" is scanned and is no report"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.path().join("main.tf")).unwrap(), alive(LEAK.1));
}

#[test]
fn a_report_in_a_scanned_folder_is_not_scanned() {
    let folder = Folder::with(&[("clean.tf", "tags = {}\n")]);
    for _ in 0..2 {
        let run = folder.run("scan . -f jsonl -o f.jsonl -f pretty");
        assert!(run.code == 0 && run.stdout.contains("No findings in 1 file"), "{run:?}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let run = Folder::with(&[LEAK]).run("scan main.tf --output no/such/folder.csv");
    assert!(run.code == 2 && run.stderr.starts_with("error: cannot write no/such/folder.csv: "), "{run:?}");
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_alone_even_old_ones() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[LEAK, ("old.csv", &"something longer than the report\n".repeat(1000))]);
    let old = folder.path().join("old.csv");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o644)).unwrap();
    folder.run("scan main.tf -o new.jsonl -o old.csv");
    for file in ["new.jsonl", "old.csv"] {
        let mode = fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert!(!fs::read_to_string(old).unwrap().contains("something longer"), "an old report is replaced");
}

#[test]
fn reveal_writes_values_into_a_private_file_alone() {
    let folder = Folder::with(&[LEAK]);
    let run = folder.run("scan main.tf --reveal --format jsonl --output f.jsonl");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(!run.shows(&alive("{ghp}")), "{run:?}");
    let text = fs::read_to_string(folder.path().join("f.jsonl")).unwrap();
    assert!(text.contains(&format!("\"value\":\"{}\"", alive("{ghp}"))), "{text}");
    let run = folder.run("scan main.tf --reveal --format jsonl --output f.jsonl --format pretty");
    assert!(run.code == 2 && !run.shows(&alive("{ghp}")), "{run:?}");
}

#[test]
fn fingerprints_last_as_long_as_their_key() {
    const ONE: &str = "one long passphrase";
    const TWO: &str = "two long passphrases";
    let folder = Folder::with(&[LEAK]);
    let print = |key: &[(&str, &str)]| {
        let run = folder.run_with(["scan", "main.tf", "--format", "jsonl"], "", key);
        let line: serde_json::Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
        line["fingerprint"].as_str().unwrap().to_owned()
    };
    assert_eq!(print(&[("TAGLEAKS_KEY", ONE)]), print(&[("TAGLEAKS_KEY", ONE)]));
    assert_ne!(print(&[("TAGLEAKS_KEY", ONE)]), print(&[("TAGLEAKS_KEY", TWO)]));
    assert_ne!(print(&[]), print(&[]), "a random key per run");
    for (key, expected) in [("", "TAGLEAKS_KEY is empty"), ("short", "TAGLEAKS_KEY has fewer than 16")] {
        let run = folder.run_with(["scan", "main.tf"], "", &[("TAGLEAKS_KEY", key)]);
        assert!(run.code == 2 && run.stderr.contains(expected), "{run:?}");
    }
}

#[test]
fn hostile_keys_and_file_names_stay_text_in_every_format() {
    let hostile = [
        ("::error::x.json", r#"{"\u001b[2J\u202eevil": "{ghp}"}"#),
        ("=cmd|x.json", "{\"=HYPERLINK(1)\": \"{ghp}\", \"a\\n::error::b\": \"{ghp}\"}"),
        ("##[error]x\n::error::y.json", "{\"##[error]z\": \"{ghp}\"}"),
    ];
    let folder = Folder::with(&hostile);
    for format in ["pretty", "concise", "jsonl", "csv", "sarif"] {
        let run = folder.run(&format!("scan . --format {format} --color never"));
        assert_eq!(run.code, 1, "{format}: {run:?}");
        for line in run.stdout.lines().chain(run.stderr.lines()) {
            assert!(
                !line.chars().any(|letter| letter.is_control() || letter == '\u{202e}'),
                "{format}: {line:?}"
            );
            assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{format}: {line:?}");
        }
    }
    let text = folder.run("scan . --format csv").stdout;
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let cells: Vec<_> =
        rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(cells.iter().any(|cell| cell.contains("=HYPERLINK")), "{text}");
    assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{text}");
}

#[test]
fn colour_comes_when_asked_for() {
    let folder = Folder::with(&[LEAK]);
    for (line, environment, colored) in [
        ("scan main.tf", &[][..], false),
        ("scan main.tf --color always", &[("NO_COLOR", "1")], true),
        ("scan main.tf --color never", &[], false),
    ] {
        let run = folder.run_with(line.split_whitespace(), "", environment);
        assert_eq!(run.stdout.contains("\x1b["), colored, "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error_message() {
    use std::process::{Command, Stdio};
    let folder = Folder::with(&[("big.txt", &"{ghp}\n".repeat(50_000))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_tagleaks"))
        .args(["scan", "big.txt", "--format", "concise"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(2), "not everything was scanned");
}
