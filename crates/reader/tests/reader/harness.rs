//! Runs the reader over files and collects what comes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Event, NoticeCode, RawForm, Record};
use reader::{Block, Config, Sieve, spawn};

/// Accepts every byte: the slow twin.
#[derive(Default)]
pub(crate) struct Everything;

impl Sieve for Everything {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        out.extend(0..bytes.len());
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        true
    }
}

/// Accepts some words, without regard to case, and the keys that are one of them.
pub(crate) struct Words(pub(crate) &'static [&'static str]);

impl Sieve for Words {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        let text = bytes.to_ascii_lowercase();
        for word in self.0 {
            out.extend(memchr::memmem::find_iter(&text, word.to_ascii_lowercase().as_bytes()));
        }
        out.sort_unstable();
    }

    fn wants_key(&mut self, key: &str) -> bool {
        self.0.contains(&key.to_ascii_lowercase().as_str())
    }
}

/// A record that outlives its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: String,
    pub(crate) key: String,
    pub(crate) value: String,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) offset: u64,
    pub(crate) arn: Option<String>,
    /// The part of the value in which findings may start.
    pub(crate) owned: (usize, usize),
}

/// What a run gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) found: Vec<Found>,
    /// Code, file name, line.
    pub(crate) notices: Vec<(NoticeCode, String, Option<u64>)>,
    pub(crate) bytes: u64,
    pub(crate) files: u64,
}

impl Run {
    /// Reads paths with a sieve.
    pub(crate) fn of(paths: &[PathBuf], config: Config, sieve: &mut dyn Sieve) -> Self {
        let mut run = Self::default();
        for block in spawn(paths.to_vec(), config, Arc::new(())) {
            block.locate(sieve, &mut |event| run.take(event));
        }
        run
    }

    /// Reads one file with this name and content.
    pub(crate) fn file(name: &str, content: &[u8], sieve: &mut dyn Sieve) -> Self {
        Self::blocks(name, content, sieve, 1 << 20)
    }

    /// Reads one file in blocks of a size.
    pub(crate) fn blocks(name: &str, content: &[u8], sieve: &mut dyn Sieve, block_size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        Self::of(&[path], Config { block_size, ..Config::default() }, sieve)
    }

    /// Reads bytes in one worker, in blocks of a size.
    pub(crate) fn stream(name: &str, content: &[u8], sieve: &mut dyn Sieve, block_size: usize) -> Self {
        let mut run = Self::default();
        let config = Config { block_size, ..Config::default() };
        let stream = Box::new(std::io::Cursor::new(content.to_vec()));
        Block::stream(stream, Some(name), &config).locate(sieve, &mut |event| run.take(event));
        run
    }

    /// Takes what a block gave.
    pub(crate) fn take(&mut self, event: Event) {
        match event {
            Event::Page(page) => self.found.extend(page.records().map(|record| found(&record))),
            Event::Read { bytes, files } => {
                self.bytes += bytes;
                self.files += files;
            }
            Event::Notice(notice) => {
                let path = notice.origin.path.as_deref().unwrap_or_default();
                let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
                self.notices.push((notice.code, name.into_owned(), notice.origin.line));
            }
            Event::Coverage(_) => unreachable!("files have no coverage"),
        }
    }

    /// Adds another worker's share.
    pub(crate) fn add(&mut self, other: Self) {
        self.found.extend(other.found);
        self.notices.extend(other.notices);
        self.bytes += other.bytes;
        self.files += other.files;
    }

    /// The same in an order that does not depend on the workers.
    pub(crate) fn sorted(mut self) -> Self {
        self.found.sort_by(|one, other| (one.offset, &one.value).cmp(&(other.offset, &other.value)));
        self.notices.sort();
        self
    }

    /// Path, key, value of each record.
    pub(crate) fn triples(&self) -> Vec<(&str, &str, &str)> {
        self.found.iter().map(|found| (&found.path[..], &found.key[..], &found.value[..])).collect()
    }

    /// The codes of the notices.
    pub(crate) fn codes(&self) -> Vec<NoticeCode> {
        self.notices.iter().map(|notice| notice.0).collect()
    }
}

fn found(record: &Record<'_>) -> Found {
    let start = record.position_of(0).expect("records of files have a place");
    Found {
        path: record.path.to_owned(),
        key: record.key.to_owned(),
        value: String::from_utf8_lossy(record.value).into_owned(),
        line: start.line,
        column: start.column,
        offset: start.offset,
        arn: record.origin.arn.as_deref().map(str::to_owned),
        owned: (record.owned.start, record.owned.end.min(record.value.len())),
    }
}
