//! One service in one place: its calls in their order.

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::{StreamExt, TryStreamExt, stream};
use model::{CallStatus, Event, Notice, Origin, Page};
use serde_json::Value;

use super::connection::Connection;
use super::line::Line;
use super::read::{Place, wanted};
use super::records;
use super::table::{Call, Each, SERVICES, Service};
use super::template::{Variables, fill};
use crate::Source;
use crate::failure::Halt;
use crate::identity::Account;
use crate::pager::{self, Turn};
use crate::seen::Seen;
use crate::sink::Gone;
use crate::sweep::Sweep;

/// One service in one place while it is read.
pub(crate) struct Reading<'a> {
    sweep: &'a Sweep,
    may_be_disabled: bool,
    origin: Origin,
    variables: Variables,
    pub(super) lines: Vec<Line>,
    /// Hears of every item, besides the records that are made of it.
    pub(super) listener: Option<&'a Listener<'a>>,
}

/// Hears the action of a call, an item of it, and what its request was for.
pub(crate) type Listener<'a> = dyn Fn(&'static str, &Value, &Variables) + 'a;

impl<'a> Reading<'a> {
    pub(super) fn new(
        sweep: &'a Sweep,
        account: &'a Account,
        (service, place): (&'static Service, Place),
        listener: Option<&'a Listener<'a>>,
    ) -> Self {
        let connection = |service: &'static Service| Connection {
            service,
            sdk: &account.sdk,
            partition: &account.partition,
            region: &place.region,
            retries: Sweep::retry_partition(account, &place.name, service.id),
            budget: sweep.budget(service.rate),
        };
        let own = connection(service);
        let lines = wanted(sweep, service).map(|call| {
            let row = sweep.row(&account.id, &place.name, call.permission);
            let service = by(call).unwrap_or(service);
            let client = if service.id == own.service.id {
                own.client(call.action, &row)
            } else {
                connection(service).client(call.action, &row)
            };
            Line { call, service, client, row, failed: RefCell::default(), made_for: RefCell::default() }
        });
        let lines = lines.collect();
        let origin = Origin {
            source: Source::Describe.as_str(),
            partition: Some(Arc::clone(&account.partition)),
            account: Some(Arc::clone(&account.id)),
            region: Some(place.name.as_str().into()),
            service: Some(service.id.into()),
            ..Origin::default()
        };
        let variables =
            [("account", &*account.id), ("partition", &account.partition), ("region", &place.region)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let variables = Variables(variables.into());
        Self { sweep, may_be_disabled: place.may_be_disabled, origin, variables, lines, listener }
    }

    /// Makes all calls that need no other first, and from their items those that do.
    pub(super) async fn all(&self) -> Result<(), Gone> {
        for line in self.lines.iter().filter(|line| line.call.each.is_none()) {
            line.note(self.pages(line, Vec::new(), &self.variables).await)?;
        }
        for line in &self.lines {
            self.close(line).await?;
        }
        Ok(())
    }

    async fn close(&self, line: &Line) -> Result<(), Gone> {
        let Some((failure, count)) = line.failed.take() else {
            let status = self.status_above(line).unwrap_or(CallStatus::Complete);
            return self.sweep.cover(&line.row, status).await;
        };
        let status = failure.status();
        if self.may_be_disabled && failure.is_region_disabled() {
            *line.failed.borrow_mut() = Some((failure, count));
            return self.sweep.cover(&line.row, CallStatus::Skipped).await;
        }
        let more = if count > 1 { format!(" ({count} times)") } else { String::new() };
        let message =
            format!("{} in {} failed{more}: {}", line.call.permission, line.row.region, failure.reason);
        let code = failure.code;
        // Calls that wait for this one's items ask for its end.
        *line.failed.borrow_mut() = Some((failure, count));
        self.sweep.sink.send(Event::Notice(Notice { code, origin: self.origin.clone(), message })).await?;
        self.sweep.cover(&line.row, status).await
    }

    /// How the call ended whose items this one needs, where that was not well.
    fn status_above(&self, line: &Line) -> Option<CallStatus> {
        let each = line.call.each.as_ref()?;
        let is_other = |above: &&Line| above.call.action != line.call.action;
        let mut above =
            self.lines.iter().filter(is_other).filter(|above| each.of.contains(&above.call.action));
        above.find_map(|above| {
            let own = above.failed.borrow().as_ref().map(|(failure, _)| {
                let is_disabled = self.may_be_disabled && failure.is_region_disabled();
                if is_disabled { CallStatus::Skipped } else { failure.status() }
            });
            own.or_else(|| self.status_above(above))
        })
    }

    /// Turns all pages of a call; the boxed future lets a call of items call itself for theirs.
    fn pages<'s>(
        &'s self,
        line: &'s Line,
        values: Vec<(String, Value)>,
        variables: &'s Variables,
    ) -> Pin<Box<dyn Future<Output = Result<(), Halt>> + 's>> {
        Box::pin(async move {
            let delivered = RefCell::new(Seen::default());
            pager::drain(async |token| {
                let request = line.request(&values, (variables, token.as_deref()))?;
                let answer = line.client.send(request).await?;
                let next = line.next(&answer);
                let items = line.items(&answer);
                let turn = Turn { next, items: items.len() };
                let new: Vec<&Value> =
                    items.into_iter().filter(|item| delivered.borrow_mut().add(&item.to_string())).collect();
                self.deliver(line, &new, variables).await?;
                self.below(line, &new, variables).await?;
                Ok(turn)
            })
            .await
        })
    }

    async fn deliver(&self, line: &Line, items: &[&Value], variables: &Variables) -> Result<(), Gone> {
        let mut page = Page::new();
        for item in items {
            if let Some(listener) = self.listener {
                listener(line.call.action, item, variables);
            }
            records::push(&mut page, &self.origin, line.call, (item, variables));
        }
        let room = self.sweep.sink.room().await?;
        line.row.page(page.len());
        if !page.is_empty() {
            room.send(Event::Page(page));
        }
        Ok(())
    }

    /// Makes the calls that are made for each of some items.
    async fn below(&self, line: &Line, items: &[&Value], variables: &Variables) -> Result<(), Gone> {
        let is_below =
            |below: &&Line| below.call.each.as_ref().is_some_and(|each| each.of.contains(&line.call.action));
        for below in self.lines.iter().filter(is_below) {
            let Some(each) = &below.call.each else { continue };
            let mut requests = requests(each, items, variables);
            if each.of.contains(&below.call.action) {
                requests.retain(|(values, _)| below.made_for.borrow_mut().add(&format!("{values:?}")));
            }
            stream::iter(requests)
                .map(|(values, variables)| async move {
                    below.note(self.pages(below, values, &variables).await)
                })
                .buffer_unordered(self.sweep.config.pace.items.max(1))
                .try_collect::<()>()
                .await?;
        }
        Ok(())
    }
}

