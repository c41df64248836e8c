//! gzip, zstd, UTF-16.

use std::io::{Read, Write};

use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use model::NoticeCode;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use crate::harness::{Run, Words};

fn at() -> Words {
    Words(&["@"])
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

#[test]
fn streams_are_unpacked_and_read_by_their_inner_name() {
    let csv = b"id,mail\n1,x@y\n";
    let skippable = [&[0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3][..], &zstd(csv)].concat();
    let table: [(&str, Vec<u8>); 6] = [
        ("a.csv.gz", gzip(csv)),
        ("a.csv.zst", zstd(csv)),
        ("a.csv", gzip(csv)),
        ("a.csv.gz", [gzip(b"id,mail\n"), gzip(b"1,x@y\n")].concat()),
        ("a.csv.zst", [zstd(b"id,mail\n"), zstd(b"1,x@y\n")].concat()),
        ("a.csv.zst", skippable),
    ];
    for (name, bytes) in table {
        let run = Run::file(name, &bytes, &mut at());
        assert_eq!(run.triples(), [("mail", "mail", "x@y")], "{name}");
        assert_eq!((run.codes(), run.bytes, run.found[0].offset), (vec![], 14, 10));
    }
}

#[test]
fn a_cut_stream_gives_what_it_holds() {
    let lines: String = (0..20_000).map(|index| format!("{{\"mail\": \"x{index}@y\"}}\n")).collect();
    for (name, whole) in [("a.jsonl.gz", gzip(lines.as_bytes())), ("a.jsonl.zst", zstd(lines.as_bytes()))] {
        let run = Run::file(name, &whole[..whole.len() / 2], &mut at());
        assert!(run.codes().contains(&NoticeCode::Truncated), "{name}: {:?}", run.notices);
        assert!(run.found.len() > 2_000, "{name}: {}", run.found.len());
        let run = Run::file(name, &whole[..12], &mut at());
        assert_eq!(run.codes().last(), Some(&NoticeCode::Truncated), "{name}");
    }
}

#[test]
fn a_damaged_stream_gives_what_came_before() {
    let lines: String = (0..50_000).map(|index| format!("{{\"mail\": \"x{index}@y\"}}\n")).collect();
    let mut bytes = gzip(lines.as_bytes());
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0xFF);
    let run = Run::file("a.jsonl.gz", &bytes, &mut at());
    assert!(run.codes().contains(&NoticeCode::Truncated), "{:?}", run.notices);
    assert!(run.found.len() > 10_000, "{}", run.found.len());
    // Byte by byte, so that the call that fails has nothing to lose.
    let mut twin = GzDecoder::new(&bytes[..]);
    let n_whole =
        std::iter::from_fn(|| twin.read(&mut [0]).ok().filter(|&n_read| n_read == 1)).count() as u64;
    assert!(run.bytes >= n_whole && n_whole > 0, "{} {n_whole}", run.bytes);
}

#[test]
fn a_sum_that_does_not_fit_is_told() {
    let mut bytes = gzip(b"mail: x@y\n");
    let sum = bytes.len() - 8;
    bytes[sum] ^= 1;
    let run = Run::file("a.txt.gz", &bytes, &mut at());
    assert_eq!((run.triples(), run.codes()), (vec![("mail", "mail", "x@y")], vec![NoticeCode::Truncated]));
}

#[test]
fn names_and_comments_of_a_header_are_skipped() {
    let builder = GzBuilder::new().filename("a.txt").comment("from a backup").extra(vec![7; 300]);
    let mut encoder = builder.write(Vec::new(), Compression::fast());
    encoder.write_all(b"mail: x@y\n").unwrap();
    let run = Run::file("a.txt.gz", &encoder.finish().unwrap(), &mut at());
    assert_eq!((run.triples(), run.codes()), (vec![("mail", "mail", "x@y")], vec![]));
}

#[test]
fn utf16_is_read() {
    let text = "\u{FEFF}owner: x@y 😀\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let run = Run::file("a.yaml", &bytes, &mut at());
        assert_eq!(run.triples(), [("owner", "owner", "x@y 😀")]);
    }
}
