//! What the members of an object say about each other: the key of a value, and the resource of all.

use std::sync::Arc;

use model::Place;

use super::frame::{Arn, Pair, Segment, Text};
use super::machine::{Feed, Machine};
use super::names::{Role, arn_rank};
use super::naming::decode;
use crate::limits::NAME;
use crate::output::Output;

/// The best rank of a name in a sibling form.
const BEST: u8 = 2;

impl Machine {
    /// Takes a string or number.
    pub(super) fn scalar(
        &mut self,
        feed: &mut Feed<'_>,
        (start, end): (usize, usize),
        segment: Segment,
        keep: bool,
    ) {
        let keep = keep || feed.points.any_in(start, end);
        let Some(role) = role_of(feed.bytes, segment) else {
            if keep {
                self.push(feed, (start, end), (segment, false), true);
            }
            return;
        };
        self.note_arn(feed.bytes, (start, end), segment);
        let holder = self.stack.last().filter(|frame| role.is_of_holder && frame.has_key);
        let keep = keep || holder.is_some_and(|frame| frame.marked);
        let is_held = holder.is_some();
        let may_be_called = role.is_value && self.may_be_called(feed, end);
        let row = (keep || may_be_called).then(|| self.push(feed, (start, end), (segment, is_held), keep));
        if role.name > 0 {
            self.pair().note_name(role.name, Text::raw(start, end), row);
        } else if role.is_value {
            self.pair().value_row = row;
        }
    }

    /// Whether the key of a value that ends at `end` may be a candidate.
    fn may_be_called(&self, feed: &mut Feed<'_>, end: usize) -> bool {
        let pair = self.stack.last().and_then(|frame| frame.pair.as_ref());
        match pair {
            Some(Pair { name_row: Some(_), .. }) => true,
            Some(Pair { rank: BEST, .. }) => false,
            // A better name may follow; only a point behind the value can make it a candidate.
            _ => !feed.last || !feed.has_escapes || feed.points.any_in(end, feed.bytes.len()),
        }
    }

    fn push(
        &mut self,
        feed: &mut Feed<'_>,
        (start, end): (usize, usize),
        (segment, is_held): (Segment, bool),
        keep: bool,
    ) -> u64 {
        let own = self.stack.name_value(feed.bytes, segment);
        // `"DbPassword": {"Default": "x"}` is the password, and `"DbPassword": {"value": "x"}` too.
        let holder = self.stack.last().filter(|_| is_held).map(|frame| frame.names.key);
        let key = holder.unwrap_or(own);
        let position = feed.cursor.at(feed.bytes, start);
        let (text, source_map) = decode(&feed.bytes[start..end]);
        let names = (self.stack.path(), self.stack.part(key));
        self.queue.push(names, &text, Place { position, source_map }, keep)
    }

    fn note_arn(&mut self, bytes: &[u8], (start, end): (usize, usize), segment: Segment) {
        let Segment::Member(from, to) = segment else { return };
        if !bytes[start..end].starts_with(b"arn:") || end - start > 2 * NAME {
            return;
        }
        let rank = arn_rank(&bytes[from as usize..to as usize]);
        if rank > 0
            && let Some(frame) = self.stack.last_mut()
            && frame.arn.as_ref().is_none_or(|known| known.rank < rank)
        {
            frame.arn = Some(Arn { rank, text: Text::raw(start, end) });
        }
    }

    fn pair(&mut self) -> &mut Pair {
        let frame = self.stack.last_mut().expect("only members of an object ask for its pair");
        frame.pair.get_or_insert_default()
    }

    /// Settles what the members of the innermost container said, now that all are known.
    pub(super) fn settle_container(&mut self, bytes: &[u8]) {
        let Some(frame) = self.stack.last_mut() else { return };
        let first_row = frame.first_row;
        if first_row == self.queue.next() {
            return;
        }
        let arn = frame.arn.take();
        if let Some(pair) = frame.pair.take() {
            self.join(bytes, &pair);
        }
        if let Some(arn) = arn {
            self.queue.set_arn(first_row, &Arc::from(arn.text.of(bytes)));
        }
    }

    /// Gives the value of a sibling form the key that stands beside it.
    fn join(&mut self, bytes: &[u8], pair: &Pair) {
        let Some(value_row) = pair.value_row else { return };
        if pair.rank > 0 {
            let key = self.stack.rename_container(bytes, &pair.name.of(bytes));
            let names = (self.stack.path(), self.stack.part(key));
            self.queue.rename(value_row, names, pair.name_row.is_some());
            if let Some(row) = pair.name_row {
                self.stack.with_suffix("#key", |path| self.queue.rename(row, (path, ""), true));
            }
        }
        self.queue.drop_unwanted(value_row);
    }

    /// Hands on what is complete; of a container with too many records, all that waits.
    pub(super) fn make_room(&mut self, bytes: &[u8], output: &mut Output<'_>) {
        // Less than half would be asked for again too soon.
        let half = self.queue.first().midpoint(self.queue.next());
        let complete = self.stack.iter().map(|frame| frame.first_row).find(|&row| row > half);
        match complete {
            Some(complete) => {
                // Rows before it belong to elements that were closed, and to members of what is still open.
                self.settle(bytes);
                self.queue.flush_before(complete, output);
            }
            None => self.flush(bytes, output),
        }
    }

    /// Hands on what waits, with the resources known so far.
    pub(super) fn flush(&mut self, bytes: &[u8], output: &mut Output<'_>) {
        self.settle(bytes);
        self.queue.flush(output);
    }

    /// Decides about waiting records by what is known so far.
    fn settle(&mut self, bytes: &[u8]) {
        for row in self.stack.iter().filter_map(|frame| frame.pair.as_ref()?.value_row) {
            // Its key has not come yet; without knowing, the value has to be looked at.
            self.queue.keep(row);
        }
        for frame in self.stack.iter().rev() {
            if let Some(arn) = &frame.arn {
                self.queue.set_arn(frame.first_row, &Arc::from(arn.text.of(bytes)));
            }
            if frame.first_row <= self.queue.first() && frame.arn.is_some() {
                break;
            }
        }
    }
}

/// What the name of a member says; `None` for what is no member.
fn role_of(bytes: &[u8], segment: Segment) -> Option<Role> {
    match segment {
        Segment::Member(start, end) => Some(Role::of(&bytes[start as usize..end as usize])),
        Segment::Top | Segment::Element(_) => None,
    }
}
