//! Cuts a stream into chunks that workers can read on their own.

use std::io;
use std::num::NonZeroU32;
use std::ops::Range;

use memchr::{memchr, memrchr};
use model::Position;

use crate::buffer::Buffer;
use crate::csv::{RowEnd, Rows, row_end};
use crate::cursor::Cursor;
use crate::limits::{LOOK_BACK, OVERLAP, ROW, WHOLE, WINDOW};
use crate::source::{Format, Input};

/// A part of a file: whole lines or rows, or a window of a line that is too long.
pub(crate) struct Chunk {
    /// The body and some context on both sides.
    pub(crate) bytes: Buffer,
    /// What this chunk owns; neighbours own the rest.
    pub(crate) body: Range<usize>,
    /// Where the body starts in the file.
    pub(crate) position: Position,
    /// Whether the body is a window of a long line.
    pub(crate) is_part: bool,
    /// Whether the body starts where the data starts.
    pub(crate) first: bool,
    /// Whether `bytes` ends where the data ends.
    pub(crate) complete: bool,
    /// The rows of a table, as far as the splitter noted them: the end, and the cells of a plain one.
    pub(crate) rows: Vec<(u32, Option<NonZeroU32>)>,
}

impl Chunk {
    /// Whether no chunk follows.
    pub(crate) fn is_last(&self) -> bool {
        self.complete && self.body.end == self.bytes.len()
    }
}

/// Reads an input and cuts it.
pub(crate) struct Splitter {
    input: Input,
    block_size: usize,
    buffer: Buffer,
    /// Where the next body starts in `buffer`.
    start: usize,
    position: Position,
    /// Bytes of the current line before `start`, inside a long line.
    line_offset: usize,
    first: bool,
    ended: bool,
    done: bool,
    failure: Option<io::Error>,
}

/// Rows that a chunk takes note of, so that its worker need not look for their ends once more.
const NOTED: usize = 1 << 16;

/// Where a body ends, and whether it is a part of a long line.
struct Cut {
    end: usize,
    is_part: bool,
    rows: Vec<(u32, Option<NonZeroU32>)>,
}

impl Cut {
    fn lines(end: usize) -> Self {
        Self { end, is_part: false, rows: Vec::new() }
    }

    fn part(end: usize) -> Self {
        Self { end, is_part: true, rows: Vec::new() }
    }
}

impl Splitter {
    /// Starts at the head of an input.
    pub(crate) fn new(mut input: Input, block_size: usize) -> Self {
        let buffer = std::mem::take(&mut input.head);
        let position = input.start;
        Self {
            input,
            block_size,
            buffer,
            start: 0,
            position,
            line_offset: 0,
            first: true,
            ended: false,
            done: false,
            failure: None,
        }
    }

    /// The error that ended the input early.
    pub(crate) fn failure(&mut self) -> Option<io::Error> {
        self.failure.take()
    }

    /// The next chunk; at least one, `None` after the last.
    pub(crate) fn next_chunk(&mut self) -> Option<Chunk> {
        if self.done {
            return None;
        }
        let cut = loop {
            if let Some(cut) = self.cut() {
                break cut;
            }
            self.read();
        };
        Some(self.take(cut))
    }

    /// Reads as much as the next body needs, so that little has to be copied to the one after it.
    fn read(&mut self) {
        let wanted = (self.start + self.block_size + self.ahead()).saturating_sub(self.buffer.len());
        let wanted = if wanted == 0 { self.block_size } else { wanted };
        match self.input.read(&mut self.buffer, wanted) {
            Ok(true) => {}
            Ok(false) => self.ended = true,
            Err(error) => {
                self.ended = true;
                self.failure = Some(error);
            }
        }
    }

    /// Bytes behind the body that its locator looks at.
    fn ahead(&self) -> usize {
        if self.input.format == Format::Text { OVERLAP } else { 0 }
    }

