//! Finds the cells of a chunk that deserve a look.

use std::sync::Arc;

use model::{Place, RawForm, SourceMap};

use super::header::Header;
use super::row::{Cell, row_of, split, undouble};
use super::rows::{Row, Rows};
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
    let body = (chunk.body.start, chunk.body.end);
    let ends: Vec<u32> = chunk.rows.iter().map(|&(end, _)| end - chunk.body.start as u32).collect();
    interest.sieve(sieve, &chunk.bytes, body, RawForm::Rows(&ends));
    interest.add_doubled_quotes(&chunk.bytes, body, header.delimiter);
    let wanted: Vec<_> = header.columns.iter().map(|column| sieve.wants_key(&column.key)).collect();
    let is_any_wanted = wanted.contains(&true);
    let cursor = Cursor::new(chunk.position, chunk.body.start);
    let mut points = interest.ahead(0);
    let mut table =
        Table { chunk, header, interest: &interest, sieve, wanted, cursor, cells: Vec::new(), arn: None };
    let mut at = chunk.body.start;
    let mut take = |row: Option<Row>| {
        let Some(row) = row else {
            at = table.odd_row(at, output, flaws);
            return at;
        };
        let is_plain = row.n_cells == header.columns.len() && row.n_cells > 1;
        if !is_plain || is_any_wanted || points.any_in(at, row.end) {
            table.row((at, row.end), true, output, flaws);
        }
        at = row.end;
        at
    };
    let mut end = chunk.body.start;
    for &(row_end, n_cells) in &chunk.rows {
        end = take(n_cells.map(|n_cells| Row { end: row_end as usize, n_cells: n_cells.get() as usize }));
    }
    let mut rows = Rows::new(&chunk.bytes, end, header.delimiter);
    while end < chunk.body.end {
        let row = rows.next_row();
        end = take(row);
        if row.is_none() {
            rows.restart(end);
        }
    }
}

struct Table<'a> {
    chunk: &'a Chunk,
    header: &'a Header,
    interest: &'a Interest,
    sieve: &'a mut dyn Sieve,
    /// Columns whose names call for something.
    wanted: Vec<bool>,
    cursor: Cursor,
    cells: Vec<Cell>,
    /// The resource of the row: its cell, and once a record needed it, its name.
    arn: Option<(Cell, Option<Arc<str>>)>,
}

impl Table<'_> {
    /// Reads the row at `start`, whose quotes may stand anywhere; gives its end.
    fn odd_row(&mut self, start: usize, output: &mut Output<'_>, flaws: &mut Flaws) -> usize {
        let (end, quotes) = row_of(self.chunk, start, self.header.delimiter);
        self.row((start, end), quotes, output, flaws);
        end
    }

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
        let arn = self.header.arn.filter(|_| !is_header).and_then(|index| self.arn_in(index));
        self.arn = arn.map(|cell| (cell, None));
        let mut points = self.interest.ahead(start);
        for index in 0..self.cells.len() {
            let cell = self.cells[index];
            // Wide tables are mostly empty.
            if cell.start == cell.end {
                continue;
            }
            let has_point = points.any_in(cell.start, cell.end);
            if is_header {
                self.header_cell((index, has_point), output);
            } else {
                self.cell((index, has_point), output);
            }
        }
    }

    fn arn_in(&self, index: usize) -> Option<Cell> {
        let cell = self.cells.get(index)?;
        let text = &self.chunk.bytes[cell.start..cell.end];
        (text.starts_with(b"arn:") && text.len() < 2048).then_some(*cell)
    }

    fn header_cell(&mut self, (index, has_point): (usize, bool), output: &mut Output<'_>) {
        let cell = self.cells[index];
        if has_point {
            let path = format!("{}#key", self.header.columns[index].path);
            self.push(cell, (&path, ""), output);
        }
    }

    fn cell(&mut self, (index, has_point): (usize, bool), output: &mut Output<'_>) {
        let cell = self.cells[index];
        let asked = has_point || self.is_wanted(index);
        let (is_name, sibling) = match self.header.pair {
            Some((name, value)) if value == index => (false, self.cells.get(name).copied()),
            Some((name, _)) => (name == index, None),
            None => (false, None),
        };
        let sibling = sibling.filter(|name| name.start < name.end);
        let called = sibling.is_some_and(|name| self.interest.any_in(name.start, name.end));
        if !asked && !called {
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

    /// Whether a cell may be what its column calls for.
    fn is_wanted(&mut self, index: usize) -> bool {
        let (cell, header) = (self.cells[index], self.header);
        let value = &self.chunk.bytes[cell.start..cell.end];
        // With doubled quotes a point stands in the cell already.
        self.wanted.get(index) == Some(&true) && self.sieve.wants_value(&header.columns[index].key, value)
    }

    /// A cell's text as a name.
    fn text(&self, cell: Cell) -> String {
        let end = cell.end.min(cell.start + crate::limits::NAME);
        String::from_utf8_lossy(&self.chunk.bytes[cell.start..end]).replace("\"\"", "\"")
    }

    fn push(&mut self, cell: Cell, (path, key): (&str, &str), output: &mut Output<'_>) {
        let position = self.cursor.at(&self.chunk.bytes, cell.start);
        let raw = &self.chunk.bytes[cell.start..cell.end];
        let arn = self.arn.as_mut().map(|(cell, arn)| {
            let text = &self.chunk.bytes[cell.start..cell.end];
            &*arn.get_or_insert_with(|| Arc::from(String::from_utf8_lossy(text)))
        });
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
