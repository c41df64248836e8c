//! Small files that go to a worker together, because handing over each of them would cost more than reading it.

use crate::block::Unopened;

/// Files and bytes of a full batch.
const FILES: usize = 64;
const BYTES: u64 = 256 << 10;

/// Files that wait; the first batches of a run are small, so that all workers start at once.
#[derive(Default)]
pub(crate) struct Batch {
    files: Vec<Unopened>,
    n_bytes: u64,
    n_sent: usize,
}

impl Batch {
    /// Adds a file.
    pub(crate) fn push(&mut self, file: Unopened) {
        self.n_bytes += file.size;
        self.files.push(file);
    }

    /// Whether the files are worth a hand-over.
    pub(crate) fn is_full(&self) -> bool {
        self.files.len() >= FILES.min(self.n_sent) || self.n_bytes >= BYTES
    }

    /// Empties the batch.
    pub(crate) fn take(&mut self) -> Vec<Unopened> {
        self.n_bytes = 0;
        self.n_sent += self.files.len();
        std::mem::take(&mut self.files)
    }
}
