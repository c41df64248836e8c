//! How the reader tells how far it is.

use std::path::Path;

/// Hears how far the walk is; called from the walker's thread and from workers.
pub trait Progress: Send + Sync {
    /// A file was found; `size` is its size on disk, 0 where that is unknown.
    fn found(&self, path: &Path, size: u64);

    /// Bytes were read from files, before decompression.
    fn read(&self, bytes: u64);
}

impl Progress for () {
    fn found(&self, _path: &Path, _size: u64) {}

    fn read(&self, _bytes: u64) {}
}
