//! One unit of work.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use model::{Event, Notice, NoticeCode, Origin};

use crate::buffer::Pool;
use crate::chunk::{Chunk, Splitter};
use crate::csv::{self, Header};
use crate::output::Output;
use crate::source::{Format, Input, Opened};
use crate::tally::{Flaws, Share};
use crate::{Config, Progress, Sieve, document, json_lines, text};

/// Some small files, a stream, or one chunk of a big file; a worker turns it into records.
pub struct Block(pub(crate) Work);

/// What a block holds.
pub(crate) enum Work {
    /// Nothing to read, something to say.
    Notice(Box<Notice>),
    /// Small files to open, one after the other.
    Files(Vec<Unopened>),
    /// Bytes that one worker has to read from the start to the end.
    Stream { input: Box<Input>, origin: Arc<Origin>, block_size: usize },
    /// A part of a file that many workers read.
    Chunk { chunk: Box<Chunk>, table: Arc<Table>, share: Share, failure: Option<io::Error> },
}

/// What a named binary is told about.
pub(crate) const NOT_TEXT: &str =
    "a binary file; its bytes were scanned as text, but not what they compress or encode";

/// A file that waits to be opened.
pub(crate) struct Unopened {
    pub(crate) path: PathBuf,
    pub(crate) origin: Arc<Origin>,
    /// Reads a binary like text, because the user named the file.
    pub(crate) forced: bool,
    pub(crate) size: u64,
    pub(crate) block_size: usize,
    pub(crate) pool: Pool,
    pub(crate) progress: Arc<dyn Progress>,
}

/// What all chunks of a file share.
pub(crate) struct Table {
    pub(crate) origin: Arc<Origin>,
    pub(crate) format: Format,
    /// Columns, for a table.
    pub(crate) header: Option<Header>,
}

impl Block {
    /// Bytes that one worker reads from the start to the end; a file name hints at their format.
    ///
    /// What looks like a binary is read like text.
    pub fn stream(stream: Box<dyn Read + Send>, name: Option<&str>, config: &Config) -> Self {
        let block_size = config.block_size;
        // One buffer is read while the next one is filled.
        match Input::open(stream, name, true, &Pool::new(2)) {
            Opened::Text(input) => {
                Self(Work::Stream { input: Box::new(input), origin: Arc::default(), block_size })
            }
            Opened::Binary => unreachable!("a binary is refused only where it is not asked for"),
        }
    }

    /// Reads, sieves and locates: gives pages of records, notices, and counts of what was read.
    ///
    /// Blocks may be located on any thread at any time, but each must be located or dropped: the last block of
    /// a file waits for the others to sum up what was wrong in them.
    pub fn locate(self, sieve: &mut dyn Sieve, emit: &mut dyn FnMut(Event)) {
        match self.0 {
            Work::Notice(notice) => emit(Event::Notice(*notice)),
            Work::Files(files) => files.iter().for_each(|file| locate_file(file, sieve, emit)),
            Work::Stream { input, origin, block_size } => {
                locate_input(*input, block_size, sieve, &mut Output::new(origin, emit));
            }
            Work::Chunk { chunk, table, mut share, failure } => {
                let mut output = Output::new(Arc::clone(&table.origin), emit);
                locate_chunk(&chunk, &table, sieve, (&mut output, share.flaws()));
                output.read(chunk.body.len() as u64, u64::from(chunk.is_last()));
                if chunk.is_last() {
                    notice_flaws(table.format, share.finish(), &mut output);
                    text::notice_failure(failure, false, &mut output);
                }
            }
        }
    }
}

fn locate_file(file: &Unopened, sieve: &mut dyn Sieve, emit: &mut dyn FnMut(Event)) {
    let mut output = Output::new(Arc::clone(&file.origin), emit);
    match open(file) {
        Ok(Opened::Text(input)) => locate_input(input, file.block_size, sieve, &mut output),
        Ok(Opened::Binary) => {
            output.notice(NoticeCode::Binary, None, "a binary file, not scanned".to_owned());
            output.read(0, 1);
        }
        Err(error) => {
            text::notice_failure(Some(error), false, &mut output);
        }
    }
    file.progress.read(file.size);
}

/// Opens a file and recognises what it is.
pub(crate) fn open(file: &Unopened) -> io::Result<Opened> {
    let name = file.path.file_name().map(|name| name.to_string_lossy());
    Ok(Input::open(File::open(&file.path)?, name.as_deref(), file.forced, &file.pool))
}

fn locate_input(input: Input, block_size: usize, sieve: &mut dyn Sieve, output: &mut Output<'_>) {
    if input.binary {
        output.notice(NoticeCode::NotText, None, NOT_TEXT.to_owned());
    }
    if input.format == Format::Json {
        let n_bytes = document::locate(input, block_size, sieve, output);
        output.read(n_bytes, 1);
        return;
    }
    let (format, decoded) = (input.format, input.decoded);
    let mut splitter = Splitter::new(input, block_size);
    let mut flaws = Flaws::default();
    let mut table = None;
    while let Some(chunk) = splitter.next_chunk() {
        let table = table.get_or_insert_with(|| Table::new(Arc::default(), format, &chunk));
        locate_chunk(&chunk, table, sieve, (output, &mut flaws));
        output.read(chunk.body.len() as u64, u64::from(chunk.is_last()));
    }
    notice_flaws(format, flaws, output);
    text::notice_failure(splitter.failure(), decoded, output);
}

impl Table {
    /// Learns from the first chunk of a file.
    pub(crate) fn new(origin: Arc<Origin>, format: Format, first: &Chunk) -> Self {
        let header = match format {
            Format::Csv(delimiter) => Some(Header::of(first, delimiter)),
            Format::Json | Format::JsonLines | Format::Text => None,
        };
        Self { origin, format, header }
    }
}

fn locate_chunk(
    chunk: &Chunk,
    table: &Table,
    sieve: &mut dyn Sieve,
    (output, flaws): (&mut Output<'_>, &mut Flaws),
) {
    match (table.format, &table.header) {
        _ if chunk.is_part => text::locate(chunk, sieve, output),
        (Format::JsonLines, _) => json_lines::locate(chunk, sieve, (output, flaws)),
        (Format::Csv(_), Some(header)) => csv::locate(chunk, header, sieve, (output, flaws)),
        (Format::Csv(_) | Format::Text | Format::Json, _) => text::locate(chunk, sieve, output),
    }
}

/// Sums up what did not follow its format.
fn notice_flaws(format: Format, flaws: Flaws, output: &mut Output<'_>) {
    if flaws.count == 0 {
        return;
    }
    let Flaws { count, line } = flaws;
    let message = match (format, count) {
        (Format::Csv(_), 1) => {
            format!("the row at line {line} does not fit the header; its cells were scanned by position")
        }
        (Format::Csv(_), _) => format!(
            "{count} rows do not fit the header, the first at line {line}; their cells were scanned by position"
        ),
        (Format::Json | Format::JsonLines | Format::Text, 1) => {
            format!("line {line} is not JSON; it was scanned as text")
        }
        (Format::Json | Format::JsonLines | Format::Text, _) => {
            format!("{count} lines are not JSON, the first is line {line}; they were scanned as text")
        }
    };
    output.notice(NoticeCode::Unparsable, Some(line), message);
}
