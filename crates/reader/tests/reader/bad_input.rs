//! Input that no format allows.

use model::NoticeCode;

use crate::harness::{Everything, Run, Words};
use reader::Config;

#[test]
fn odd_files_are_scanned_or_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("empty"), "").unwrap();
    std::fs::write(folder.path().join("binary"), b"x@y\0z").unwrap();
    std::fs::write(folder.path().join("latin1"), b"name: J\xFCrgen x@y\n").unwrap();
    let run = Run::of(&[folder.path().to_owned()], Config::default(), &mut Words(&["@"]));
    assert_eq!(run.notices, [(NoticeCode::Binary, "binary".to_owned(), None)]);
    assert_eq!(run.triples(), [("name", "name", "J\u{FFFD}rgen x@y")]);
    assert_eq!(run.files, 3);
    let named = Run::file("binary", b"x@y\0z", &mut Words(&["@"]));
    assert_eq!((named.found.len(), named.codes()), (1, vec![NoticeCode::NotText]));
    let long = Run::blocks("binary", &[&b"x@y\0"[..], &[b'a'; 10_000]].concat(), &mut Words(&["@"]), 4096);
    assert_eq!(long.codes(), [NoticeCode::NotText]);
}

/// Names where in the file the findings would start, each by the one record that owns it.
fn owners(run: &Run, word: &str) -> Vec<u64> {
    let mut offsets = Vec::new();
    for found in &run.found {
        let starts = found.value.match_indices(word).map(|(start, _)| start);
        let owned = starts.filter(|start| (found.owned.0..found.owned.1).contains(start));
        offsets.extend(owned.map(|start| found.offset + start as u64));
    }
    offsets
}

#[test]
fn a_long_line_is_cut_into_windows_that_lose_and_double_nothing() {
    let step = 65_521;
    let mut line = "y".repeat(4_000_000);
    // Some stand across the border of two windows.
    let mut expected: Vec<u64> = (1..60).map(|index| index * step).collect();
    expected.extend((1..20).map(|window| window * 192 * 1024 - 3));
    expected.sort_unstable();
    for &offset in &expected {
        line.replace_range(offset as usize..offset as usize + 6, "ab@cde");
    }
    let json = format!("{{\"a\": \"{line}\"}}");
    let tables =
        [("a.txt", line.clone(), 0), ("a.jsonl", line.clone(), 0), ("a.csv", line, 0), ("a.json", json, 7)];
    for (name, text, shift) in &tables {
        for block_size in [4096, 100_000, 1 << 20] {
            let run = Run::blocks(name, text.as_bytes(), &mut Words(&["@"]), block_size);
            let expected: Vec<u64> = expected.iter().map(|offset| offset + shift).collect();
            assert_eq!(owners(&run, "ab@cde"), expected, "{name} {block_size}");
            let longest = run.found.iter().map(|found| found.value.len()).max();
            assert!(longest < Some(300_000), "{name}: {longest:?}");
        }
    }
}

#[test]
fn garbage_is_survived_in_every_format() {
    let pieces = [
        "\"", "\\", "{", "[", "}", "]", ":", ",", "\n", "@", "=", "'", "#", "/", "*", "-", " ", "\\u", "é",
        "a",
    ];
    let mut state = 7_u64;
    for name in ["a.json", "a.jsonl", "a.csv", "a.tf", "a.yaml", "a"] {
        for _ in 0..100 {
            let text: String = (0..200)
                .map(|_| {
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    pieces[(state >> 33) as usize % pieces.len()]
                })
                .collect();
            let run = Run::file(name, text.as_bytes(), &mut Everything);
            assert_eq!(run.bytes, text.len() as u64, "{name}: {text:?}");
        }
    }
}

#[test]
fn adversarial_lines_are_read_to_their_end() {
    let texts = ["\"\\", "a=", "'\\'", "{\"a\":", "[", "Value=a,", "\"x\" ", ": ", "`\"'", "= "];
    for text in texts {
        for name in ["a.txt", "a.json", "a.jsonl", "a.csv"] {
            let bytes = text.repeat(300_000 / text.len());
            let run = Run::file(name, bytes.as_bytes(), &mut Words(&["a", "\"", ":", "="]));
            assert_eq!(run.bytes, bytes.len() as u64, "{name}: {text}");
        }
    }
}
