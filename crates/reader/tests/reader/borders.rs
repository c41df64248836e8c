//! The size of a block never shows.

use std::sync::Arc;
use std::thread;

use reader::{Config, spawn};

use crate::harness::{Everything, Run, Words};

const LINES: usize = 1000;

fn fixtures() -> Vec<(&'static str, String)> {
    let tag = |index: usize| {
        format!(
            "{{\"Tags\": [{{\"Key\": \"Owner{index}\", \"Value\": \"x{index}@y\"}}, {{\"Key\": \"n\", \"Value\": \"\\u0041{index}\"}}], \"ResourceARN\": \"arn:aws:s3:::b{index}\"}}"
        )
    };
    let lines: String =
        (0..LINES).map(|index| tag(index) + if index % 40 == 7 { ",\n" } else { "\n" }).collect();
    let document = format!("{{\"List\": [\n{}\n]}}\n", (0..LINES).map(tag).collect::<Vec<_>>().join(",\n  "));
    let broken = document.replacen("\"Owner200\",", "\"Owner200\" oops", 1);
    let table: String = (0..LINES)
        .map(|index| match index % 50 {
            9 => format!("{index},\"two\nlines {index}@\",z\n"),
            19 => format!("{index},\"doubled \"\"{index}@\"\"\"\n"),
            29 => format!("{index},stray \" quote {index}@,q\n"),
            _ => format!("{index},name{index},x{index}@y\n"),
        })
        .collect();
    let yaml: String = (0..LINES)
        .map(|index| {
            format!("Resource{index}:\n  Properties:\n    Tags:\n      - Key: Owner{index}\n        Value: x{index}@y\n      - Key: ssn\n        Value: {index}\n    Notes:\n      - a\n    ssns:\n      - a{index}\n")
        })
        .collect();
    let terraform: String = (0..LINES)
        .map(|index| {
            format!("resource \"aws_vpc\" \"v{index}\" {{\n  tags = {{\n    Owner = \"x{index}@y\" # {index}@z\n  }}\n}}\n\n")
        })
        .collect();
    let list: String = (0..5 * LINES).map(|index| format!("    - person{index}@y of the team\n")).collect();
    vec![
        ("b.yaml", format!("Root:\n  People:\n{list}")),
        ("a.jsonl", lines),
        ("a.json", document),
        ("b.json", broken),
        ("a.csv", format!("id,name,mail\n{table}")),
        ("a.yaml", yaml),
        ("a.tf", terraform),
    ]
}

#[test]
fn blocks_of_any_size_give_the_same() {
    for (name, text) in fixtures() {
        for everything in [false, true] {
            let run = |block_size| {
                if everything {
                    Run::blocks(name, text.as_bytes(), &mut Everything, block_size)
                } else {
                    Run::blocks(name, text.as_bytes(), &mut Words(&["@", "ssn"]), block_size)
                }
            };
            let whole = run(1 << 20);
            assert!(whole.found.len() >= LINES / 2 && whole.bytes == text.len() as u64, "{name}");
            for block_size in [1 << 10, 1500, 4 << 10, 10_007, 64 << 10] {
                let parts = run(block_size);
                for (part, one) in parts.found.iter().zip(&whole.found) {
                    assert_eq!(part, one, "{name} {block_size}");
                }
                assert_eq!(parts, whole, "{name} {block_size}");
            }
        }
    }
}

/// What is behind the head by which a format is recognised, and so comes block by block.
const HEAD: usize = 64 << 10;

#[test]
fn a_border_may_stand_anywhere() {
    let document = r#"{"Tags": [{"Key": "ow\u006eer", "Value": "x\u0040y @"}, {"Value": "1@", "Key": "ssn"}], /* @ */
        "ARN": "arn:aws:s3:::b", "n": [-1.5e3, "\ud83d\ude00@", {"Default": "d@"}], "ssn": {"S": "é7"}} // @
        [true, "\\", null]"#;
    let lines = "{\"a\": \"x@y\"}\n\n{\"b\": \"\\u0040\", \"ssn\": 7},\n{\"c\": oops@}\r\n[\"@\"]";
    let table = "id,\"Tag: x\",ssn\n1,\"two\nlines@ \"\"q\"\"\",3\r\n4,stray \" @,5,6\n\n\"open @\n7,8@,9";
    let yaml = "a:\n  Tags:\n    - Key: Owner\n      Value: x@y\n    - Value: 7\n      Key: ssn\n  ssns:\n    - b\n  note: |\n    z@z\n\n# @\nlast: \"@\"";
    let terraform = "resource \"a\" \"b\" {\n  tags = { Owner = \"x@y\", n = 1 }\n  variable = <<EOT\n  q@q\n  EOT\n}\nssn = 7 # @";
    let padded = format!("{}{document}", " ".repeat(HEAD));
    for (name, text) in
        [("a.json", &*padded), ("a.jsonl", lines), ("a.csv", table), ("a.yaml", yaml), ("a.tf", terraform)]
    {
        let run = |block_size| Run::stream(name, text.as_bytes(), &mut Words(&["@", "ssn"]), block_size);
        let whole = run(1 << 20);
        assert!(whole.found.len() >= 4 && whole.bytes == text.len() as u64, "{name}: {whole:?}");
        for block_size in 1..=text.len().min(document.len()) {
            assert_eq!(run(block_size), whole, "{name} in blocks of {block_size}");
        }
    }
}

#[test]
fn many_workers_find_what_one_finds() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in fixtures() {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let config = Config { block_size: 4 << 10, ..Config::default() };
    let one = Run::of(&[folder.path().to_owned()], config.clone(), &mut Words(&["@"]));
    let blocks = spawn(vec![folder.path().to_owned()], config, Arc::new(()));
    let mut many = Run::default();
    thread::scope(|scope| {
        let work = || {
            let mut run = Run::default();
            while let Ok(block) = blocks.recv() {
                block.locate(&mut Words(&["@"]), &mut |event| run.take(event));
            }
            run
        };
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            many.add(worker.join().unwrap());
        }
    });
    assert_eq!(many.sorted(), one.sorted());
}

#[test]
fn a_sieve_finds_what_the_slow_twin_finds() {
    for (name, text) in fixtures() {
        let fast = Run::file(name, text.as_bytes(), &mut Words(&["@"]));
        let slow = Run::file(name, text.as_bytes(), &mut Everything);
        let with_at = |run: &Run| -> Vec<_> {
            run.found.iter().filter(|found| found.value.contains('@')).cloned().collect()
        };
        assert_eq!(with_at(&fast), with_at(&slow), "{name}");
    }
}
