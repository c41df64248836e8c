//! What a run asks of the reader.

use std::path::PathBuf;

/// Which files are read and how.
#[derive(Clone, Debug)]
pub struct Config {
    /// Reads hidden files and folders as well.
    pub hidden: bool,
    /// Ignores `.gitignore` and its like.
    pub no_ignore: bool,
    /// Follows symbolic links.
    pub follow_links: bool,
    /// Files to leave out when a folder is walked; a file that is named is read all the same.
    pub skip: Vec<PathBuf>,
    /// Bytes of one block; the result does not depend on it.
    #[doc(hidden)]
    pub block_size: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { hidden: false, no_ignore: false, follow_links: false, skip: Vec::new(), block_size: 1 << 20 }
    }
}
