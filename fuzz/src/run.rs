//! Reads bytes as a file of some name, and collects what comes out.

use std::io::Cursor;

use model::{Event, NoticeCode, Page, Position, RawForm, Record, Span};
use reader::{Block, Config, Sieve};

/// Accepts every byte and every key: the slow twin of all sieves.
pub(crate) struct Everything;

impl Sieve for Everything {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        out.extend(0..bytes.len());
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        true
    }
}

/// Accepts one byte.
pub(crate) struct Mark(pub(crate) u8);

impl Sieve for Mark {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        out.extend((0..bytes.len()).filter(|&place| bytes[place] == self.0));
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        false
    }
}

/// A record that outlives its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) path: String,
    pub(crate) key: String,
    pub(crate) value: Vec<u8>,
    pub(crate) position: Position,
    pub(crate) owned: Span,
    pub(crate) arn: Option<String>,
}

/// What a reader gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) rows: Vec<Row>,
    pub(crate) notices: Vec<(NoticeCode, Option<u64>, String)>,
    pub(crate) bytes: u64,
    pub(crate) files: u64,
}

impl Run {
    /// Reads with a sieve, in blocks of a size.
    pub(crate) fn of((name, data): (&str, &[u8]), block_size: usize, sieve: &mut dyn Sieve) -> Self {
        let mut run = Self::default();
        pages((name, data), block_size, sieve, &mut |event| match event {
            Event::Page(page) => run.rows.extend(page.records().map(|record| row(&record))),
            Event::Read { bytes, files } => {
                run.bytes += bytes;
                run.files += files;
            }
            Event::Notice(notice) => {
                run.notices.push((notice.code, notice.origin.line, notice.message));
            }
            Event::Coverage(_) => unreachable!("files have no coverage"),
        });
        run
    }
}

/// Hands on what a reader gives.
pub(crate) fn pages(
    (name, data): (&str, &[u8]),
    block_size: usize,
    sieve: &mut dyn Sieve,
    on_event: &mut dyn FnMut(Event),
) {
    let config = Config { block_size, ..Config::default() };
    let stream = Box::new(Cursor::new(data.to_vec()));
    Block::stream(stream, Some(name), &config).locate(sieve, &mut |event| {
        if let Event::Page(page) = &event {
            check(page);
        }
        on_event(event);
    });
}

fn check(page: &Page) {
    for record in page.records() {
        assert!(record.owned.start <= record.owned.end);
        assert!(record.position_of(record.value.len()).is_some(), "records of files have a place");
    }
}

fn row(record: &Record<'_>) -> Row {
    Row {
        path: record.path.to_owned(),
        key: record.key.to_owned(),
        value: record.value.to_vec(),
        position: record.position_of(0).expect("records of files have a place"),
        owned: record.owned,
        arn: record.origin.arn.as_deref().map(str::to_owned),
    }
}
