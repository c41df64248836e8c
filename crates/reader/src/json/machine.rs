//! The state of a JSON reader: what is open, under which path, and which records wait.

use model::siblings::{is_default, name_rank, value_rank};
use std::sync::Arc;

use model::{Place, SourceMap};

use super::frame::{Frame, Pair};
use super::lexer::{End, comment_end, skip_space};
use super::names::is_arn_key;
use super::naming::{decode, push_index, push_name, text_of};
use super::queue::Queue;
use super::scan::{self, Stop, Token, skip_comments, whole_string};
use super::windows::Long;
use crate::cursor::Cursor;
use crate::interest::Interest;
use crate::limits::{DOCUMENT, NAME, WHOLE};
use crate::output::Output;

/// Reads documents, one after the other, from buffers of any size.
#[derive(Default)]
pub(crate) struct Machine {
    pub(super) frames: Vec<Frame>,
    /// Path of the innermost container, and of the member that is being read.
    pub(super) path: String,
    pub(super) queue: Queue,
    /// A string that is longer than a record.
    pub(super) long: Option<Long>,
    after_value: bool,
    spare_pairs: Vec<Pair>,
    n_documents: u64,
}

/// A buffer and what is known of it.
pub(crate) struct Feed<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) interest: &'a Interest,
    pub(crate) cursor: &'a mut Cursor,
    /// Whether the buffer ends where the file ends.
    pub(crate) last: bool,
}

/// How far a buffer was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All before this index is done; the rest needs more bytes.
    Consumed(usize),
    /// From this index on the text is not JSON.
    Broken(usize),
}

impl Machine {
    /// Number of documents that were read to their end.
    pub(crate) fn n_documents(&self) -> u64 {
        self.n_documents
    }

    /// Whether a document is open.
    pub(crate) fn is_inside(&self) -> bool {
        !self.frames.is_empty() || self.long.is_some()
    }

    /// Forgets all state, to start over with another line.
    pub(crate) fn reset(&mut self) {
        self.frames.clear();
        self.path.clear();
        self.long = None;
        self.after_value = false;
    }

    /// Reads on; the next buffer starts at what was not consumed.
    pub(crate) fn feed(&mut self, feed: &mut Feed<'_>, output: &mut Output<'_>) -> Step {
        let mut at = 0;
        loop {
            let outcome = if self.long.is_some() { self.windows(feed, at) } else { self.token(feed, at) };
            if self.frames.is_empty() {
                self.queue.flush(output);
            } else if self.queue.is_full() {
                self.make_room(output);
            }
            match outcome {
                Ok(next) => at = next,
                Err((Stop::Beyond, start)) if feed.last => {
                    let whole = start == feed.bytes.len() && !self.is_inside();
                    self.flush(output);
                    return if whole { Step::Consumed(start) } else { Step::Broken(start) };
                }
                Err((Stop::Beyond, start)) if feed.bytes.len() - start < DOCUMENT * 3 / 4 => {
                    return Step::Consumed(start);
                }
                Err((Stop::Beyond | Stop::Broken, start)) => {
                    self.flush(output);
                    return Step::Broken(start);
                }
            }
        }
    }

