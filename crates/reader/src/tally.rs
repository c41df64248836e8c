//! What the chunks of one file have in common: how many are done and what was wrong in them.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Counts over all chunks of a file, whichever worker reads them.
#[derive(Default)]
pub(crate) struct Tally {
    state: Mutex<State>,
    done: Condvar,
}

#[derive(Default)]
struct State {
    n_open: usize,
    flaws: Flaws,
}

/// Lines that do not follow their format.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Flaws {
    pub(crate) count: u64,
    /// The first of them.
    pub(crate) line: u64,
}

impl Flaws {
    /// Counts one.
    pub(crate) fn add(&mut self, line: u64) {
        self.merge(Flaws { count: 1, line });
    }

    fn merge(&mut self, other: Self) {
        if other.count > 0 {
            self.line = if self.count == 0 { other.line } else { self.line.min(other.line) };
            self.count += other.count;
        }
    }
}

/// A chunk that is not done; dropping it, even unread, makes it so.
pub(crate) struct Share {
    tally: Arc<Tally>,
    flaws: Flaws,
}

impl Share {
    /// Opens a chunk.
    pub(crate) fn new(tally: &Arc<Tally>) -> Self {
        tally.lock().n_open += 1;
        Self { tally: Arc::clone(tally), flaws: Flaws::default() }
    }

    /// Where this chunk counts its flaws.
    pub(crate) fn flaws(&mut self) -> &mut Flaws {
        &mut self.flaws
    }

    /// Waits for all other chunks and gives the flaws of the whole file.
    ///
    /// Called for the last chunk only: blocks are taken in order, so all others are done or in the hands of
    /// other workers, and none of them waits for this one.
    pub(crate) fn finish(self) -> Flaws {
        let mut state = self.tally.lock();
        while state.n_open > 1 {
            state = self.tally.done.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let mut flaws = state.flaws;
        drop(state);
        flaws.merge(self.flaws);
        flaws
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut state = self.tally.lock();
        state.n_open -= 1;
        state.flaws.merge(self.flaws);
        self.tally.done.notify_all();
    }
}

impl Tally {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
