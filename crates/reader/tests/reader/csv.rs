//! CSV and TSV.

use model::NoticeCode;

use crate::harness::{Everything, Run, Words};

fn at() -> Words {
    Words(&["@", "ssn"])
}

#[test]
fn cells_have_the_key_of_their_column() {
    type Row<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str, &'a str)]);
    let table: &[Row<'_>] = &[
        ("a.csv", "id,mail\n1,x@y\n2,z\n", &[("mail", "mail", "x@y")]),
        ("a.tsv", "id\tmail\n1\tx@y\n", &[("mail", "mail", "x@y")]),
        ("a.csv", "id;mail\r\n1;x@y\r\n", &[("mail", "mail", "x@y")]),
        ("a.csv", "id|mail\n1|x@y", &[("mail", "mail", "x@y")]),
        ("a.csv", "id,ssn\n1,123\n2,\n", &[("ssn#key", "", "ssn"), ("ssn", "ssn", "123")]),
        ("a.csv", "Identifier,Tag: Owner\ni,x@y\n", &[("Tags.Owner", "Owner", "x@y")]),
        ("a.csv", "Id,Key,Value\n1,Owner,x@y\n", &[("Tags.Owner", "Owner", "x@y")]),
        (
            "a.csv",
            "Id,Tag Key,Tag Value\n1,ssn,7\n",
            &[("Tags.ssn#key", "", "ssn"), ("Tags.ssn", "ssn", "7")],
        ),
        ("a.csv", "a,b\n1,\"x, \"\"q\"\" @\"\n", &[("b", "b", "x, \"q\" @")]),
        ("a.csv", "a,b\n1,\"two\nlines@\"\n2,z@z\n", &[("b", "b", "two\nlines@"), ("b", "b", "z@z")]),
        ("table", "a,b,c\n1,2,x@y\n", &[("c", "c", "x@y")]),
        ("a.csv", "a,b\n5\" pipe,x@y\nz,w@w\n", &[("b", "b", "x@y"), ("b", "b", "w@w")]),
        ("a.csv", "mail\nx@y\n", &[("mail", "mail", "x@y")]),
    ];
    for (name, text, expected) in table {
        let run = Run::file(name, text.as_bytes(), &mut at());
        assert_eq!(run.triples(), *expected, "{text}");
        assert_eq!((run.codes(), run.files, run.bytes), (vec![], 1, text.len() as u64), "{text}");
    }
}

#[test]
fn places_and_resources_are_exact() {
    let text = "ARN,\"Tag: a\"\narn:aws:s3:::b,\"x\"\"\n@\"\nz,q@q\n";
    let run = Run::file("a.csv", text.as_bytes(), &mut at());
    let places: Vec<_> = run
        .found
        .iter()
        .map(|found| (found.line, found.column, found.offset, found.arn.as_deref()))
        .collect();
    assert_eq!(places, [(2, 17, 29, Some("arn:aws:s3:::b")), (4, 3, 38, None)]);
}

#[test]
fn one_tag_a_row_is_read_in_every_spelling_of_its_header() {
    for header in [
        "resource_arn,tag_key,tag_value",
        "ResourceARN,Key,Value",
        "resourceArn,tagKey,tagValue",
        "Resource ARN,Tag Key,Tag Value",
        "resource-arn,tag-key,tag-value",
        "RESOURCE_ARN,TAG_KEY,TAG_VALUE",
        "resource_id,parameter_key,parameter_value",
        "role_arn,key,value,Identifier",
    ] {
        let row = if header.starts_with("role") {
            "arn:aws:iam::1:role/r,ssn,7,arn:aws:s3:::b"
        } else {
            "arn:aws:s3:::b,ssn,7"
        };
        let text = format!("{header}\n{row}\n");
        let run = Run::file("a.csv", text.as_bytes(), &mut at());
        assert_eq!(run.triples(), [("Tags.ssn#key", "", "ssn"), ("Tags.ssn", "ssn", "7")], "{header}");
        assert!(run.found.iter().all(|found| found.arn.as_deref() == Some("arn:aws:s3:::b")), "{header}");
    }
}

#[test]
fn ragged_rows_are_scanned_and_named_once() {
    let text = "a,b\n1,x@y\n1,2,z@z\n3\n\"open,4@4\n5,6@6\n";
    let run = Run::file("a.csv", text.as_bytes(), &mut at());
    let values: Vec<_> = run.found.iter().map(|found| (&found.key[..], &found.value[..])).collect();
    assert_eq!(values, [("b", "x@y"), ("", "z@z"), ("b", "4@4"), ("b", "6@6")]);
    assert_eq!(run.notices, [(NoticeCode::Unparsable, "a.csv".to_owned(), Some(3))]);
}

#[test]
fn doubled_quotes_may_hide_a_candidate() {
    let text = "a,b\n\"{\"\"x\"\":1}\",\"\"\n\"\"\"q\",plain\n\"\",\"r\"\"\"\n\"\",\"\"\n";
    let run = Run::file("a.csv", text.as_bytes(), &mut Words(&["nothing"]));
    assert_eq!(run.triples(), [("a", "a", "{\"x\":1}"), ("a", "a", "\"q"), ("b", "b", "r\"")]);
}

/// Its quotes do not count then, neither for the names of columns nor for the cells under them.
#[test]
fn a_header_may_have_an_open_quote() {
    let run = Run::file("a.csv", b"a@,\"b,c@\n1,2@,3\n", &mut at());
    let expected = [("a@#key", "", "a@"), ("c@#key", "", "c@"), ("\"b", "\"b", "2@")];
    assert_eq!(run.triples(), expected);
    for text in ["a,\"b\n", "\"", "a,\"b,@\n\"c\"d,@", "a\t\"  \"\"\t\"\tb \"\"\t\0\0<@\n"] {
        Run::file("a.csv", text.as_bytes(), &mut Everything);
    }
}

#[test]
fn cells_are_those_of_the_csv_crate() {
    let texts = [
        "a,b,c\n1,\"2\n,\"\"x\",3\n\"\",,\"y\"\n",
        "a,b\n\"x\"y,1\nx\"y\",\"2\"\n",
        "a,b\r\n\"1\r\n2\",3\r\n",
    ];
    for text in texts {
        let run = Run::file("a.csv", text.as_bytes(), &mut Everything);
        let ours: Vec<_> = run.found.iter().map(|found| found.value.clone()).collect();
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let theirs = reader.records().flat_map(|row| {
            row.unwrap().iter().map(str::to_owned).filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
        });
        // Text around quotes is kept by us as it stands, and glued together by the crate.
        let glued = |cell: String| if cell.contains('y') { cell.replace('"', "") } else { cell };
        assert_eq!(ours.into_iter().map(glued).collect::<Vec<_>>(), theirs.map(glued).collect::<Vec<_>>());
    }
}