    fn token(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, (Stop, usize)> {
        let at = skip_space(feed.bytes, at);
        let Some(&byte) = feed.bytes.get(at) else { return Err((Stop::Beyond, at)) };
        let outcome = match (byte, self.frames.last()) {
            (b'/', frame) => {
                self.path.truncate(frame.map_or(0, |frame| frame.path as usize));
                self.comment(feed, at)
            }
            (_, None) => self.value(feed, at, ((0, 0), false)),
            (b',', _) if self.after_value => {
                self.after_value = false;
                Ok(at + 1)
            }
            (b'}', Some(frame)) if frame.is_object => Ok(self.close(at)),
            (b']', Some(frame)) if !frame.is_object => Ok(self.close(at)),
            (b'"', Some(frame)) if frame.is_object && !self.after_value => self.member(feed, at),
            (_, Some(frame)) if !frame.is_object && !self.after_value => self.element(feed, at),
            _ => Err(Stop::Broken),
        };
        outcome.map_err(|stop| (stop, at))
    }

    fn comment(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, Stop> {
        let end = match comment_end(feed.bytes, at) {
            End::At(end, _) => end,
            End::Beyond if feed.last && feed.bytes[at..].starts_with(b"//") => feed.bytes.len(),
            End::Beyond if feed.bytes.len() - at <= WHOLE => return Err(Stop::Beyond),
            End::Beyond | End::Broken => return Err(Stop::Broken),
        };
        if feed.interest.any_in(at, end) {
            let place = Place { position: feed.cursor.at(feed.bytes, at), source_map: SourceMap::default() };
            self.queue.push((&self.path, ""), &feed.bytes[at..end], place, true);
        }
        Ok(end)
    }

    fn element(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, Stop> {
        let Some(frame) = self.frames.last_mut() else { return Err(Stop::Broken) };
        let (length, named) = (frame.path as usize, (frame.key, frame.marked));
        self.path.truncate(length);
        push_index(&mut self.path, frame.n_elements);
        match self.value(feed, at, named) {
            Ok(end) => {
                if let Some(frame) = self.frames.iter_mut().rfind(|frame| frame.path as usize == length) {
                    frame.n_elements += 1;
                }
                Ok(end)
            }
            Err(stop) => {
                self.path.truncate(length);
                Err(stop)
            }
        }
    }

    /// Reads `"key": ` and the value, or at least the value's opening bracket.
    fn member(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, Stop> {
        let (key_end, escaped) = whole_string(feed, at)?;
        let mut comments = Vec::new();
        let colon = skip_comments(feed, key_end, &mut comments)?;
        if feed.bytes[colon] != b':' {
            return Err(Stop::Broken);
        }
        let start = skip_comments(feed, colon + 1, &mut comments)?;
        let token = scan::value(feed, start, self.frames.len())?;
        let key = self.name_member(&feed.bytes[at + 1..key_end - 1]);
        let marked = escaped || feed.interest.any_in(at + 1, key_end - 1);
        if marked {
            self.push_key(feed, (at + 1, key_end - 1));
        }
        for comment in comments {
            self.comment(feed, comment)?;
        }
        Ok(self.accept(feed, start, &token, (key, marked)))
    }

    /// Appends a member's name to the path and says where it stands there.
    fn name_member(&mut self, raw: &[u8]) -> (u32, u32) {
        let length = self.frames.last().map_or(0, |frame| frame.path as usize);
        self.path.truncate(length);
        push_name(&mut self.path, &text_of(raw))
    }

    fn push_key(&mut self, feed: &mut Feed<'_>, (start, end): (usize, usize)) {
        let length = self.path.len();
        self.path.push_str("#key");
        let position = feed.cursor.at(feed.bytes, start);
        let raw = &feed.bytes[start..end];
        let (text, source_map) = decode(raw);
        self.queue.push((&self.path, ""), &text, Place { position, source_map }, true);
        self.path.truncate(length);
    }

    fn value(&mut self, feed: &mut Feed<'_>, at: usize, named: ((u32, u32), bool)) -> Result<usize, Stop> {
        let token = scan::value(feed, at, self.frames.len())?;
        Ok(self.accept(feed, at, &token, named))
    }

    /// Takes a value whose path is set; gives the index after it.
    fn accept(
        &mut self,
        feed: &mut Feed<'_>,
        at: usize,
        token: &Token,
        (key, marked): ((u32, u32), bool),
    ) -> usize {
        match *token {
            Token::Open { is_object } => {
                self.open(is_object, (key, marked));
                return at + 1;
            }
            Token::String { end, escaped } => self.scalar(feed, (at + 1, end - 1), key, marked || escaped),
            Token::Word { end } if feed.bytes[at..end].iter().any(u8::is_ascii_digit) => {
                self.scalar(feed, (at, end), key, marked);
            }
            Token::Word { .. } => {}
            Token::Long => self.long = Some(Long::new(at + 1, key, marked)),
        }
        self.end_value();
        match *token {
            Token::String { end, .. } | Token::Word { end } => end,
            Token::Open { .. } | Token::Long => at + 1,
        }
    }

    fn end_value(&mut self) {
        self.after_value = true;
        if self.frames.is_empty() && self.long.is_none() {
            self.n_documents += 1;
        }
    }

    fn scalar(&mut self, feed: &mut Feed<'_>, (start, end): (usize, usize), key: (u32, u32), keep: bool) {
        let raw = &feed.bytes[start..end];
        let keep = keep || feed.interest.any_in(start, end);
        let name = &self.path[key.0 as usize..key.1 as usize];
        let is_member = self.frames.last().is_some_and(|frame| frame.is_object);
        let (name_rank, value_rank, arn_rank) =
            if is_member { (name_rank(name), value_rank(name), is_arn_key(name)) } else { (0, 0, 0) };
        let holder = if is_member { self.holder(name) } else { None };
        if arn_rank > 0 && raw.starts_with(b"arn:") {
            self.note_arn(arn_rank, raw);
        }
        let (key, keep) = holder.map_or((key, keep), |(holder, marked)| (holder, keep || marked));
        let row = if keep || value_rank > 0 {
            let position = feed.cursor.at(feed.bytes, start);
            let names = (&self.path[..], &self.path[key.0 as usize..key.1 as usize]);
            let (text, source_map) = decode(raw);
            Some(self.queue.push(names, &text, Place { position, source_map }, keep))
        } else {
            None
        };
        if name_rank > 0 {
            self.pair().note_name(name_rank, &text_of(raw), row);
        } else if value_rank > 0 {
            self.pair().value_row = row;
        }
    }

    /// The key of the object whose value a member with this name holds, and whether that key calls for it.
    ///
    /// `"DbPassword": {"Default": "x"}` is the password, and `"DbPassword": {"value": "x"}` too.
    fn holder(&self, name: &str) -> Option<((u32, u32), bool)> {
        let frame = self.frames.last().filter(|frame| frame.key.0 < frame.key.1)?;
        (is_default(name) || value_rank(name) > 0).then_some((frame.key, frame.marked))
    }

    fn note_arn(&mut self, rank: u8, raw: &[u8]) {
        let Some(frame) = self.frames.last_mut() else { return };
        if raw.len() <= 2 * NAME && frame.arn.as_ref().is_none_or(|&(known, _)| known < rank) {
            frame.arn = Some((rank, Arc::from(text_of(raw))));
        }
    }

    fn pair(&mut self) -> &mut Pair {
        let spare = &mut self.spare_pairs;
        let frame = self.frames.last_mut().expect("only members of an object ask for its pair");
        frame.pair.get_or_insert_with(|| spare.pop().unwrap_or_default())
    }

    fn open(&mut self, is_object: bool, (key, marked): ((u32, u32), bool)) {
        let path = self.path.len() as u32;
        let base = match self.frames.last() {
            Some(parent) if !parent.is_object => parent.path,
            _ => path,
        };
        let first_row = self.queue.next();
        let (n_elements, pair, arn) = (0, None, None);
        self.frames.push(Frame { is_object, base, path, key, marked, n_elements, first_row, pair, arn });
        self.after_value = false;
    }

    fn close(&mut self, at: usize) -> usize {
        let Some(mut frame) = self.frames.pop() else { return at + 1 };
        if let Some(mut pair) = frame.pair.take() {
            self.join(&pair, &frame);
            pair.clear();
            self.spare_pairs.push(pair);
        }
        if let Some((_, arn)) = &frame.arn {
            self.queue.set_arn(frame.first_row, arn);
        }
        self.path.truncate(self.frames.last().map_or(0, |parent| parent.path as usize));
        self.end_value();
        at + 1
    }

    /// Gives the value of a sibling form the key that stands beside it.
    fn join(&mut self, pair: &Pair, frame: &Frame) {
        if let (Some(name), Some(value_row)) = (pair.name(), pair.value_row) {
            self.path.truncate(frame.base as usize);
            let key = push_name(&mut self.path, name);
            let key = &self.path[key.0 as usize..key.1 as usize];
            self.queue.rename(value_row, (&self.path, key), pair.name_row.is_some());
            if let Some(row) = pair.name_row {
                self.queue.rename(row, (&format!("{}#key", self.path), ""), true);
            }
        }
        if let Some(row) = pair.value_row {
            self.queue.drop_unwanted(row);
        }
    }

    /// Hands on what is complete; of a container with too many records, all that waits.
    fn make_room(&mut self, output: &mut Output<'_>) {
        // Less than half would be asked for again too soon.
        let half = self.queue.first().midpoint(self.queue.next());
        match self.frames.iter().find(|frame| frame.first_row > half) {
            Some(frame) => {
                // Rows before it belong to elements that were closed, and to members of what is still open.
                let complete = frame.first_row;
                self.settle();
                self.queue.flush_before(complete, output);
            }
            None => self.flush(output),
        }
    }

    /// Hands on what waits, with the resources known so far.
    fn flush(&mut self, output: &mut Output<'_>) {
        self.settle();
        self.queue.flush(output);
    }

    /// Decides about waiting records by what is known so far.
    fn settle(&mut self) {
        for frame in &self.frames {
            if let Some(row) = frame.pair.as_ref().and_then(|pair| pair.value_row) {
                // Its key has not come yet; without knowing, the value has to be looked at.
                self.queue.keep(row);
            }
        }
        for frame in self.frames.iter().rev() {
            if let Some((_, arn)) = &frame.arn {
                self.queue.set_arn(frame.first_row, arn);
            }
            if frame.first_row <= self.queue.first() && frame.arn.is_some() {
                break;
            }
        }
    }
}
