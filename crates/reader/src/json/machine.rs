//! The state of a JSON reader: what is open, and which records wait.

use model::{Place, SourceMap};

use super::frame::{Frame, Segment};
use super::lexer::{End, comment_end, skip_space};
use super::naming::decode;
use super::queue::Queue;
use super::scan::{self, Stop, Token, skip_comments, whole_string};
use super::stack::Stack;
use super::windows::Long;
use crate::cursor::Cursor;
use crate::interest::{Ahead, Interest};
use crate::limits::{DOCUMENT, WHOLE};
use crate::output::Output;

/// Reads documents, one after the other, from buffers of any size.
#[derive(Default)]
pub(crate) struct Machine {
    pub(super) stack: Stack,
    pub(super) queue: Queue,
    /// A string that is longer than a record.
    pub(super) long: Option<Long>,
    after_value: bool,
    n_documents: u64,
}

/// A buffer and what is known of it.
pub(crate) struct Feed<'a> {
    pub(crate) bytes: &'a [u8],
    /// Where to start.
    from: usize,
    pub(crate) points: Ahead<'a>,
    pub(crate) cursor: &'a mut Cursor,
    /// Whether the buffer ends where the file ends.
    pub(crate) last: bool,
    /// Whether escapes are points, too.
    pub(super) has_escapes: bool,
}

/// How far a buffer was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All before this index is done; the rest needs more bytes.
    Consumed(usize),
    /// From this index on the text is not JSON.
    Broken(usize),
}

impl<'a> Feed<'a> {
    /// A part of a stream; the next one starts at what was not consumed.
    pub(crate) fn of_stream(
        bytes: &'a [u8],
        interest: &'a Interest,
        cursor: &'a mut Cursor,
        last: bool,
    ) -> Self {
        Self { bytes, from: 0, points: interest.ahead(0), cursor, last, has_escapes: false }
    }

    /// The line that starts at `from` and ends with the buffer; all its escapes are points.
    pub(crate) fn of_line(
        bytes: &'a [u8],
        from: usize,
        interest: &'a Interest,
        cursor: &'a mut Cursor,
    ) -> Self {
        Self { bytes, from, points: interest.ahead(from), cursor, last: true, has_escapes: true }
    }
}

impl Machine {
    /// Number of documents that were read to their end.
    pub(crate) fn n_documents(&self) -> u64 {
        self.n_documents
    }

    /// Whether a document is open.
    pub(crate) fn is_inside(&self) -> bool {
        !self.stack.is_empty() || self.long.is_some()
    }

    /// Forgets all state, to start over with another line.
    pub(crate) fn reset(&mut self) {
        self.stack.clear();
        self.long = None;
        self.after_value = false;
    }

    /// Reads on; the next buffer starts at what was not consumed.
    pub(crate) fn feed(&mut self, feed: &mut Feed<'_>, output: &mut Output<'_>) -> Step {
        let mut at = feed.from;
        loop {
            let outcome = if self.long.is_some() { self.windows(feed, at) } else { self.token(feed, at) };
            if self.stack.is_empty() {
                self.queue.flush(output);
            } else if self.queue.is_full() {
                self.make_room(feed.bytes, output);
            }
            match outcome {
                Ok(next) => at = self.skip_comma(feed.bytes, next),
                Err((Stop::Beyond, start)) if feed.last => {
                    let whole = start == feed.bytes.len() && !self.is_inside();
                    self.flush(feed.bytes, output);
                    return if whole { Step::Consumed(start) } else { Step::Broken(start) };
                }
                Err((Stop::Beyond, start)) if feed.bytes.len() - start < DOCUMENT * 3 / 4 => {
                    self.stack.keep(feed.bytes);
                    return Step::Consumed(start);
                }
                Err((Stop::Beyond | Stop::Broken, start)) => {
                    self.flush(feed.bytes, output);
                    return Step::Broken(start);
                }
            }
        }
    }

    /// Goes on behind a comma that follows at once, without another look at what is open.
    fn skip_comma(&mut self, bytes: &[u8], at: usize) -> usize {
        let is_between = self.after_value && !self.stack.is_empty() && self.long.is_none();
        if is_between && bytes.get(at) == Some(&b',') {
            self.after_value = false;
            return at + 1;
        }
        at
    }

