//! What a user is told about a wrong detector.

/// A detector that is right, with a line to spoil it.
fn block(spoiled: &str) -> String {
    let lines = [
        r#"id = "badge""#,
        r#"kind = "person""#,
        r#"name = "Badge number""#,
        r#"severity = "low""#,
        r#"anchor = ["BDG-"]"#,
        r"regex = '\bBDG-[0-9]{6}\b'",
        r#"help = "Remove it.""#,
        r#"match = ["BDG-123456"]"#,
        r#"no_match = ["BDG-12"]"#,
    ];
    let field = spoiled.split(" =").next().unwrap_or_default();
    let kept = lines.iter().filter(|line| line.split(" =").next() != Some(field));
    let text: Vec<&str> =
        ["# user's file", "[[detector]]", spoiled].into_iter().chain(kept.copied()).collect();
    text.join("\n")
}

#[test]
fn a_right_block_is_read_and_other_tables_are_left_alone() {
    let text = format!("[output]\nformat = \"jsonl\"\n{}", block("mask = \"all\""));
    let detectors = patterns::parse(&text, "tagleaks.toml").unwrap();
    assert_eq!(detectors.len(), 1);
    assert_eq!(detectors[0].covers, "badge");
    assert!(detectors[0].pierces);
}

#[test]
fn faults_name_file_line_and_what_is_accepted() {
    for (spoiled, line, words) in [
        ("severity = \"severe\"", 3, "expected one of `info`, `low`, `medium`, `high`, `critical`"),
        ("kind = \"pet\"", 3, "`credential`"),
        ("colour = \"red\"", 3, "unknown field `colour`, expected one of"),
        ("anchor = \"word\"", 3, "`digits`, `code`, `iban-head`, `key`"),
        ("anchor = [\"ab\"]", 2, "3 bytes or more"),
        ("anchor = \"digits\"", 2, "`digits = [counts]`"),
        ("anchor = \"key\"", 2, "`context = \"key-only\"`"),
        ("digits = [9]", 2, "`digits` goes with `anchor"),
        ("id = \"Bad Id\"", 2, "kebab-case"),
        ("regex = ''", 2, "`regex` may be left out"),
        ("keys = [\"badge\"]", 2, "`keys` needs `context"),
        ("context = \"boosts\"", 2, "`keys` must not be empty"),
        ("veto = [\"@nope\"]", 2, "expected one of `@about`"),
        ("veto = [\"Upper\"]", 2, "lower case"),
        ("match = []", 2, "one example each"),
        ("rank = 300", 3, "300"),
        ("mask = \"none\"", 3, "`ends`"),
        ("name = ", 3, ""),
    ] {
        let error = patterns::parse(&block(spoiled), "tagleaks.toml").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("tagleaks.toml", line), "{spoiled}: {error}");
        assert!(error.message.contains(words), "{spoiled}: {error}");
        assert!(!error.to_string().contains('\n'), "{spoiled}: {error}");
    }
}

#[test]
fn two_blocks_cannot_share_an_id() {
    let text = format!("{}\n{}", block("rank = 1"), block("rank = 2"));
    let error = patterns::parse(&text, "tagleaks.toml").unwrap_err();
    assert!(error.message.contains("taken"), "{error}");
    assert!(error.line > 10, "{error}");
}
