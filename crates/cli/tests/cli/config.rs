//! `tagleaks.toml`: found upward, read with clear errors.

use crate::program::{Folder, alive};

const LEAK: (&str, &str) = ("main.tf", "tags = {\n  deploy = \"{ghp}\"\n}\n");

const BADGE: &str = r#"
[[detector]]
id = "badge"
kind = "person"
name = "Badge number"
severity = "low"
anchor = ["BDG-"]
regex = '\bBDG-[0-9]{6}\b'
help = "Remove the badge number."
match = ["badge BDG-123456"]
no_match = ["BDG-12"]
"#;

#[test]
fn a_file_sets_what_flags_do_not() {
    let only = ("tagleaks.toml", "only = [\"contact\"]\n");
    for (line, code) in [
        ("scan main.tf", 0),
        ("scan --only credential main.tf", 1),
        ("scan --no-config main.tf", 1),
        ("scan --config other.toml main.tf", 1),
    ] {
        let run = Folder::with(&[LEAK, only, ("other.toml", "")]).run(line);
        assert_eq!(run.code, code, "{line}: {run:?}");
    }
}

#[test]
fn a_file_above_counts_up_to_the_repository() {
    let folder = Folder::with(&[
        ("tagleaks.toml", "nonsense = 1"),
        ("repo/.git/HEAD", ""),
        ("repo/a/main.tf", LEAK.1),
    ]);
    let run = folder.run("scan repo");
    assert_eq!(run.code, 2, "{run:?}");
    let inner = Folder::with(&[("a/b/keep", ""), ("tagleaks.toml", "nonsense = 1")]);
    let script = format!("cd a/b && exec {} scan .", env!("CARGO_BIN_EXE_tagleaks"));
    let found = |folder: &Folder, script: &str| {
        let output = std::process::Command::new("sh")
            .arg("-c")
            .arg(script)
            .current_dir(folder.path())
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(found(&inner, &script).contains("tagleaks.toml:1: unknown key `nonsense`"));
    let script = format!("cd repo/a && exec {} scan .", env!("CARGO_BIN_EXE_tagleaks"));
    assert!(!found(&folder, &script).contains("nonsense"), "a repository ends the search");
}

#[test]
fn a_wrong_file_is_refused_in_one_sentence() {
    for (text, expected) in [
        ("threads = 0", "tagleaks.toml:1: `threads` takes a whole number from 1"),
        ("\n\nhiden = true", "tagleaks.toml:3: unknown key `hiden`; known are min_confidence, min_severity"),
        ("color = 3", "tagleaks.toml:1: `color` takes auto, always or never"),
        ("only = [\"credential\", \"cards\"]", "tagleaks.toml:1: no detector looks for `cards`"),
        ("hidden = tru", "tagleaks.toml:1: "),
        ("[[detector]]\nid = \"badge\"\n", "tagleaks.toml:1: "),
        ("[[detector]]\nid = \"badge\"\nkind = \"secret\"\n", "tagleaks.toml:3: "),
    ] {
        let run = Folder::with(&[LEAK, ("tagleaks.toml", text)]).run("scan main.tf");
        assert_eq!(run.code, 2, "{text:?}: {run:?}");
        assert!(run.stderr.starts_with("error: ") && run.stderr.contains(expected), "{text:?}: {run:?}");
        assert_eq!(run.stderr.lines().count(), 1, "{text:?}: {run:?}");
        assert_eq!(run.stdout, "");
    }
    let run = Folder::with(&[LEAK]).run("scan --config missing.toml main.tf");
    assert!(run.code == 2 && run.stderr.contains("cannot read missing.toml"), "{run:?}");
}

#[test]
fn a_wrong_detector_is_refused_on_the_line_of_its_field() {
    let badge = |from: &str, to: &str| format!("hidden = true\n{}", BADGE.replace(from, to));
    for (change, line, expected) in [
        (("id = \"badge\"", "id = \"email\""), 4, "a built-in detector has this id"),
        (("id = \"badge\"", "id = \"person\""), 4, "a kind has this name"),
        (("\"low\"", "\"harmless\""), 7, "unknown variant `harmless`"),
        (("BDG-\"]", "BADGE\"]"), 8, "a match of the regex may hold none of the anchors"),
        (("[0-9]{6}", "[0-9"), 9, "the regex is wrong: unclosed character class"),
        (("[0-9]{6}", "(?:[0-9]{200}){200}"), 9, "repetitions inside of each other make 40000 copies"),
        (("regex =", "validate = \"lunh\"\nregex ="), 9, "no validator is named \"lunh\"; there are "),
        (("regex =", "veto = [\"@nope\"]\nregex ="), 9, "unknown word group `@nope`"),
        (("badge BDG-123456", "badge BDG-x"), 11, "does not fire on its `match` example number 1"),
        (("[\"badge BDG-123456\"]", "[\n\"BDG-111111\",\n\"BDG-x\"]"), 13, "its `match` example number 2"),
        (("badge BDG-123456", "badge BDG-123456 {badge}"), 11, "`{badge}` in `match` is no placeholder"),
        (("\"BDG-12\"", "\"BDG-12\", \"BDG-123456\""), 12, "fires on its `no_match` example number 2"),
    ] {
        let run = Folder::with(&[LEAK, ("tagleaks.toml", &badge(change.0, change.1))]).run("scan main.tf");
        let start = format!("error: tagleaks.toml:{line}: ");
        assert!(run.code == 2 && run.stderr.starts_with(&start), "{change:?}: {run:?}");
        assert_eq!(run.stderr.lines().count(), 1, "{change:?}: {run:?}");
        assert!(
            run.stderr.contains(expected) && !run.shows("BDG-x") && !run.shows("BDG-123456"),
            "{change:?}: {run:?}"
        );
    }
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text = format!(
        "threads = 0\nskip = [\"badge\", \"bagde\"]\n{}\n{}\n[[allow]]\nkey = \"Owner\"\n",
        BADGE.replace("low", "harmless"),
        BADGE.replace("\"badge\"", "\"email\"").replace("[0-9]{6}", "[0-9"),
    );
    let run = Folder::with(&[LEAK, ("tagleaks.toml", &text)]).run("scan main.tf");
    let lines: Vec<_> = run.stderr.lines().collect();
    let expected = [
        "tagleaks.toml:1: `threads` takes",
        "tagleaks.toml:2: no detector looks for `bagde`",
        "tagleaks.toml:8: unknown variant `harmless`",
        "tagleaks.toml:17: detector `email`: a built-in detector has this id",
        "tagleaks.toml:22: detector `email`: the regex is wrong",
        "tagleaks.toml:27: an allow rule needs a `reason`",
    ];
    assert_eq!(lines.len(), expected.len(), "{run:?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(&format!("error: {expected}")), "{expected}: {run:?}");
    }
}

#[test]
fn an_error_repeats_no_value_of_the_file() {
    let long = format!("\"{}\" = 1", "x".repeat(100));
    for text in ["\"{ghp}\" = 1", "match = \"{ghp}\"", "\"a\\u001b[2J\" = 1", &long] {
        let detector = format!("{BADGE}{text}\n");
        for file in [text, &detector.replacen("match = [\"badge BDG-123456\"]\n", "", 1)] {
            let run = Folder::with(&[LEAK, ("tagleaks.toml", file)]).run("scan main.tf");
            assert_eq!(run.code, 2, "{file}: {run:?}");
            assert!(!run.shows(&alive("{ghp}")) && !run.shows("\u{1b}"), "{file}: {run:?}");
        }
        let run = Folder::with(&[LEAK, ("tagleaks.toml", text)]).run("scan main.tf");
        assert!(!run.shows(&"x".repeat(41)), "{run:?}");
    }
}

#[test]
fn the_file_in_use_is_not_scanned_with_its_folder() {
    let text = format!("# jane.roe@corp-mail.de\n{BADGE}");
    let folder = Folder::with(&[("tagleaks.toml", &text), ("clean.tf", "")]);
    for (line, code) in [("scan .", 0), ("scan . --no-config", 1), ("scan tagleaks.toml", 1)] {
        let run = folder.run(line);
        assert_eq!(run.code, code, "{line}: {run:?}");
    }
}

#[test]
fn a_detector_of_the_user_fires_and_is_listed() {
    let folder = Folder::with(&[("tagleaks.toml", BADGE), ("a.txt", "owner = BDG-654321\n")]);
    let run = folder.run("scan a.txt --format concise");
    assert!(run.code == 1 && run.stdout.contains("a.txt:1:9: low badge"), "{run:?}");
    assert!(folder.run("detectors list").stdout.contains("Badge number"));
    assert!(folder.run("detectors explain badge").stdout.contains("Remove the badge number."));
}
