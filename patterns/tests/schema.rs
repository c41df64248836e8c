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
    let parsed = patterns::parse(&text, "tagleaks.toml");
    assert_eq!((parsed.blocks.len(), parsed.errors.len()), (1, 0));
    assert_eq!(parsed.blocks[0].detector.covers, "badge");
    assert!(parsed.blocks[0].detector.pierces);
}

#[test]
fn faults_name_file_line_and_what_is_accepted() {
    for (spoiled, line, words) in [
        ("severity = \"severe\"", 3, "expected one of `info`, `low`, `medium`, `high`, `critical`"),
        ("kind = \"pet\"", 3, "`credential`"),
        ("colour = \"red\"", 3, "unknown field `colour`, expected one of"),
        ("anchor = \"word\"", 3, "`digits`, `code`, `iban-head`, `key`"),
        ("anchor = [\"ab\"]", 3, "3 bytes or more"),
        ("anchor = \"digits\"", 3, "`digits = [counts]`"),
        ("anchor = \"key\"", 3, "`context = \"key-only\"`"),
        ("digits = [9]", 3, "`digits` goes with `anchor"),
        ("id = \"Bad Id\"", 3, "kebab-case"),
        ("regex = ''", 3, "`regex` may be left out"),
        ("keys = [\"badge\"]", 3, "`keys` needs `context"),
        ("context = \"boosts\"", 3, "`keys` must not be empty"),
        ("veto = [\"@nope\"]", 3, "expected one of `@about`"),
        ("veto = [\"Upper\"]", 3, "lower case"),
        ("match = []", 3, "one example each"),
        ("match = [\"BDG-123456\",\n\"{nope}\"]", 4, "`{nope}` in `match` is no placeholder"),
        ("countries = [\"de\"]", 3, "two capital letters"),
        ("rank = 300", 3, "300"),
        ("mask = \"none\"", 3, "`ends`"),
        ("name = ", 3, ""),
    ] {
        let error = first_error(&block(spoiled));
        assert_eq!((error.file.as_str(), error.line), ("tagleaks.toml", line), "{spoiled}: {error}");
        assert!(error.message.contains(words), "{spoiled}: {error}");
        assert!(!error.to_string().contains('\n'), "{spoiled}: {error}");
    }
}

fn first_error(text: &str) -> patterns::Error {
    patterns::parse(text, "tagleaks.toml").errors.remove(0)
}

#[test]
fn all_faults_of_all_blocks_are_told() {
    let blocks =
        [block("anchor = [\"ab\"]\nrank = 300"), block("id = \"B\"\nveto = [\"X\"]"), block("rank = 1")];
    let parsed = patterns::parse(&blocks.join("\n"), "t.toml");
    assert_eq!((parsed.blocks.len(), parsed.errors.len()), (1, 3));
    let lines: Vec<_> = parsed.errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [4, 15, 16]);
}

#[test]
fn two_blocks_cannot_share_an_id() {
    let text = format!("{}\n{}", block("rank = 1"), block("rank = 2"));
    let error = first_error(&text);
    assert!(error.message.contains("taken"), "{error}");
    assert!(error.line > 10, "{error}");
}
