//! One unit of work.

use model::Event;

use crate::Sieve;

/// A small file, a stream, or one chunk of a big file; a worker turns it into records.
pub struct Block {}

impl Block {
    /// Reads, sieves and locates: gives pages of records, notices, and counts of what was read.
    pub fn locate(self, _sieve: &mut dyn Sieve, _emit: &mut dyn FnMut(Event)) {}
}
