//! Memory for what was read, which goes round between the walker and the workers.

use std::ops::Deref;

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::limits::SPARE;

/// Spare buffers; taking and giving back is free of locks.
///
/// A fresh buffer costs a page fault for each 4 KiB and a pass to fill it with zeros, together as much as reading
/// into it.
#[derive(Clone)]
pub(crate) struct Pool {
    give: Sender<Vec<u8>>,
    take: Receiver<Vec<u8>>,
}

/// Bytes that were read, and room for more.
#[derive(Default)]
pub(crate) struct Buffer {
    /// All of it is initialised; only the first `length` bytes were read.
    memory: Vec<u8>,
    length: usize,
    /// Where the memory goes back to, if anywhere.
    pool: Option<Pool>,
}

impl Pool {
    /// Makes a pool that keeps at most `n_spare` buffers.
    pub(crate) fn new(n_spare: usize) -> Self {
        let (give, take) = bounded(n_spare);
        Self { give, take }
    }

    /// An empty buffer.
    pub(crate) fn buffer(&self) -> Buffer {
        let memory = self.take.try_recv().unwrap_or_default();
        Buffer { memory, length: 0, pool: Some(self.clone()) }
    }
}

impl Buffer {
    /// An empty buffer of the same pool.
    pub(crate) fn sibling(&self) -> Self {
        self.pool.as_ref().map(Pool::buffer).unwrap_or_default()
    }

    /// Room for `n_bytes` behind what was read.
    pub(crate) fn room(&mut self, n_bytes: usize) -> &mut [u8] {
        let end = self.length + n_bytes;
        if self.memory.len() < end {
            self.memory.reserve_exact(end - self.memory.len());
            self.memory.resize(end, 0);
        }
        &mut self.memory[self.length..end]
    }

    /// Counts `n_bytes` of the room as read.
    pub(crate) fn fill(&mut self, n_bytes: usize) {
        self.length += n_bytes;
        debug_assert!(self.length <= self.memory.len(), "only room can be filled");
    }

    /// Appends a copy.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.fill(bytes.len());
    }

    /// Drops the first `n_bytes`.
    pub(crate) fn shift(&mut self, n_bytes: usize) {
        self.memory.copy_within(n_bytes..self.length, 0);
        self.length -= n_bytes;
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.memory[..self.length]
    }
}

impl From<Vec<u8>> for Buffer {
    fn from(memory: Vec<u8>) -> Self {
        Self { length: memory.len(), memory, pool: None }
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.take().filter(|_| (1..=SPARE).contains(&self.memory.len())) {
            // A full pool has enough of them.
            let _ = pool.give.try_send(std::mem::take(&mut self.memory));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_holds_what_was_pushed_and_not_shifted() {
        let mut buffer = Pool::new(1).buffer();
        buffer.push(b"abc");
        buffer.room(4)[..2].copy_from_slice(b"de");
        buffer.fill(2);
        buffer.shift(2);
        assert_eq!(&buffer[..], b"cde");
    }

    #[test]
    fn memory_comes_back_empty_and_is_bounded() {
        let pool = Pool::new(1);
        let mut buffer = pool.buffer();
        buffer.push(&[1; 100]);
        drop(buffer);
        let again = pool.buffer();
        assert_eq!((again.len(), again.memory.len()), (0, 100));
        let mut other = pool.buffer();
        other.push(&vec![1; SPARE + 1]);
        drop((again, other));
        assert_eq!(pool.take.len(), 1, "what is too big does not come back");
    }
}
