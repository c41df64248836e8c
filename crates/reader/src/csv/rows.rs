//! Finds the rows of a table 64 bytes at a time, as long as their quotes stand where they should.
//!
//! The slow twin is [`row_end`](super::row_end) with [`split`](super::row::split), which also knows what odd quotes
//! mean. Where every quote opens a cell, closes it, or is one of two, counting quotes gives the same rows.

use super::marks::Marks;
use crate::limits::ROW;

/// Goes from row to row.
pub(crate) struct Rows<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// Where the current row starts.
    row: usize,
    /// Delimiters of the current row before the block.
    n_delimiters: usize,
    /// Where the next block starts.
    next_block: usize,
    /// What is left of the block: newlines that end rows, and delimiters that end cells.
    newlines: u64,
    delimiters: u64,
    /// All ones inside of quotes, else 0.
    inside: u64,
    /// 1 where a quote may stand at the start of the next block.
    before: u64,
    /// Whether an odd quote stands behind what is left.
    is_odd: bool,
}

/// An ordinary row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// One past its newline.
    pub(crate) end: usize,
    pub(crate) n_cells: usize,
}

impl<'a> Rows<'a> {
    /// Starts with the row at `start`.
    pub(crate) fn new(bytes: &'a [u8], start: usize, delimiter: u8) -> Self {
        Self {
            bytes,
            delimiter,
            row: start,
            n_delimiters: 0,
            next_block: start,
            newlines: 0,
            delimiters: 0,
            inside: 0,
            before: 1,
            is_odd: false,
        }
    }

    /// Goes on behind a row that somebody else read.
    pub(crate) fn restart(&mut self, start: usize) {
        *self = Self::new(self.bytes, start, self.delimiter);
    }

    /// The next row; `None` where it is odd, longer than [`ROW`], or has no end here.
    pub(crate) fn next_row(&mut self) -> Option<Row> {
        while self.newlines == 0 {
            self.n_delimiters += self.delimiters.count_ones() as usize;
            self.delimiters = 0;
            if self.is_odd || self.next_block >= self.bytes.len() || self.next_block > self.row + ROW {
                return None;
            }
            self.read_block();
        }
        let newline = self.newlines.trailing_zeros();
        // A full block was read, so its start is 64 bytes back.
        let end = self.next_block - 64 + newline as usize + 1;
        let before = self.delimiters & ((1 << newline) - 1);
        let n_cells = self.n_delimiters + before.count_ones() as usize + 1;
        self.newlines &= self.newlines - 1;
        self.delimiters &= !before;
        self.n_delimiters = 0;
        let length = end - std::mem::replace(&mut self.row, end);
        (length <= ROW).then_some(Row { end, n_cells })
    }

    fn read_block(&mut self) {
        let mut padded = [0; 64];
        let rest = &self.bytes[self.next_block..];
        let block = rest.first_chunk().unwrap_or_else(|| {
            padded[..rest.len()].copy_from_slice(rest);
            &padded
        });
        self.next_block += 64;
        let Marks { quotes, newlines, delimiters } = Marks::of(block, self.delimiter);
        let inside = fill(quotes) ^ self.inside;
        self.inside = (inside.cast_signed() >> 63).cast_unsigned();
        let borders = quotes | newlines | delimiters;
        let odd = quotes & inside & !(borders << 1 | self.before);
        self.before = borders >> 63;
        self.is_odd = odd != 0;
        // Bits below the first odd quote; all where there is none.
        let usable = (odd & odd.wrapping_neg()).wrapping_sub(1) & !inside;
        self.newlines = newlines & usable;
        self.delimiters = delimiters & usable;
    }
}

/// Sets the bits from each odd quote up to the next one.
const fn fill(quotes: u64) -> u64 {
    let mut filled = quotes;
    let mut shift = 1;
    while shift < 64 {
        filled ^= filled << shift;
        shift *= 2;
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::super::row::{RowEnd, row_end, split};
    use super::*;

    /// Rows as the slow twin reads them, or as the fast one does with the slow one's help.
    fn rows(bytes: &[u8], is_fast: bool) -> (Vec<Row>, usize) {
        let mut fast = Rows::new(bytes, 0, b',');
        let (mut all, mut n_fast, mut start) = (Vec::new(), 0, 0);
        while start < bytes.len() {
            let row = if is_fast { fast.next_row() } else { None };
            n_fast += usize::from(row.is_some());
            let row = row.unwrap_or_else(|| {
                let (end, quotes) = match row_end(bytes, start, b',', true) {
                    RowEnd::At(end) => (end, true),
                    RowEnd::Unclosed(end) => (end, false),
                    other => panic!("{other:?}"),
                };
                let mut cells = Vec::new();
                split(bytes, (start, end), (b',', quotes), &mut cells);
                fast.restart(end);
                Row { end, n_cells: cells.len() }
            });
            all.push(row);
            start = row.end;
        }
        (all, n_fast)
    }

    #[test]
    fn odd_and_plain_rows_are_those_of_the_slow_twin() {
        let words = [
            &b"\""[..],
            b"\"",
            b"\"\"",
            b"a",
            b"bcd efg hij",
            b",",
            b",",
            b"\n",
            b"\r\n",
            b"\",\"",
            b"\"\n\"",
            b"\xFF",
        ];
        let (mut seed, mut n_plain) = (3_u64, 0);
        for round in 0..20_000 {
            let mut text = Vec::new();
            for _ in 0..round % 90 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.extend_from_slice(words[(seed >> 40) as usize % words.len()]);
            }
            let (fast, n_fast) = rows(&text, true);
            assert_eq!(fast, rows(&text, false).0, "{}", String::from_utf8_lossy(&text));
            n_plain += n_fast;
        }
        assert!(n_plain > 10_000, "{n_plain}");
    }

    #[test]
    fn ordinary_rows_need_no_help() {
        let text = b"a,b,c\n\"a\",\"b, and \"\"b\"\"\",\"c\nd\"\n\n,,\n\"\",\"\",\"\"\r\n".repeat(50);
        let (rows, n_fast) = rows(&text, true);
        assert_eq!((rows.len(), n_fast), (250, 250));
        assert_eq!(rows[..5].iter().map(|row| row.n_cells).collect::<Vec<_>>(), [3, 3, 1, 3, 3]);
    }
}
