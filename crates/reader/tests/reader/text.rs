//! Terraform, YAML, `.env`, Dockerfiles, logs, prose.

use crate::harness::{Run, Words};

fn at() -> Words {
    Words(&["@", "ssn", "password"])
}

type Triple<'a> = (&'a str, &'a str, &'a str);

#[test]
fn lines_are_taken_apart() {
    let table: &[(&str, &[Triple<'_>])] = &[
        ("owner = \"x@y\"", &[("owner", "owner", "x@y")]),
        ("  owner: x@y  # note", &[("owner", "owner", "x@y")]),
        ("owner: 'x@y'", &[("owner", "owner", "x@y")]),
        ("\"owner\": \"x@y\",", &[("owner", "owner", "x@y")]),
        ("OWNER=x@y", &[("OWNER", "OWNER", "x@y")]),
        ("export OWNER=x@y", &[("OWNER", "OWNER", "x@y")]),
        ("tags = { Owner = \"x@y\", Team = \"t\" }", &[("tags.Owner", "Owner", "x@y")]),
        ("Tags: [{Key: Owner, Value: x@y}]", &[("Tags.Owner", "Owner", "x@y")]),
        ("# owner: x@y", &[("owner", "owner", "x@y")]),
        ("// ask x@y", &[("", "", "ask x@y")]),
        ("Just write to x@y please", &[("", "", "Just write to x@y please")]),
        ("mail = lower(\"x@y\")", &[("mail", "mail", "x@y")]),
        ("a = var.b ? \"x@y\" : \"z\"", &[("a", "a", "var.b ? \"x@y\" : \"z\"")]),
        ("postgres://u:p@h/db?a=b", &[("", "", "postgres://u:p@h/db?a=b")]),
        ("url = https://u:p@h/db?a=b&c=d", &[("url", "url", "https://u:p@h/db?a=b&c=d")]),
        ("2024-01-01 user=x@y ip=1.2.3.4", &[("user", "user", "x@y")]),
        ("ENV MAIL x@y", &[("MAIL", "MAIL", "x@y")]),
        ("LABEL maintainer=\"x@y\"", &[("maintainer", "maintainer", "x@y")]),
        ("os.environ[\"MAIL\"] = 'x@y'", &[("MAIL", "MAIL", "x@y")]),
        ("\"Owner\" => \"x@y\",", &[("Owner", "Owner", "x@y")]),
        ("a = \"x\\u0040y\"", &[("a", "a", "x@y")]),
        ("password = \"hunter2\"", &[("password#key", "", "password"), ("password", "password", "hunter2")]),
        ("a = 1 # x@y", &[("", "", "# x@y")]),
        ("it's x@y's", &[("", "", "it's x@y's")]),
        ("Date of ssn: 12", &[("Date of ssn#key", "", "Date of ssn"), ("Date of ssn", "Date of ssn", "12")]),
        ("--password=abc", &[("password#key", "", "password"), ("password", "password", "abc")]),
    ];
    for (line, expected) in table {
        let run = Run::file("a.txt", format!("{line}\n").as_bytes(), &mut at());
        assert_eq!(run.triples(), *expected, "{line}");
        assert!(run.codes().is_empty());
    }
}

#[test]
fn lines_know_their_parents_and_siblings() {
    let table: &[(&str, &[Triple<'_>])] = &[
        (
            "resource \"aws_instance\" \"web\" {\n  tags = {\n    Owner = \"x@y\"\n  }\n}\n",
            &[("resource.aws_instance.web.tags.Owner", "Owner", "x@y")],
        ),
        (
            "resource \"a\" \"b\" {\n  tags = merge(local.tags, {\n    Owner = \"x@y\"\n  })\n}\n",
            &[("resource.a.b.tags.Owner", "Owner", "x@y")],
        ),
        (
            "Resources:\n  Db:\n    Properties:\n      Tags:\n        - Key: Owner\n          Value: x@y\n",
            &[("Resources.Db.Properties.Tags.Owner", "Owner", "x@y")],
        ),
        ("Tags:\n- Key: Other\n- Name: n\n- a: b\n  Value: x@y\n", &[("Tags.Value", "Value", "x@y")]),
        ("Tags:\n- Value: x@y\n  Key: Owner\n", &[("Tags.Owner", "Owner", "x@y")]),
        (
            "Tags:\n- Key: ssn\n  Value: 12\n- Key: b\n  Value: c\n",
            &[("Tags.Key", "Key", "ssn"), ("Tags.ssn", "ssn", "12")],
        ),
        (
            "tag {\n  key   = \"ssn\"\n  value = \"12\"\n  propagate = true\n}\n",
            &[("tag.key", "key", "ssn"), ("tag.ssn", "ssn", "12")],
        ),
        (
            "env:\n  - name: PASSWORD\n    value: h\n",
            &[("env.name", "name", "PASSWORD"), ("env.PASSWORD", "PASSWORD", "h")],
        ),
        ("owners:\n  - a\n  - x@y\n", &[("owners", "owners", "x@y")]),
        ("owners = [\n  \"x@y\",\n]\n", &[("owners", "owners", "x@y")]),
        (
            "passwords:\n  - a\nother:\n  - b\n",
            &[("passwords#key", "", "passwords"), ("passwords", "passwords", "a")],
        ),
        (
            "Parameters:\n  ssn:\n    Type: String\n    Default: 12\n  b:\n    Default: 34\n",
            &[("Parameters.ssn#key", "", "ssn"), ("Parameters.ssn.Default", "ssn", "12")],
        ),
        (
            "variable \"ssn\" {\n  type = string\n  default = \"12\"\n}\nvariable \"b\" {\n  default = \"3\"\n}\n",
            &[("", "", "ssn"), ("variable.ssn.default", "ssn", "12")],
        ),
        (
            "output \"ssn\" {\n  value = \"12\"\n}\noutput \"b\" {\n  value = \"3\"\n}\n",
            &[("", "", "ssn"), ("output.ssn.value", "ssn", "12")],
        ),
        (
            "Outputs:\n  ssn:\n    Value: 12\n  b:\n    Value: 3\n",
            &[("Outputs.ssn#key", "", "ssn"), ("Outputs.ssn.Value", "ssn", "12")],
        ),
        (
            "- Namespace: app\n  OptionName: ssn\n  Value: 12\n",
            &[("OptionName", "OptionName", "ssn"), ("ssn", "ssn", "12")],
        ),
        (
            "P: {ssn: {Default: 12}, b: {Default: 3}}\n",
            &[("ssn#key", "", "ssn"), ("P.ssn.Default", "ssn", "12")],
        ),
        ("Default: x@y\n", &[("Default", "Default", "x@y")]),
        ("note: |\n  write to x@y\n", &[("note", "note", "write to x@y")]),
        ("a: 1\n\n# x@y\nb: 2\n", &[("", "", "x@y")]),
    ];
    for (text, expected) in table {
        let run = Run::file("a.yaml", text.as_bytes(), &mut at());
        assert_eq!(run.triples(), *expected, "{text}");
    }
}

#[test]
fn places_are_exact() {
    let text = "\u{FEFF}a: 1\r\n  owner: \"x\\u0040y z@z\"\r\n";
    let run = Run::file("a.yaml", text.as_bytes(), &mut at());
    let found = &run.found[0];
    assert_eq!((found.line, found.column, found.offset, &found.value[..]), (2, 11, 19, "x@y z@z"));
}

#[test]
fn a_pem_block_is_one_value() {
    let (begin, end) = ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----");
    let text = format!("key: |\n  {begin}\n  AbC\n  {end}\nb: 1\n");
    let run = Run::file("a.yaml", text.as_bytes(), &mut Words(&["-----begin"]));
    assert_eq!(run.triples(), [("key", "key", &format!("{begin}\n  AbC\n  {end}")[..])]);
}
