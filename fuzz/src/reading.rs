//! The reader alone: neither the size of a block nor the packing of a file shows.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use model::NoticeCode;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use crate::run::{Everything, Mark, Run};

/// More than any input has.
const WHOLE: usize = 1 << 20;

/// A JSON document.
pub fn json(data: &[u8]) {
    borders("a.json", data);
}

/// JSON Lines.
pub fn json_lines(data: &[u8]) {
    borders("a.jsonl", data);
}

/// Comma, tab and pipe separated values.
pub fn table(data: &[u8]) {
    for name in ["a.csv", "a.tsv", "table"] {
        borders(name, data);
    }
}

/// Terraform, YAML, `.env`, prose.
pub fn text(data: &[u8]) {
    for name in ["a.tf", "a.yaml", "a.txt"] {
        borders(name, data);
    }
}

/// The first byte gives the block's size; the rest is read in blocks and as a whole.
fn borders(name: &str, data: &[u8]) {
    let Some((&size, data)) = data.split_first() else { return };
    let block_size = usize::from(size) + 1;
    assert_eq!(
        Run::of((name, data), block_size, &mut Everything),
        Run::of((name, data), WHOLE, &mut Everything),
        "{name} in blocks of {block_size}"
    );
    let marked = Run::of((name, data), WHOLE, &mut Mark(b'@'));
    assert_eq!(
        Run::of((name, data), block_size, &mut Mark(b'@')),
        marked,
        "{name} in blocks of {block_size}"
    );
}

/// The first byte chooses a packing; what comes out is what the plain file gives.
pub fn packed(data: &[u8]) {
    let Some((&choice, data)) = data.split_first() else { return };
    let name = ["a.json", "a.jsonl", "a.csv", "a.tf"][usize::from(choice >> 4) % 4];
    let run = |data: &[u8], block_size| Run::of((name, data), block_size, &mut Everything);
    let packed = match choice % 5 {
        0 => gzip(data),
        1 => compress_to_vec(data, CompressionLevel::Fastest),
        2 | 3 if is_plain(data) => utf16(data, choice % 5 == 2),
        2 | 3 => return,
        // Damaged on purpose, or of another kind: whatever it is, it must come to an end.
        _ => return foreign(data, &run),
    };
    let mut unpacked = run(&packed, WHOLE);
    assert_eq!(run(&packed, 100), unpacked);
    if is_plain(data) {
        let plain = run(data, WHOLE);
        // The notice of a file that is no text may come at another place.
        unpacked.notices.sort_by_key(|(code, ..)| *code != NoticeCode::NotText);
        assert_eq!(unpacked, plain);
    }
}

fn foreign(data: &[u8], run: &dyn Fn(&[u8], usize) -> Run) {
    let (whole, parts) = (run(data, WHOLE), run(data, 100));
    let is_damaged = whole.notices.iter().any(|(code, ..)| *code == NoticeCode::Truncated);
    // A decoder loses what it decoded in the call that fails, and smaller calls lose less.
    assert!(is_damaged || whole == parts);
}

/// Whether it is text and says nothing of an encoding.
fn is_plain(data: &[u8]) -> bool {
    let is_skippable = data.get(1..4) == Some(b"*M\x18");
    let is_marked = is_skippable || data.starts_with(b"\xEF\xBB\xBF") || data.starts_with(&[0x1F, 0x8B]);
    std::str::from_utf8(data).is_ok() && !is_marked
}

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).expect("memory takes what is written");
    encoder.finish().expect("memory takes what is written")
}

fn utf16(data: &[u8], is_big: bool) -> Vec<u8> {
    let text = format!("\u{FEFF}{}", String::from_utf8_lossy(data));
    let units = text.encode_utf16();
    units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}
