//! Where a buffer deserves to be parsed.

use memchr::{memchr_iter, memmem};
use model::RawForm;

use crate::Sieve;

/// Ascending indexes of a buffer.
#[derive(Default)]
pub(crate) struct Interest {
    points: Vec<usize>,
}

impl Interest {
    /// Replaces the points by what the sieve finds in `bytes[from..to]`.
    pub(crate) fn sieve(
        &mut self,
        sieve: &mut dyn Sieve,
        bytes: &[u8],
        (from, to): (usize, usize),
        form: RawForm<'_>,
    ) {
        self.points.clear();
        sieve.candidates(&bytes[from..to], form, &mut self.points);
        for point in &mut self.points {
            *point += from;
        }
    }

    /// Adds the backslashes that may hide a candidate behind an escape.
    pub(crate) fn add_escapes(&mut self, bytes: &[u8], (from, to): (usize, usize), hides: fn(u8) -> bool) {
        let escapes = memchr_iter(b'\\', &bytes[from..to]).map(|index| index + from);
        self.add(escapes.filter(|&index| bytes.get(index + 1).is_none_or(|&next| hides(next))));
    }

    /// Adds the doubled quotes inside of a table's cells, which may stand in the middle of a candidate: JSON in a cell.
    pub(crate) fn add_doubled_quotes(&mut self, bytes: &[u8], (from, to): (usize, usize), delimiter: u8) {
        let is_border = |byte: Option<&u8>| byte.is_none_or(|byte| [delimiter, b'\n', b'\r'].contains(byte));
        let is_empty_cell = |index: usize| {
            is_border(index.checked_sub(1).and_then(|before| bytes.get(before)))
                && is_border(bytes.get(index + 2))
        };
        let quotes = memmem::find_iter(&bytes[from..to], b"\"\"").map(|index| index + from);
        // The first of them may be the one that opens the cell.
        self.add(quotes.filter(|&index| !is_empty_cell(index)).map(|index| index + 1));
    }

    #[expect(clippy::stable_sort_primitive, reason = "it merges two runs that rise in one pass")]
    fn add(&mut self, points: impl Iterator<Item = usize>) {
        let before = self.points.len();
        self.points.extend(points);
        if before > 0 && before < self.points.len() {
            self.points.sort();
        }
    }

    /// Whether a point lies in `start..end`.
    pub(crate) fn any_in(&self, start: usize, end: usize) -> bool {
        self.next_from(start).is_some_and(|point| point < end)
    }

    /// The first point at or after `start`.
    pub(crate) fn next_from(&self, start: usize) -> Option<usize> {
        self.points.get(self.points.partition_point(|&point| point < start)).copied()
    }

    /// The same points for a reader that goes once through the buffer, from `start` on.
    pub(crate) fn ahead(&self, start: usize) -> Ahead<'_> {
        Ahead { points: &self.points, next: self.points.partition_point(|&point| point < start) }
    }

    /// Whether there is no point.
    pub(crate) fn is_empty(&self) -> bool {
        self.points.is_empty()
    }
}

/// Points asked for in ranges that mostly rise.
pub(crate) struct Ahead<'a> {
    points: &'a [usize],
    /// Index of the first point that the last range did not have before it.
    next: usize,
}

impl Ahead<'_> {
    /// Whether a point lies in `start..end`.
    pub(crate) fn any_in(&mut self, start: usize, end: usize) -> bool {
        if self.next > 0 && self.points[self.next - 1] >= start {
            self.next = self.points.partition_point(|&point| point < start);
        }
        while let Some(&point) = self.points.get(self.next) {
            if point >= start {
                return point < end;
            }
            self.next += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_in_any_order_give_what_a_search_gives() {
        let interest = Interest { points: vec![2, 3, 7, 20] };
        let mut ahead = interest.ahead(4);
        for (start, end) in
            [(0, 2), (0, 3), (3, 4), (4, 7), (4, 8), (2, 3), (8, 20), (20, 21), (21, 99), (0, 1), (7, 8)]
        {
            assert_eq!(ahead.any_in(start, end), interest.any_in(start, end), "{start}..{end}");
        }
    }
}
