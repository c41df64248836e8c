//! Strings that are longer than a record: overlapping windows, each the owner of its own part.

use model::{Place, SourceMap, Span};

use super::lexer::{End, string_end};
use super::machine::{Feed, Machine};
use super::scan::Stop;
use super::unescape::{Escapes, unescape};
use crate::limits::{OVERLAP, WINDOW};

/// A long string that is being read.
pub(crate) struct Long {
    /// Index of the first byte that no window owned yet.
    next: usize,
    /// Bytes of the string before it that are still in the buffer.
    behind: usize,
    key: (u32, u32),
    keep: bool,
}

impl Long {
    /// Starts at the first byte of the content.
    pub(crate) fn new(next: usize, key: (u32, u32), keep: bool) -> Self {
        Self { next, behind: 0, key, keep }
    }
}

impl Machine {
    /// Cuts windows; gives the index after the closing quote.
    pub(super) fn windows(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, (Stop, usize)> {
        let Some(mut long) = self.long.take() else { return Ok(at) };
        loop {
            let reach = long.next + WINDOW + OVERLAP;
            let limit = reach.min(feed.bytes.len());
            let end = match string_end(&feed.bytes[..limit], long.next) {
                End::At(after, _) => Some(after - 1),
                End::Broken => return Err((Stop::Broken, long.next)),
                End::Beyond if limit < reach && feed.last => return Err((Stop::Broken, long.next)),
                End::Beyond if limit < reach => {
                    let consumed = long.next - long.behind;
                    long.next = long.behind;
                    self.long = Some(long);
                    return Err((Stop::Beyond, consumed));
                }
                End::Beyond => None,
            };
            let end_or_limit = end.unwrap_or(limit);
            let target = end_or_limit.min(long.next + WINDOW);
            let cut = aligned(feed.bytes, long.next, target).min(end_or_limit);
            let shown = end_or_limit.min(cut + OVERLAP);
            self.window(feed, &long, (cut, shown));
            if end == Some(cut) {
                return Ok(cut + 1);
            }
            long.behind = OVERLAP.min(long.behind + cut - long.next);
            long.next = cut;
        }
    }

    fn window(&mut self, feed: &mut Feed<'_>, long: &Long, (cut, shown): (usize, usize)) {
        let start = long.next - long.behind;
        let raw = &feed.bytes[start..shown];
        let decoded = unescape(raw, Escapes::Json);
        if !long.keep && decoded.is_none() && !feed.points.any_in(start, shown) {
            return;
        }
        let position = feed.cursor.at(feed.bytes, start);
        let (text, source_map) = match &decoded {
            Some((text, map)) => (&text[..], map.clone()),
            None => (raw, SourceMap::default()),
        };
        let owned = Span::new(decoded_at(&source_map, long.behind), decoded_at(&source_map, cut - start));
        let names = (self.stack.path(), self.stack.part(long.key));
        self.queue.push(names, text, Place { position, source_map }, true);
        self.queue.own(owned);
    }
}

/// `target`, or the end of the escape in which it stands; `from` stands outside of escapes.
fn aligned(bytes: &[u8], from: usize, target: usize) -> usize {
    let mut at = from;
    while let Some(skip) = memchr::memchr(b'\\', &bytes[at..target]) {
        at += skip;
        at += if bytes.get(at + 1) == Some(&b'u') { 6 } else { 2 };
        if at >= target {
            return at.min(bytes.len());
        }
    }
    target
}

/// The decoded offset of a raw one.
fn decoded_at(map: &[(u32, u32)], raw: usize) -> usize {
    match map[..map.partition_point(|&(_, known)| known as usize <= raw)].last() {
        Some(&(decoded, known)) => decoded as usize + raw - known as usize,
        None => raw,
    }
}
