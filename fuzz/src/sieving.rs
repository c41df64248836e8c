//! The raw sieve: what it lets the reader skip holds no finding.

use std::collections::BTreeSet;

use matcher::Scratch;
use model::{Event, RawForm};

use crate::matching::MATCHER;
use crate::run::{Everything, pages};

const NAMES: [&str; 6] = ["a.json", "a.jsonl", "a.csv", "a.tf", "a.yaml", "a.log"];

/// Detector, key, offset in the file, length.
type Found = BTreeSet<(String, String, u64, usize)>;

struct Raw<'a>(matcher::Sieve<'a>);

impl reader::Sieve for Raw<'_> {
    fn candidates(&mut self, bytes: &[u8], form: RawForm<'_>, out: &mut Vec<usize>) {
        self.0.candidates(bytes, form, out);
    }

    fn wants_key(&mut self, key: &str) -> bool {
        self.0.wants_key(key)
    }

    fn wants_value(&mut self, key: &str, value: &[u8]) -> bool {
        self.0.wants_value(key, value)
    }
}

/// The first byte chooses a kind of file, the second one the block's size.
pub fn sieve(data: &[u8]) {
    let [choice, size, data @ ..] = data else { return };
    let file = (NAMES[usize::from(*choice) % NAMES.len()], data);
    let mut scratch = Scratch::default();
    let mut raw = Raw(matcher::Sieve::new(&MATCHER, &mut scratch));
    let fast = findings(file, 16 * (1 + usize::from(*size)), &mut raw);
    assert_eq!(fast, findings(file, 1 << 20, &mut Everything), "{}", file.0);
}

fn findings(file: (&str, &[u8]), block_size: usize, sieve: &mut dyn reader::Sieve) -> Found {
    let mut found = Found::new();
    let mut scratch = Scratch::default();
    pages(file, block_size, sieve, &mut |event| {
        let Event::Page(page) = event else { return };
        MATCHER.scan(&page, &mut scratch, &mut |finding| {
            let offset = finding.origin.offset.expect("records of files have a place");
            found.insert((finding.detector.to_string(), finding.key, offset, finding.span.len()));
        });
    });
    found
}
