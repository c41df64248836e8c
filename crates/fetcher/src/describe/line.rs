//! One call in one place, and how it ends.

use std::cell::RefCell;
use std::sync::Arc;

use serde_json::Value;

use super::connection::Client;
use super::path;
use super::request::{self, Request};
use super::table::{Call, Service};
use super::template::Variables;
use crate::failure::{Failure, Halt};
use crate::row::Row;
use crate::seen::Seen;
use crate::sink::Gone;

/// What joins the tokens of a call that needs several for its next page; no token holds it.
const JOINT: char = '\u{1f}';

/// One call and its row of the coverage table.
pub(super) struct Line {
    pub(super) call: &'static Call,
    /// Who answers.
    pub(super) service: &'static Service,
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

    /// The request for a page; `values` are sent besides what the row always sends.
    pub(super) fn request(
        &self,
        values: &[(String, Value)],
        (variables, token): (&Variables, Option<&str>),
    ) -> Result<Request, Failure> {
        let tokens = token.map(|token| token.split(JOINT)).into_iter().flatten();
        let tokens = self.call.pages.iter().zip(tokens).filter(|(_, token)| !token.is_empty());
        let tokens = tokens.map(|((name, _), token)| ((*name).to_owned(), Value::from(token)));
        let values: Vec<_> = values.iter().cloned().chain(tokens).collect();
        request::write(self.service, self.call, &values, variables)
            .ok_or_else(|| Failure::pager("an answer lacks what the next request needs"))
    }

    /// The tokens of the next page, joined; `None` where the answer has none.
    pub(super) fn next(&self, answer: &Value) -> Option<String> {
        let tokens: Vec<String> =
            self.call.pages.iter().map(|(_, steps)| path::text(answer, steps).unwrap_or_default()).collect();
        tokens.iter().any(|token| !token.is_empty()).then(|| tokens.join(&JOINT.to_string()))
    }
}
