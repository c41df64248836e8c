//! Where rows and cells end.

use memchr::{memchr, memchr2};
use model::SourceMap;

use crate::chunk::Chunk;
use crate::limits::ROW;

/// Where a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowEnd {
    /// One past its newline, or at the end of the file.
    At(usize),
    /// Beyond the buffer.
    Beyond,
    /// Its quotes never close, so it ends with its line, here.
    Unclosed(usize),
    /// Too long for a row even without quotes.
    TooLong,
}

/// The end of the row that starts at `start`.
pub(crate) fn row_end(bytes: &[u8], start: usize, delimiter: u8, last: bool) -> RowEnd {
    let limit = bytes.len().min(start + ROW);
    let complete = limit < bytes.len() || limit == start + ROW || last;
    match quoted_end(&bytes[..limit], start, delimiter) {
        Some(end) => RowEnd::At(end),
        None if !complete => RowEnd::Beyond,
        None => match memchr(b'\n', &bytes[start..limit]) {
            Some(length) => RowEnd::Unclosed(start + length + 1),
            None if limit - start == ROW => RowEnd::TooLong,
            None => RowEnd::At(limit),
        },
    }
}

/// The end of the row of a chunk that starts at `start`, and whether its quotes count.
pub(super) fn row_of(chunk: &Chunk, start: usize, delimiter: u8) -> (usize, bool) {
    match row_end(&chunk.bytes, start, delimiter, chunk.complete) {
        RowEnd::At(end) => (end, true),
        RowEnd::Unclosed(end) => (end, false),
        // The splitter saw where this row ends, or it would not be in the body.
        RowEnd::Beyond | RowEnd::TooLong => (chunk.body.end, false),
    }
}

fn quoted_end(bytes: &[u8], start: usize, delimiter: u8) -> Option<usize> {
    let mut at = start;
    while let Some(skip) = memchr2(b'\n', b'"', &bytes[at..]) {
        let found = at + skip;
        if bytes[found] == b'\n' {
            return Some(found + 1);
        }
        at = if found == start || bytes[found - 1] == delimiter {
            closing_quote(bytes, found)? + 1
        } else {
            found + 1
        };
    }
    None
}

/// The quote that closes the one at `open`.
fn closing_quote(bytes: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        let found = at + memchr(b'"', &bytes[at..])?;
        if bytes.get(found + 1) != Some(&b'"') {
            return Some(found);
        }
        at = found + 2;
    }
}

/// A cell of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// First byte of its text, behind the quote.
    pub(crate) start: usize,
    /// One past its last byte, before the quote.
    pub(crate) end: usize,
    /// Whether it holds doubled quotes.
    pub(crate) doubled: bool,
}

/// Replaces `cells` by those of the row `start..end`.
///
/// With `quotes` off a quote is a letter like any other.
pub(crate) fn split(
    bytes: &[u8],
    (start, end): (usize, usize),
    (delimiter, quotes): (u8, bool),
    cells: &mut Vec<Cell>,
) {
    cells.clear();
    let end = trim_line_end(bytes, start, end);
    let mut at = start;
    loop {
        let row = &bytes[..end];
        let close = if quotes && row.get(at) == Some(&b'"') { closing_quote(row, at) } else { None };
        let text_end = close.map_or(at, |close| close + 1);
        // Most cells of a wide table are empty, and a search costs more than a look.
        let next = if row.get(text_end) == Some(&delimiter) {
            text_end
        } else {
            memchr(delimiter, &row[text_end..]).map_or(end, |skip| text_end + skip)
        };
        cells.push(match close {
            // Text behind the closing quote belongs to the cell, as in other readers.
            Some(close) if close + 1 == next => {
                let doubled = memchr(b'"', &row[at + 1..close]).is_some();
                Cell { start: at + 1, end: close, doubled }
            }
            _ => Cell { start: at, end: next, doubled: false },
        });
        if next == end {
            return;
        }
        at = next + 1;
    }
}

fn trim_line_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let row = &bytes[start..end];
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    start + row.strip_suffix(b"\r").unwrap_or(row).len()
}

/// The text of a cell with doubled quotes, and the map back to its raw bytes.
pub(crate) fn undouble(raw: &[u8]) -> (Vec<u8>, SourceMap) {
    let mut text = Vec::with_capacity(raw.len());
    let mut map = Vec::new();
    let mut at = 0;
    while let Some(skip) = memchr(b'"', &raw[at..]) {
        text.extend_from_slice(&raw[at..=at + skip]);
        at = (at + skip + 2).min(raw.len());
        map.push((text.len() as u32, at as u32));
    }
    text.extend_from_slice(&raw[at..]);
    (text, map.into())
}
