//! Finds the cells of a chunk that deserve a look.

use std::sync::Arc;

use model::{Place, SourceMap};

use super::header::Header;
use super::row::{Cell, RowEnd, row_end, split, undouble};
use crate::Sieve;
use crate::chunk::Chunk;
use crate::cursor::Cursor;
use crate::interest::Interest;
use crate::output::{Field, Output};
use crate::tally::Flaws;

/// Gives the cells of all rows that hold a candidate, and those whose column is wanted.
pub(crate) fn locate(
    chunk: &Chunk,
    header: &Header,
    sieve: &mut dyn Sieve,
    (output, flaws): (&mut Output<'_>, &mut Flaws),
) {
    let mut interest = Interest::default();
    interest.sieve(sieve, &chunk.bytes, (chunk.body.start, chunk.body.end));
    let wanted = header.columns.iter().map(|column| sieve.wants_key(&column.key)).collect();
    let cursor = Cursor::new(chunk.position, chunk.body.start);
    let mut table = Table { chunk, header, interest, wanted, cursor, cells: Vec::new(), arn: None };
    let mut at = chunk.body.start;
    while at < chunk.body.end {
        let (end, quotes) = match row_end(&chunk.bytes, at, header.delimiter, chunk.complete) {
            RowEnd::At(end) => (end, true),
            RowEnd::Unclosed(end) => (end, false),
            // The splitter saw where this row ends, or it would not be in the body.
            RowEnd::Beyond | RowEnd::TooLong => (chunk.body.end, false),
        };
        table.row((at, end), quotes, output, flaws);
        at = end;
    }
}

struct Table<'a> {
    chunk: &'a Chunk,
    header: &'a Header,
    interest: Interest,
    wanted: Vec<bool>,
    cursor: Cursor,
    cells: Vec<Cell>,
    arn: Option<Arc<str>>,
}

impl Table<'_> {
    fn row(
        &mut self,
        (start, end): (usize, usize),
        quotes: bool,
        output: &mut Output<'_>,
        flaws: &mut Flaws,
    ) {
        let bytes = &self.chunk.bytes;
        split(bytes, (start, end), (self.header.delimiter, quotes), &mut self.cells);
        let is_blank = self.cells.len() == 1 && self.cells[0].start == self.cells[0].end;
        if is_blank {
            return;
        }
        if !quotes || self.cells.len() != self.header.columns.len() {
            flaws.add(self.cursor.at(bytes, start).line);
        }
        let is_header = self.chunk.first && start == self.chunk.body.start;
        self.arn = self.header.arn.filter(|_| !is_header).and_then(|index| self.arn_in(index));
        for index in 0..self.cells.len() {
            if is_header {
                self.header_cell(index, output);
            } else {
                self.cell(index, output);
            }
        }
    }

    fn arn_in(&self, index: usize) -> Option<Arc<str>> {
        let cell = self.cells.get(index)?;
        let text = &self.chunk.bytes[cell.start..cell.end];
        let is_arn = text.starts_with(b"arn:") && text.len() < 2048;
        is_arn.then(|| Arc::from(String::from_utf8_lossy(text)))
    }

    fn header_cell(&mut self, index: usize, output: &mut Output<'_>) {
        let cell = self.cells[index];
        if self.interest.any_in(cell.start, cell.end) {
            let path = format!("{}#key", self.header.columns[index].path);
            self.push(cell, (&path, ""), output);
        }
    }

    fn cell(&mut self, index: usize, output: &mut Output<'_>) {
        let cell = self.cells[index];
        let asked = self.interest.any_in(cell.start, cell.end) || self.wanted.get(index) == Some(&true);
        let (is_name, sibling) = match self.header.pair {
            Some((name, value)) if value == index => (false, self.cells.get(name).copied()),
            Some((name, _)) => (name == index, None),
            None => (false, None),
        };
        let sibling = sibling.filter(|name| name.start < name.end);
        let called = sibling.is_some_and(|name| self.interest.any_in(name.start, name.end));
        if cell.start == cell.end || !asked && !called {
            return;
        }
        if let Some(name) = sibling {
            let key = self.text(name);
            self.push(cell, (&format!("Tags.{key}"), &key), output);
        } else if is_name {
            let path = format!("Tags.{}#key", self.text(cell));
            self.push(cell, (&path, ""), output);
        } else {
            let header = self.header;
            match header.columns.get(index) {
                Some(column) => self.push(cell, (&column.path, &column.key), output),
                None => self.push(cell, (&format!("[{index}]"), ""), output),
            }
        }
    }

    /// A cell's text as a name.
    fn text(&self, cell: Cell) -> String {
        let end = cell.end.min(cell.start + crate::limits::NAME);
        String::from_utf8_lossy(&self.chunk.bytes[cell.start..end]).replace("\"\"", "\"")
    }

    fn push(&mut self, cell: Cell, (path, key): (&str, &str), output: &mut Output<'_>) {
        let position = self.cursor.at(&self.chunk.bytes, cell.start);
        let raw = &self.chunk.bytes[cell.start..cell.end];
        let arn = self.arn.as_ref();
        if cell.doubled {
            let (text, source_map) = undouble(raw);
            let place = Place { position, source_map };
            output.push(Field { path, key, value: &text, place, owned: None, arn });
        } else {
            let place = Place { position, source_map: SourceMap::default() };
            output.push(Field { path, key, value: raw, place, owned: None, arn });
        }
    }
}