    fn take(&mut self, cut: Cut) -> Chunk {
        let keep = if self.input.format == Format::Text { LOOK_BACK } else { OVERLAP };
        let sibling = self.buffer.sibling();
        let bytes = std::mem::replace(&mut self.buffer, sibling);
        let body = self.start..cut.end;
        let complete = self.ended;
        if !(complete && body.end == bytes.len()) {
            let from = cut.end.saturating_sub(keep);
            self.buffer.push(&bytes[from..]);
            self.start = cut.end - from;
        }
        let position = self.position;
        self.position = Cursor::new(position, body.start).at(&bytes, body.end);
        let ends_line = bytes[..body.end].last() == Some(&b'\n');
        self.line_offset = if cut.is_part && !ends_line { self.line_offset + body.len() } else { 0 };
        let first = std::mem::replace(&mut self.first, false);
        let chunk = Chunk { bytes, body, position, is_part: cut.is_part, first, complete, rows: cut.rows };
        self.done = chunk.is_last();
        chunk
    }

    /// Decides where the body ends; `None`: not before more was read.
    fn cut(&self) -> Option<Cut> {
        if self.line_offset > 0 {
            return self.cut_part();
        }
        match self.input.format {
            Format::Csv(delimiter) => self.cut_rows(delimiter),
            Format::Text => self.cut_lines(self.ahead(), WHOLE),
            Format::JsonLines | Format::Json => self.cut_lines(self.ahead(), ROW),
        }
    }

    fn cut_lines(&self, ahead: usize, longest: usize) -> Option<Cut> {
        let available = self.buffer.len();
        let wanted = self.start + self.block_size;
        let usable = if self.ended { available } else { available.saturating_sub(ahead) };
        if self.ended && available <= wanted {
            // The end of the file may still be a long line, which the locator cuts by itself.
            return Some(Cut::lines(available));
        }
        if usable < wanted {
            return None;
        }
        if let Some(last) = memrchr(b'\n', &self.buffer[self.start..wanted]) {
            return Some(Cut::lines(self.start + last + 1));
        }
        let head = &self.buffer[self.start..available.min(self.start + longest + 1)];
        match memchr(b'\n', head) {
            Some(length) if self.start + length < usable => Some(Cut::lines(self.start + length + 1)),
            None if head.len() > longest => self.cut_part(),
            None if self.ended => Some(Cut::lines(available)),
            Some(_) | None => None,
        }
    }

    /// The next window of a long line; windows stand at fixed places of the line.
    fn cut_part(&self) -> Option<Cut> {
        let target = self.start + WINDOW - self.line_offset % WINDOW;
        let available = self.buffer.len();
        let end = memchr(b'\n', &self.buffer[self.start..available.min(target)]);
        let end = match end {
            Some(length) => self.start + length + 1,
            None if self.ended => available.min(target),
            None if available >= target + OVERLAP => target,
            None => return None,
        };
        Some(Cut::part(end))
    }

    fn cut_rows(&self, delimiter: u8) -> Option<Cut> {
        let mut scanner = Rows::new(&self.buffer, self.start, delimiter);
        let mut end = self.start;
        let mut rows = Vec::new();
        while end - self.start < self.block_size && end < self.buffer.len() {
            let row = scanner.next_row();
            if let Some(row) = row {
                end = row.end;
            } else {
                match row_end(&self.buffer, end, delimiter, self.ended) {
                    RowEnd::At(next) | RowEnd::Unclosed(next) => end = next,
                    RowEnd::TooLong if end == self.start => return self.cut_part(),
                    RowEnd::TooLong | RowEnd::Beyond => break,
                }
                scanner.restart(end);
            }
            if rows.len() < NOTED {
                rows.push((end as u32, row.and_then(|row| NonZeroU32::new(row.n_cells as u32))));
            }
        }
        (end > self.start || self.ended).then_some(Cut { end, is_part: false, rows })
    }
}
