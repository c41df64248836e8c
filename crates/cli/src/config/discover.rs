//! Which configuration file counts.

use std::path::{Path, PathBuf};

const NAME: &str = "tagleaks.toml";

/// The nearest file upward from a folder; a repository's root ends the search.
pub(super) fn nearest(start: &Path) -> Option<PathBuf> {
    for folder in start.ancestors() {
        let file = folder.join(NAME);
        if file.is_file() {
            return Some(from_here(start, file));
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    None
}

/// Shorter where the file stands in the start folder itself.
fn from_here(start: &Path, file: PathBuf) -> PathBuf {
    file.strip_prefix(start).map(Path::to_owned).unwrap_or(file)
}