/// The service that answers a call.
fn by(call: &Call) -> Option<&'static Service> {
    SERVICES.iter().find(|service| service.id == call.by)
}

type Values = Vec<(String, Value)>;

/// What is asked for, item by item or some at a time, and what is then known.
fn requests(each: &Each, items: &[&Value], variables: &Variables) -> Vec<(Values, Variables)> {
    let fill = |templates: &[(&str, &str)], item: &Value| -> Option<Vec<(String, String)>> {
        let one =
            |(name, template): &(&str, &str)| Some(((*name).to_owned(), fill(template, item, variables)?));
        templates.iter().map(one).collect()
    };
    if each.batch > 0 {
        let sent: Vec<_> = items.iter().filter_map(|item| fill(each.with, item)).collect();
        return sent
            .chunks(each.batch)
            .map(|batch| (in_lists(batch, each.with), variables.clone()))
            .collect();
    }
    let requests = items.iter().filter_map(|item| {
        let sent = fill(each.with, item)?;
        let variables = variables.with(&sent).with(&fill(each.known, item)?);
        Some((sent.into_iter().map(|(name, value)| (name, Value::from(value))).collect(), variables))
    });
    requests.collect()
}

/// The values of several items, each name with a list of them.
fn in_lists(batch: &[Vec<(String, String)>], names: &[(&str, &str)]) -> Values {
    let list = |index: usize| batch.iter().map(|values| Value::from(&*values[index].1)).collect();
    names
        .iter()
        .enumerate()
        .map(|(index, (name, _))| ((*name).to_owned(), Value::Array(list(index))))
        .collect()
}
