//! JSON Lines: each line is a document of its own, and only lines with a candidate are parsed.

use memchr::{memchr, memchr_iter};
use model::{Position, RawForm};

use crate::Sieve;
use crate::chunk::Chunk;
use crate::cursor::Cursor;
use crate::interest::Interest;
use crate::json::{Feed, Machine, Step};
use crate::output::Output;
use crate::tally::Flaws;
use crate::text;

/// Gives the values of all lines that hold a candidate or an escape.
pub(crate) fn locate(chunk: &Chunk, sieve: &mut dyn Sieve, (output, flaws): (&mut Output<'_>, &mut Flaws)) {
    let body = (chunk.body.start, chunk.body.end);
    let mut interest = Interest::default();
    interest.sieve(sieve, &chunk.bytes, body, RawForm::JsonLines);
    interest.add_escapes(&chunk.bytes, body, |_| true);
    let cursor = Cursor::new(chunk.position, chunk.body.start);
    let mut lines = Lines { bytes: &chunk.bytes, interest: &interest, machine: Machine::default(), cursor };
    let mut next_point = interest.next_from(0);
    let mut start = chunk.body.start;
    let newlines = memchr_iter(b'\n', &chunk.bytes[start..chunk.body.end]);
    for end in newlines.map(|index| index + chunk.body.start + 1).chain([chunk.body.end]) {
        if next_point.is_some_and(|point| point < end) {
            if let Some(rest) = lines.line((start, end), output) {
                flaws.add(rest.1.line);
                text::locate_rest(&chunk.bytes[rest.0..end], rest.1, sieve, output);
            }
            next_point = interest.next_from(end);
        } else if !looks_whole(&chunk.bytes[start..end]) {
            flaws.add(lines.cursor.at(&chunk.bytes, start).line);
        }
        start = end;
    }
}

struct Lines<'a> {
    bytes: &'a [u8],
    interest: &'a Interest,
    machine: Machine,
    cursor: Cursor,
}

impl Lines<'_> {
    /// Reads a line; gives where it stops being JSON.
    fn line(&mut self, (start, end): (usize, usize), output: &mut Output<'_>) -> Option<(usize, Position)> {
        self.machine.reset();
        let bytes = &self.bytes[..end];
        let mut feed = Feed::of_line(bytes, start, self.interest, &mut self.cursor);
        match self.machine.feed(&mut feed, output) {
            Step::Consumed(_) => None,
            Step::Broken(at) => Some((at, self.cursor.at(bytes, at))),
        }
    }
}

/// Whether the ends of a line look like one document; a full check would cost a parse of every line.
fn looks_whole(line: &[u8]) -> bool {
    if let [b'{', .., b'}', b'\n'] = line {
        return true;
    }
    let line = line.trim_ascii();
    match (line.first(), line.last()) {
        (Some(b'{'), last) => last == Some(&b'}'),
        (Some(b'['), last) => last == Some(&b']'),
        (Some(b'"'), last) => last == Some(&b'"'),
        (Some(first), _) => first.is_ascii_digit() || b"-tfn".contains(first) && memchr(b' ', line).is_none(),
        (None, _) => true,
    }
}
