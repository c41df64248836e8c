//! Text that is read by one worker: small files, decoded streams, and what turned out not to be JSON.

use std::io;

use model::Position;

use super::locate;
use crate::Sieve;
use crate::chunk::{Chunk, Splitter};
use crate::output::Output;
use crate::source::Input;

/// Reads the rest of an input as text; gives the bytes read beyond its head, and the error that ended it.
pub(crate) fn locate_stream(
    input: Input,
    block_size: usize,
    sieve: &mut dyn Sieve,
    output: &mut Output<'_>,
) -> (u64, Option<io::Error>) {
    let n_known = input.head.len() as u64;
    let mut splitter = Splitter::new(input, block_size);
    let mut n_bytes = 0;
    while let Some(chunk) = splitter.next_chunk() {
        n_bytes += chunk.body.len() as u64;
        locate(&chunk, sieve, output);
    }
    (n_bytes - n_known, splitter.failure())
}

/// Reads some bytes that stand at `position` as text.
pub(crate) fn locate_rest(bytes: &[u8], position: Position, sieve: &mut dyn Sieve, output: &mut Output<'_>) {
    let chunk = Chunk {
        body: 0..bytes.len(),
        bytes: bytes.to_vec().into(),
        position,
        is_part: false,
        first: true,
        complete: true,
        rows: Vec::new(),
    };
    locate(&chunk, sieve, output);
}

/// Says that an input ended early.
pub(crate) fn notice_failure(failure: Option<io::Error>, decoded: bool, output: &mut Output<'_>) {
    if let Some(failure) = failure {
        let (code, message) = Input::notice_of(&failure, decoded);
        output.notice(code, None, message);
    }
}
