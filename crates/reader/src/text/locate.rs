//! Chooses the lines of a chunk that deserve a look.

use model::RawForm;
use model::siblings::{name_rank, value_rank};
use std::str;

use memchr::{memchr, memrchr};

use super::line::{Emitter, Force};
use super::pieces::split;
use super::siblings::{Line, each_sibling, items};
use super::windows;
use crate::Sieve;
use crate::chunk::Chunk;
use crate::interest::Interest;
use crate::limits::{NEIGHBOURS, WHOLE};
use crate::output::Output;

/// Gives the records of all lines of the body that hold a candidate or belong to one.
pub(crate) fn locate(chunk: &Chunk, sieve: &mut dyn Sieve, output: &mut Output<'_>) {
    if chunk.is_part {
        windows::locate_part(chunk, sieve, output);
        return;
    }
    let margins = margins(chunk);
    let mut interest = Interest::default();
    interest.sieve(sieve, &chunk.bytes, margins, RawForm::Other);
    interest.add_escapes(&chunk.bytes, margins, hides);
    if interest.is_empty() {
        return;
    }
    let lines = choose(&chunk.bytes, &interest, margins);
    let mut emitter = Emitter::new(&chunk.bytes, chunk.position, chunk.body.start);
    for (line, force) in lines {
        if !chunk.body.contains(&line.0) {
            continue;
        }
        if line.1 - line.0 > WHOLE {
            windows::locate_line(&mut emitter, line, sieve, output);
        } else {
            emitter.line(line, force, &interest, output);
        }
    }
}

/// Whether a backslash before this byte may hide a candidate or stand at its left border.
pub(super) fn hides(next: u8) -> bool {
    b"uUxnrtbf/".contains(&next)
}

/// The body and whole lines around it, in which a key may call for a value in the body.
fn margins(chunk: &Chunk) -> (usize, usize) {
    let bytes = &chunk.bytes;
    let from = match chunk.body.start.checked_sub(NEIGHBOURS) {
        Some(lowest) => memchr(b'\n', &bytes[lowest..chunk.body.start]).map(|newline| lowest + newline + 1),
        None => Some(0),
    };
    let highest = bytes.len().min(chunk.body.end + NEIGHBOURS);
    let to = memrchr(b'\n', &bytes[chunk.body.end..highest]).map(|newline| chunk.body.end + newline + 1);
    let to = if chunk.complete && highest == bytes.len() { Some(highest) } else { to };
    (from.unwrap_or(chunk.body.start), to.unwrap_or(chunk.body.end))
}

/// Lines with a candidate, and those that they call for.
fn choose(bytes: &[u8], interest: &Interest, (from, to): (usize, usize)) -> Vec<(Line, Force)> {
    let mut lines = Vec::new();
    let mut at = from;
    while let Some(point) = interest.next_from(at).filter(|&point| point < to) {
        let start = memrchr(b'\n', &bytes[at..point]).map_or(at, |newline| at + newline + 1);
        let end = memchr(b'\n', &bytes[point..to]).map_or(to, |length| point + length);
        lines.push(((start, end), Force::default()));
        call(bytes, (start, end), interest, |line, force| lines.push((line, force)));
        at = end + 1;
    }
    lines.sort_by_key(|(line, _)| line.0);
    lines.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1.add(next.1);
        }
        same
    });
    lines
}

/// Calls for the value of a key that stands on another line.
fn call(bytes: &[u8], line: Line, interest: &Interest, mut add: impl FnMut(Line, Force)) {
    if line.1 - line.0 > NEIGHBOURS / 2 {
        return;
    }
    let is_block = bytes[line.0..line.1].trim_ascii_end().ends_with(b"{");
    let pieces = split(&bytes[line.0..line.1]).all;
    let Some(key) = pieces.first().and_then(|first| first.key) else {
        // `variable "password" {`
        if is_block && interest.any_in(line.0, line.1) {
            items(bytes, line).for_each(|item| add(item, Force::BARE));
        }
        return;
    };
    let name = str::from_utf8(&bytes[line.0 + key.0..line.0 + key.1]).unwrap_or_default();
    // Where text is broken, several values may ask for this key.
    if name_rank(name) > 0 {
        each_sibling(bytes, line, value_rank, |_, partner, _| add(partner, Force::VALUE));
    }
    let opener = pieces.iter().rev().find(|piece| piece.value.0 == piece.value.1).and_then(|piece| piece.key);
    if opener.is_some_and(|key| interest.any_in(line.0 + key.0, line.0 + key.1)) {
        items(bytes, line).for_each(|item| add(item, Force::BARE));
    }
}
