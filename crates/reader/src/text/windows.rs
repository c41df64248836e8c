//! Lines that are longer than a record: overlapping windows, each the owner of its own part.

use memchr::{memchr, memrchr};
use model::RawForm;

use super::line::{Emitter, Force};
use super::locate::hides;
use super::siblings::Line;
use crate::Sieve;
use crate::chunk::Chunk;
use crate::interest::Interest;
use crate::limits::{OVERLAP, WINDOW};
use crate::output::Output;

/// A chunk that is one window of a line.
pub(super) fn locate_part(chunk: &Chunk, sieve: &mut dyn Sieve, output: &mut Output<'_>) {
    let bytes = &chunk.bytes;
    let start = memrchr(b'\n', &bytes[..chunk.body.start]).map_or(0, |newline| newline + 1);
    let body_end = chunk.body.end - usize::from(bytes[..chunk.body.end].ends_with(b"\n"));
    let end = body_end + memchr(b'\n', &bytes[body_end..]).unwrap_or(bytes.len() - body_end);
    let mut emitter = Emitter::new(bytes, chunk.position, chunk.body.start);
    locate_window(&mut emitter, ((start, end), (chunk.body.start, body_end)), sieve, output);
}

/// A line that is whole in the buffer.
pub(super) fn locate_line(
    emitter: &mut Emitter<'_>,
    line: Line,
    sieve: &mut dyn Sieve,
    output: &mut Output<'_>,
) {
    for start in (line.0..line.1).step_by(WINDOW) {
        let owned = (start, line.1.min(start + WINDOW));
        locate_window(emitter, (line, owned), sieve, output);
    }
}

fn locate_window(
    emitter: &mut Emitter<'_>,
    (line, owned): (Line, Line),
    sieve: &mut dyn Sieve,
    output: &mut Output<'_>,
) {
    let shown = (line.0.max(owned.0.saturating_sub(OVERLAP)), line.1.min(owned.1 + OVERLAP));
    let mut interest = Interest::default();
    interest.sieve(sieve, emitter.bytes, shown, RawForm::Other);
    interest.add_escapes(emitter.bytes, shown, hides);
    if !interest.is_empty() {
        emitter.owned = Some(owned);
        emitter.line(shown, Force::default(), &interest, output);
        emitter.owned = None;
    }
}
