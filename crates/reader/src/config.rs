//! What a run asks of the reader.

/// Which files are read and how.
#[derive(Clone, Debug)]
pub struct Config {
    /// Reads hidden files and folders as well.
    pub hidden: bool,
    /// Ignores `.gitignore` and its like.
    pub no_ignore: bool,
    /// Follows symbolic links.
    pub follow_links: bool,
    /// Bytes of one block; the result does not depend on it.
    #[doc(hidden)]
    pub block_size: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { hidden: false, no_ignore: false, follow_links: false, block_size: 1 << 20 }
    }
}
