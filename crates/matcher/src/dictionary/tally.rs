//! Values that stand everywhere: told a number of times, then only counted.
//!
//! Counting cells are shared by hash, in two rows, so that ten million values cost two megabytes. A value is quiet
//! when both of its cells are full; another one that shares both, by chance, has to be found as often to be quiet.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// Findings of one value before it is too common.
const MOST: u32 = 10_000;

const ROW: usize = 1 << 17;

/// What was found so often that it is no more told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flood {
    /// Values, by the count of full cells.
    pub values: u64,
    /// Findings that were left out.
    pub left_out: u64,
}

/// How often values were found.
pub(super) struct Tally {
    rows: [Box<[AtomicU32]>; 2],
    n_values: AtomicU64,
    n_left_out: AtomicU64,
}

impl Tally {
    pub(super) fn new() -> Self {
        let row = || (0..ROW).map(|_| AtomicU32::new(0)).collect();
        Self { rows: [row(), row()], n_values: AtomicU64::new(0), n_left_out: AtomicU64::new(0) }
    }

    /// Counts a value that was found, and gives whether to tell it.
    pub(super) fn admit(&self, hash: u64) -> bool {
        let places = [hash as usize % ROW, (hash >> 32) as usize % ROW];
        let cells = [&self.rows[0][places[0]], &self.rows[1][places[1]]];
        let least = cells.map(|cell| cell.load(Ordering::Relaxed)).into_iter().min().unwrap_or_default();
        if least >= MOST {
            self.n_left_out.fetch_add(1, Ordering::Relaxed);
            // The first one that is left out makes both cells one higher, and so counts the value.
            if least == MOST {
                raise(cells);
                self.n_values.fetch_add(1, Ordering::Relaxed);
            }
            return false;
        }
        raise(cells);
        true
    }

    pub(super) fn flood(&self) -> Flood {
        let [values, left_out] =
            [&self.n_values, &self.n_left_out].map(|count| count.load(Ordering::Relaxed));
        Flood { values, left_out }
    }
}

fn raise(cells: [&AtomicU32; 2]) {
    for cell in cells {
        cell.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_value_is_told_ten_thousand_times() {
        let tally = Tally::new();
        let told = (0..MOST + 5).filter(|_| tally.admit(7)).count();
        assert_eq!((told, tally.flood()), (MOST as usize, Flood { values: 1, left_out: 5 }));
        assert!(tally.admit(7 + (1 << 32)), "one shared cell is not enough");
    }
}
