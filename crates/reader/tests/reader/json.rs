//! JSON documents and JSON Lines.

use model::NoticeCode;

use crate::harness::{Found, Run, Words};

const AT: Words = Words(&["@", "ssn"]);

fn at() -> Words {
    Words(AT.0)
}

#[test]
fn documents_give_paths_keys_and_values() {
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str, &'a str)]);
    let table: &[Row<'_>] = &[
        (r#"{"a": {"b": "x@y"}}"#, &[("a.b", "b", "x@y")]),
        (r#"{"a": ["u", "x@y"]}"#, &[("a[1]", "a", "x@y")]),
        (r#"["x@y"]"#, &[("[0]", "", "x@y")]),
        (r#"{"Tags": [{"Key": "Owner", "Value": "x@y"}]}"#, &[("Tags.Owner", "Owner", "x@y")]),
        (r#"{"Tags": [{"Value": "x@y", "Key": "Owner"}]}"#, &[("Tags.Owner", "Owner", "x@y")]),
        (
            r#"{"Tags": [{"Key": "ssn", "Value": "123"}]}"#,
            &[("Tags.ssn#key", "", "ssn"), ("Tags.ssn", "ssn", "123")],
        ),
        (
            r#"{"Tags": [{"Value": "123", "Key": "ssn"}]}"#,
            &[("Tags.ssn", "ssn", "123"), ("Tags.ssn#key", "", "ssn")],
        ),
        (r#"{"TagKey": "Owner", "TagValue": "x@y"}"#, &[("Owner", "Owner", "x@y")]),
        (r#"{"env": [{"name": "MAIL", "value": "x@y"}]}"#, &[("env.MAIL", "MAIL", "x@y")]),
        (r#"{"P": [{"ParameterKey": "Mail", "ParameterValue": "x@y"}]}"#, &[("P.Mail", "Mail", "x@y")]),
        (r#"{"x@y": {"b": 1}}"#, &[("x@y#key", "", "x@y")]),
        (r#"{"ssn": 123456789}"#, &[("ssn#key", "", "ssn"), ("ssn", "ssn", "123456789")]),
        (r#"{"ssn": null, "b": true}"#, &[("ssn#key", "", "ssn")]),
        (r#"{"a": "x\u0040y"}"#, &[("a", "a", "x@y")]),
        (r#"{"\u0073sn": "1"}"#, &[("ssn#key", "", "ssn"), ("ssn", "ssn", "1")]),
        (r#"{"a": 1, /* x@y */ "b": 2,}"#, &[("", "", "/* x@y */")]),
        ("{\"a\": // x@y\n 1}", &[("a", "", "// x@y")]),
        (r#"{"a": {"Name": "n", "b": ["x@y"]}, "c": "z@z"}"#, &[("a.b[0]", "b", "x@y"), ("c", "c", "z@z")]),
        (r#"{"a": "x@y"} {"b": "z@z"}"#, &[("a", "a", "x@y"), ("b", "b", "z@z")]),
        (r#"{"a": []}"#, &[]),
        (r#"{"P": {"Mail": {"Default": "x@y"}}}"#, &[("P.Mail.Default", "Mail", "x@y")]),
        (
            r#"{"ssn": {"Type": "String", "Default": "12"}, "b": {"Default": "34"}}"#,
            &[("ssn#key", "", "ssn"), ("ssn.Default", "ssn", "12")],
        ),
        (
            r#"{"ssn": {"value": "12"}, "b": {"value": "34"}}"#,
            &[("ssn#key", "", "ssn"), ("ssn.value", "ssn", "12")],
        ),
        (r#"{"ssn": ["12", {"a": "3"}]}"#, &[("ssn#key", "", "ssn"), ("ssn[0]", "ssn", "12")]),
        (r#"{"Default": "x@y"}"#, &[("Default", "Default", "x@y")]),
    ];
    for (text, expected) in table {
        let run = Run::file("a.json", text.as_bytes(), &mut at());
        assert_eq!(run.triples(), *expected, "{text}");
        assert_eq!((run.codes(), run.files, run.bytes), (vec![], 1, text.len() as u64), "{text}");
    }
}

#[test]
fn places_are_exact() {
    let text = "{\n  \"Tags\": [\n    {\"Key\": \"Owner\", \"Value\": \"jane@x\"}\n  ]\n}\n";
    let run = Run::file("a.json", text.as_bytes(), &mut at());
    let [Found { line, column, offset, .. }] = run.found[..] else { panic!("{run:?}") };
    assert_eq!((line, column), (3, 32));
    assert_eq!(&text[offset as usize..][..6], "jane@x");
}

#[test]
fn resources_are_known_wherever_their_arn_stands() {
    let text = r#"{"ResourceTagMappingList": [
        {"Tags": [{"Key": "a", "Value": "1@1"}], "ResourceARN": "arn:aws:s3:::one"},
        {"ResourceARN": "arn:aws:s3:::two", "Tags": [{"Key": "a", "Value": "2@2"}]},
        {"LoadBalancerArn": "arn:aws:lb:::three", "Role": {"Arn": "arn:aws:iam::1:role/r"}, "d": "3@3"},
        {"d": "4@4"}]}"#;
    let run = Run::file("a.json", text.as_bytes(), &mut at());
    let arns: Vec<_> = run.found.iter().map(|found| found.arn.as_deref()).collect();
    assert_eq!(arns, [Some("arn:aws:s3:::one"), Some("arn:aws:s3:::two"), Some("arn:aws:lb:::three"), None]);
    assert_eq!(run.found[1].path, "ResourceTagMappingList[1].Tags.a");
}

#[test]
fn lines_are_documents_of_their_own() {
    let text = "{\"a\": \"1@1\"}\n{\"b\": 2}\n{\"c\": [\"3@3\"]}\n";
    for name in ["a.jsonl", "a.json", "a.log", "a"] {
        let run = Run::file(name, text.as_bytes(), &mut at());
        assert_eq!(run.triples(), [("a", "a", "1@1"), ("c[0]", "c", "3@3")], "{name}");
        assert_eq!((run.found[1].line, run.found[1].column, run.found[1].offset), (3, 9, 30));
    }
}

#[test]
fn a_broken_line_is_read_as_text_and_named_once() {
    let text = "{\"a\": \"1@1\"}\n{\"b\": \"2@2\", oops \"c\": \"3@3\"\n{broken\n{\"d\": \"4@4\"}\n";
    let run = Run::file("a.jsonl", text.as_bytes(), &mut at());
    let values: Vec<_> = run.found.iter().map(|found| (&found.key[..], &found.value[..])).collect();
    assert_eq!(values, [("a", "1@1"), ("b", "2@2"), ("c", "3@3"), ("d", "4@4")]);
    assert_eq!(run.notices, [(NoticeCode::Unparsable, "a.jsonl".to_owned(), Some(2))]);
}

#[test]
fn a_broken_document_goes_on_as_text() {
    let text = "{\n \"a\": \"1@1\",\n \"b\" \"2@2\",\n \"c\": \"3@3\"\n}\n";
    let run = Run::file("a.json", text.as_bytes(), &mut at());
    let values: Vec<_> =
        run.found.iter().map(|found| (&found.key[..], &found.value[..], found.line)).collect();
    assert_eq!(values, [("a", "1@1", 2), ("", "2@2", 3), ("c", "3@3", 4)]);
    assert_eq!(run.notices, [(NoticeCode::Unparsable, "a.json".to_owned(), Some(3))]);
}

#[test]
fn what_only_looks_like_json_is_text() {
    for text in ["[owner]\nmail = x@y\n", "{{ if x }}\nmail: x@y\n{{ end }}\n", "[2024-01-01 10:00] x@y\n"] {
        let run = Run::file("a.conf", text.as_bytes(), &mut at());
        assert_eq!((run.found.len(), run.codes()), (1, vec![]), "{text}: {run:?}");
    }
}

#[test]
fn nesting_of_any_depth_is_survived() {
    for depth in [10_000, 200_000] {
        let text = format!("{}\"x@y\"{}", "[".repeat(depth), "]".repeat(depth));
        let run = Run::file("a.json", text.as_bytes(), &mut at());
        assert_eq!(run.found.len(), 1, "{depth}");
        assert_eq!(run.codes().is_empty(), depth == 10_000, "{depth}");
    }
}