    fn token(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, (Stop, usize)> {
        let at = skip_space(feed.bytes, at);
        let Some(&byte) = feed.bytes.get(at) else { return Err((Stop::Beyond, at)) };
        let outcome = match (byte, self.stack.last()) {
            (b'/', _) => self.comment(feed, at, None),
            (_, None) => self.value(feed, at, (Segment::Top, false)),
            (b',', _) if self.after_value => {
                self.after_value = false;
                Ok(at + 1)
            }
            (b'}', Some(frame)) if frame.is_object => Ok(self.close(feed.bytes, at)),
            (b']', Some(frame)) if !frame.is_object => Ok(self.close(feed.bytes, at)),
            (b'"', Some(frame)) if frame.is_object && !self.after_value => self.member(feed, at),
            (_, Some(frame)) if !frame.is_object && !self.after_value => self.element(feed, at),
            _ => Err(Stop::Broken),
        };
        outcome.map_err(|stop| (stop, at))
    }

    /// Gives a comment that stands in the innermost container, or before a member's value.
    fn comment(&mut self, feed: &mut Feed<'_>, at: usize, member: Option<Segment>) -> Result<usize, Stop> {
        let end = match comment_end(feed.bytes, at) {
            End::At(end, _) => end,
            End::Beyond if feed.last && feed.bytes[at..].starts_with(b"//") => feed.bytes.len(),
            End::Beyond if feed.bytes.len() - at <= WHOLE => return Err(Stop::Beyond),
            End::Beyond | End::Broken => return Err(Stop::Broken),
        };
        if feed.points.any_in(at, end) {
            match member {
                Some(segment) => self.stack.name_value(feed.bytes, segment),
                None => self.stack.name_container(feed.bytes),
            };
            let place = Place { position: feed.cursor.at(feed.bytes, at), source_map: SourceMap::default() };
            self.queue.push((self.stack.path(), ""), &feed.bytes[at..end], place, true);
        }
        Ok(end)
    }

    fn element(&mut self, feed: &mut Feed<'_>, at: usize) -> Result<usize, Stop> {
        let token = scan::value(feed, at, self.stack.depth())?;
        let Some(frame) = self.stack.last_mut() else { return Err(Stop::Broken) };
        let named = (Segment::Element(frame.n_elements), frame.marked);
        frame.n_elements += 1;
        Ok(self.accept(feed, at, &token, named))
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
        let token = scan::value(feed, start, self.stack.depth())?;
        let segment = Segment::Member(at as u32 + 1, key_end as u32 - 1);
        let marked = escaped || feed.points.any_in(at + 1, key_end - 1);
        if marked {
            self.push_key(feed, (at + 1, key_end - 1), segment);
        }
        for comment in comments {
            self.comment(feed, comment, Some(segment))?;
        }
        Ok(self.accept(feed, start, &token, (segment, marked)))
    }

    fn push_key(&mut self, feed: &mut Feed<'_>, (start, end): (usize, usize), segment: Segment) {
        self.stack.name_value(feed.bytes, segment);
        let position = feed.cursor.at(feed.bytes, start);
        let (text, source_map) = decode(&feed.bytes[start..end]);
        let place = Place { position, source_map };
        self.stack.with_suffix("#key", |path| self.queue.push((path, ""), &text, place, true));
    }

    fn value(&mut self, feed: &mut Feed<'_>, at: usize, named: (Segment, bool)) -> Result<usize, Stop> {
        let token = scan::value(feed, at, self.stack.depth())?;
        Ok(self.accept(feed, at, &token, named))
    }

    /// Takes a value; gives the index after it.
    fn accept(
        &mut self,
        feed: &mut Feed<'_>,
        at: usize,
        token: &Token,
        (segment, marked): (Segment, bool),
    ) -> usize {
        let after = match *token {
            Token::Open { is_object } => {
                self.open(is_object, (segment, marked));
                return at + 1;
            }
            Token::String { end, escaped } => {
                self.scalar(feed, (at + 1, end - 1), segment, marked || escaped);
                end
            }
            Token::Word { end, is_number } => {
                if is_number {
                    self.scalar(feed, (at, end), segment, marked);
                }
                end
            }
            Token::Long => {
                let key = self.stack.name_value(feed.bytes, segment);
                self.long = Some(Long::new(at + 1, key, marked));
                at + 1
            }
        };
        self.end_value();
        after
    }

    fn end_value(&mut self) {
        self.after_value = true;
        if self.stack.is_empty() && self.long.is_none() {
            self.n_documents += 1;
        }
    }

    fn open(&mut self, is_object: bool, (segment, marked): (Segment, bool)) {
        let has_key = match segment {
            Segment::Top => false,
            Segment::Member(start, end) => start < end,
            Segment::Element(_) => self.stack.last().is_some_and(|frame| frame.has_key),
        };
        let first_row = self.queue.next();
        self.stack.push(Frame::new(is_object, segment, (has_key, marked), first_row));
        self.after_value = false;
    }

    fn close(&mut self, bytes: &[u8], at: usize) -> usize {
        self.settle_container(bytes);
        self.stack.pop();
        self.end_value();
        at + 1
    }
}
