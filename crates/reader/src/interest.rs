//! Where a buffer deserves to be parsed.

use memchr::memchr_iter;

use crate::Sieve;

/// Ascending indexes of a buffer.
#[derive(Default)]
pub(crate) struct Interest {
    points: Vec<usize>,
}

impl Interest {
    /// Replaces the points by what the sieve finds in `bytes[from..to]`.
    pub(crate) fn sieve(&mut self, sieve: &mut dyn Sieve, bytes: &[u8], (from, to): (usize, usize)) {
        self.points.clear();
        sieve.candidates(&bytes[from..to], &mut self.points);
        for point in &mut self.points {
            *point += from;
        }
    }

    /// Adds the backslashes that may hide a candidate behind an escape.
    pub(crate) fn add_escapes(&mut self, bytes: &[u8], (from, to): (usize, usize), hides: fn(u8) -> bool) {
        let before = self.points.len();
        let escapes = memchr_iter(b'\\', &bytes[from..to]).map(|index| index + from);
        self.points.extend(escapes.filter(|&index| bytes.get(index + 1).is_none_or(|&next| hides(next))));
        if before > 0 && before < self.points.len() {
            self.points.sort_unstable();
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

    /// The points in `start..end`, counted from `start`.
    pub(crate) fn part(&self, start: usize, end: usize) -> Self {
        let from = self.points.partition_point(|&point| point < start);
        let points = self.points[from..].iter().take_while(|&&point| point < end);
        Self { points: points.map(|point| point - start).collect() }
    }

    /// Whether there is no point.
    pub(crate) fn is_empty(&self) -> bool {
        self.points.is_empty()
    }
}
