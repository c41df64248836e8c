//! Turns indexes of a buffer into positions in its file.

use memchr::{memchr_iter, memrchr};
use model::Position;

/// Walks forward through a buffer and knows line and column.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    position: Position,
    index: usize,
}

impl Cursor {
    /// Starts at `index` of a buffer, which stands at `position` of the file.
    pub(crate) fn new(position: Position, index: usize) -> Self {
        Self { position, index }
    }

    /// The position of `index`; cheap where indexes rise.
    pub(crate) fn at(&mut self, bytes: &[u8], index: usize) -> Position {
        if index < self.index {
            self.back(bytes, index);
        }
        let skipped = &bytes[self.index..index];
        self.position.offset += skipped.len() as u64;
        match memrchr(b'\n', skipped) {
            Some(last) => {
                self.position.line += memchr_iter(b'\n', skipped).count() as u64;
                self.position.column = (skipped.len() - last) as u64;
            }
            None => self.position.column += skipped.len() as u64,
        }
        self.index = index;
        self.position
    }

    fn back(&mut self, bytes: &[u8], index: usize) {
        let skipped = &bytes[index..self.index];
        self.position.offset -= skipped.len() as u64;
        let n_lines = memchr_iter(b'\n', skipped).count() as u64;
        self.position.line -= n_lines;
        if n_lines == 0 {
            self.position.column -= skipped.len() as u64;
        } else {
            self.position.column =
                (index - memrchr(b'\n', &bytes[..index]).map_or(0, |last| last + 1)) as u64 + 1;
        }
        self.index = index;
    }

    /// Accounts for `n_bytes` that were dropped from the front of the buffer.
    pub(crate) fn shift(&mut self, bytes: &[u8], n_bytes: usize) {
        if self.index < n_bytes {
            self.at(bytes, n_bytes);
        }
        self.index -= n_bytes;
    }
}

/// The first position of a file.
pub(crate) const START: Position = Position { offset: 0, line: 1, column: 1 };
