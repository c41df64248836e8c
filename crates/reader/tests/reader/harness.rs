//! Runs the reader over files and collects what comes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Event, NoticeCode, Record};
use reader::{Config, Sieve, spawn};

/// Accepts every byte: the slow twin.
#[derive(Default)]
pub struct Everything;

impl Sieve for Everything {
    fn candidates(&mut self, bytes: &[u8], out: &mut Vec<usize>) {
        out.extend(0..bytes.len());
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        true
    }
}

/// Accepts some words, without regard to case, and the keys that are one of them.
pub struct Words(pub &'static [&'static str]);

impl Sieve for Words {
    fn candidates(&mut self, bytes: &[u8], out: &mut Vec<usize>) {
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
pub struct Found {
    pub path: String,
    pub key: String,
    pub value: String,
    pub line: u64,
    pub column: u64,
    pub offset: u64,
    pub arn: Option<String>,
    /// The part of the value in which findings may start.
    pub owned: (usize, usize),
}

/// What a run gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub found: Vec<Found>,
    /// Code, file name, line.
    pub notices: Vec<(NoticeCode, String, Option<u64>)>,
    pub bytes: u64,
    pub files: u64,
}

impl Run {
    /// Reads paths with a sieve.
    pub fn of(paths: &[PathBuf], config: Config, sieve: &mut dyn Sieve) -> Self {
        let mut run = Self::default();
        for block in spawn(paths.to_vec(), config, Arc::new(())) {
            block.locate(sieve, &mut |event| run.take(event));
        }
        run
    }

    /// Reads one file with this name and content.
    pub fn file(name: &str, content: &[u8], sieve: &mut dyn Sieve) -> Self {
        Self::blocks(name, content, sieve, 1 << 20)
    }

    /// Reads one file in blocks of a size.
    pub fn blocks(name: &str, content: &[u8], sieve: &mut dyn Sieve, block_size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        Self::of(&[path], Config { block_size, ..Config::default() }, sieve)
    }

    fn take(&mut self, event: Event) {
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

    /// Path, key, value of each record.
    pub fn triples(&self) -> Vec<(&str, &str, &str)> {
        self.found.iter().map(|found| (&found.path[..], &found.key[..], &found.value[..])).collect()
    }

    /// The codes of the notices.
    pub fn codes(&self) -> Vec<NoticeCode> {
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
