//! Records that wait for what their object still may say about them: its ARN, and the key of a value.

use std::sync::Arc;

use model::{Place, Span};

use crate::output::{Field, Output, clip};

/// Bytes and records that may wait.
const MAX_BYTES: usize = 128 << 10;
const MAX_ROWS: usize = 512;

/// Waiting records in the order of their places.
#[derive(Default)]
pub(crate) struct Queue {
    bytes: Vec<u8>,
    names: String,
    rows: Vec<Row>,
    /// Number of rows that have gone before `rows[0]`.
    gone: u64,
}

/// A waiting record; ranges are of the queue's arenas.
struct Row {
    value_end: usize,
    path: (usize, usize),
    key: (usize, usize),
    place: Place,
    owned: Option<Span>,
    arn: Option<Arc<str>>,
    keep: bool,
}

impl Queue {
    /// The number that the next row gets.
    pub(crate) fn next(&self) -> u64 {
        self.gone + self.rows.len() as u64
    }

    /// The number of the first row that waits.
    pub(crate) fn first(&self) -> u64 {
        self.gone
    }

    /// Adds a record; without `keep` it is dropped unless a sibling asks for it.
    pub(crate) fn push(&mut self, (path, key): (&str, &str), value: &[u8], place: Place, keep: bool) -> u64 {
        self.bytes.extend_from_slice(value);
        let (path, key) = (self.name(&clip(path)), self.name(key));
        let value_end = self.bytes.len();
        self.rows.push(Row { value_end, path, key, place, owned: None, arn: None, keep });
        self.next() - 1
    }

    fn name(&mut self, name: &str) -> (usize, usize) {
        let start = self.names.len();
        self.names.push_str(name);
        (start, self.names.len())
    }

    /// Narrows the last record, see [`model::Page::own`].
    pub(crate) fn own(&mut self, owned: Span) {
        if let Some(row) = self.rows.last_mut() {
            row.owned = Some(owned);
        }
    }

    fn row(&mut self, number: u64) -> Option<&mut Row> {
        self.rows.get_mut(usize::try_from(number.checked_sub(self.gone)?).ok()?)
    }

    /// Gives a row another name and keeps it if `keep`.
    pub(crate) fn rename(&mut self, number: u64, (path, key): (&str, &str), keep: bool) {
        let (path, key) = (self.name(&clip(path)), self.name(key));
        if let Some(row) = self.row(number) {
            (row.path, row.key) = (path, key);
            row.keep |= keep;
        }
    }

    /// Keeps a row after all.
    pub(crate) fn keep(&mut self, number: u64) {
        if let Some(row) = self.row(number) {
            row.keep = true;
        }
    }

    /// Drops the last row if it is `number` and nobody asked for it.
    pub(crate) fn drop_unwanted(&mut self, number: u64) {
        if number + 1 == self.next() && self.rows.last().is_some_and(|row| !row.keep) {
            self.rows.pop();
            let row = self.rows.last();
            self.bytes.truncate(row.map_or(0, |row| row.value_end));
            // Names of rows before may follow theirs after a rename, so the arena is only emptied as a whole.
            if row.is_none() {
                self.names.clear();
            }
        }
    }

    /// Gives rows from `number` on their resource, unless they have a nearer one.
    pub(crate) fn set_arn(&mut self, number: u64, arn: &Arc<str>) {
        let from = usize::try_from(number.saturating_sub(self.gone)).unwrap_or(usize::MAX);
        for row in self.rows.iter_mut().skip(from) {
            row.arn.get_or_insert_with(|| Arc::clone(arn));
        }
    }

    /// Whether more would break the bound of memory.
    pub(crate) fn is_full(&self) -> bool {
        self.rows.len() >= MAX_ROWS || self.bytes.len() >= MAX_BYTES || self.names.len() >= 4 * MAX_BYTES
    }

    /// Hands all records on.
    pub(crate) fn flush(&mut self, output: &mut Output<'_>) {
        if !self.rows.is_empty() {
            self.flush_before(self.next(), output);
        }
    }

    /// Hands on the records before `number`.
    pub(crate) fn flush_before(&mut self, number: u64, output: &mut Output<'_>) {
        let n_rows = usize::try_from(number.saturating_sub(self.gone)).unwrap_or(usize::MAX);
        let n_rows = n_rows.min(self.rows.len());
        let mut start = 0;
        for row in self.rows.drain(..n_rows) {
            let value = &self.bytes[start..row.value_end];
            start = row.value_end;
            if row.keep {
                let (path, key) = (&self.names[row.path.0..row.path.1], &self.names[row.key.0..row.key.1]);
                let Row { place, owned, arn, .. } = row;
                output.push(Field { path, key, value, place, owned, arn: arn.as_ref() });
            }
        }
        self.gone += n_rows as u64;
        self.compact(start);
    }

    /// Frees the arenas of rows that are gone.
    fn compact(&mut self, n_bytes: usize) {
        self.bytes.drain(..n_bytes);
        if self.rows.is_empty() {
            self.names.clear();
            return;
        }
        let names = std::mem::take(&mut self.names);
        let mut rows = std::mem::take(&mut self.rows);
        for row in &mut rows {
            row.value_end -= n_bytes;
            row.path = self.name(&names[row.path.0..row.path.1]);
            row.key = self.name(&names[row.key.0..row.key.1]);
        }
        self.rows = rows;
    }
}
