//! Reads a text with the matcher's sieve and with one that accepts every byte.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::LazyLock;

use matcher::{Matcher, Scratch};
use model::{Confidence, Event, RawForm};
use reader::{Block, Config};

use crate::labelled;

/// Detector, path, offset in the file, start and end in the value.
pub(crate) type Found = BTreeSet<(String, String, u64, usize, usize)>;

/// Everything that detectors can tell.
pub(crate) static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| labelled::matcher(patterns::builtin(), Confidence::Possible));

/// Accepts every byte and every key: the slow twin.
struct Everything;

impl reader::Sieve for Everything {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        out.extend(0..bytes.len());
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        true
    }
}

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

/// Both states of a worker.
#[derive(Default)]
pub(crate) struct Worker {
    sieve: Scratch,
    scan: Scratch,
}

impl Worker {
    /// What the product finds in a file of this name.
    pub(crate) fn fast(&mut self, name: &str, text: &[u8], block_size: usize) -> Found {
        let mut sieve = Raw(matcher::Sieve::new(&MATCHER, &mut self.sieve));
        findings((name, text), block_size, &mut sieve, &mut self.scan)
    }

    /// What it finds where nothing is skipped.
    pub(crate) fn slow(&mut self, name: &str, text: &[u8]) -> Found {
        findings((name, text), 1 << 20, &mut Everything, &mut self.scan)
    }

    /// Holds one against the other: the number of findings, or the detectors that do not agree.
    pub(crate) fn compare(&mut self, name: &str, text: &str) -> Result<usize, Vec<String>> {
        let (fast, slow) = (self.fast(name, text.as_bytes(), 1 << 20), self.slow(name, text.as_bytes()));
        if fast == slow {
            return Ok(slow.len());
        }
        Err(fast.symmetric_difference(&slow).map(|(detector, ..)| detector.clone()).collect())
    }
}

fn findings(
    (name, text): (&str, &[u8]),
    block_size: usize,
    sieve: &mut dyn reader::Sieve,
    scratch: &mut Scratch,
) -> Found {
    let mut found = Found::new();
    let config = Config { block_size, ..Config::default() };
    Block::stream(Box::new(Cursor::new(text.to_vec())), Some(name), &config).locate(sieve, &mut |event| {
        let Event::Page(page) = event else { return };
        MATCHER.scan(&page, scratch, &mut |finding| {
            let offset = finding.origin.offset.unwrap();
            let (detector, path, span) = (finding.detector.to_string(), finding.path, finding.span);
            found.insert((detector, path, offset, span.start, span.end));
        });
    });
    found
}
