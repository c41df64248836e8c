//! One call in one place, and how it ends.

use std::cell::RefCell;
use std::sync::Arc;

use serde_json::Value;

use super::connection::Client;
use super::path;
use super::table::Call;
use crate::failure::{Failure, Halt};
use crate::row::Row;
use crate::seen::Seen;
use crate::sink::Gone;

/// One call and its row of the coverage table.
pub(super) struct Line {
    pub(super) call: &'static Call,
    pub(super) client: Client,
    pub(super) row: Arc<Row>,
    /// The first failure, and how many there were.
    pub(super) failed: RefCell<Option<(Failure, usize)>>,
    /// What a call that is made for its own items was already made for, so that a circle of them ends.
    pub(super) made_for: RefCell<Seen>,
}

impl Line {
    /// Remembers a failure; the other calls go on.
    pub(super) fn note(&self, end: Result<(), Halt>) -> Result<(), Gone> {
        match end {
            Ok(()) => {}
            Err(Halt::Gone) => return Err(Gone),
            // What was deleted since it was listed is no hole.
            Err(Halt::Failed(failure)) if self.call.each.is_some() && failure.is_about_nothing() => {}
            Err(Halt::Failed(failure)) => {
                let mut failed = self.failed.borrow_mut();
                let count = failed.as_ref().map_or(0, |(_, count)| *count) + 1;
                let first = failed.take().map_or(failure, |(first, _)| first);
                *failed = Some((first, count));
            }
        }
        Ok(())
    }

    /// The items of an answer that count.
    pub(super) fn items<'v>(&self, answer: &'v Value) -> Vec<&'v Value> {
        let mut items = Vec::new();
        path::each(answer, self.call.items, &mut |named| items.push(named.value));
        if let Some((field, values)) = self.call.only {
            items.retain(|item| path::text(item, field).is_some_and(|text| values.contains(&&*text)));
        }
        items
    }
}
