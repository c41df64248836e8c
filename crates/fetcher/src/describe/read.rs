//! Regions, services and calls in their order.

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::{StreamExt, TryStreamExt, stream};
use model::{CallStatus, Event, Notice, Origin, Page};
use serde_json::Value;

use super::connection::{Client, Connection};
use super::request::{self, Request};
use super::table::{Call, Each, SERVICES, Service};
use super::template::{Variables, fill};
use super::{host, path, records};
use crate::Source;
use crate::failure::{Failure, Halt};
use crate::identity::Account;
use crate::pager::{self, Turn};
use crate::region::{self, Region};
use crate::row::Row;
use crate::seen::Seen;
use crate::sink::Gone;
use crate::sweep::Sweep;

/// What joins the tokens of a call that needs several for its next page; no token holds it.
const JOINT: char = '\u{1f}';

/// Reads every service of every region, some at a time.
pub(crate) async fn read(sweep: &Sweep, account: &Account) -> Result<(), Gone> {
    let regions = region::plan(&sweep.config.regions, &account.partition);
    let readings: Vec<Reading<'_>> = SERVICES
        .iter()
        .flat_map(|service| places(service, &regions, &account.partition).map(move |place| (service, place)))
        .map(|(service, place)| Reading::new(sweep, account, (service, place)))
        .filter(|reading| !reading.lines.is_empty())
        .collect();
    sweep.progress.planned(readings.iter().map(|reading| reading.lines.len()).sum());
    stream::iter(readings)
        .map(|reading| async move { reading.all().await })
        .buffer_unordered(sweep.config.pace.services.max(1))
        .try_collect()
        .await
}

/// Where a service is asked: in every region, or once for all.
fn places(service: &Service, regions: &[Region], partition: &str) -> impl Iterator<Item = Place> {
    let regions = if service.is_global {
        vec![Place {
            name: "global".to_owned(),
            region: host::home(partition).to_owned(),
            may_be_disabled: false,
        }]
    } else {
        let place = |region: &Region| Place {
            name: region.name.clone(),
            region: region.name.clone(),
            may_be_disabled: region.may_be_disabled,
        };
        regions.iter().map(place).collect()
    };
    regions.into_iter()
}

/// A region, or all of them.
struct Place {
    /// As reports call it.
    name: String,
    /// As signatures call it.
    region: String,
    may_be_disabled: bool,
}

/// One service in one place while it is read.
struct Reading<'a> {
    sweep: &'a Sweep,
    service: &'static Service,
    may_be_disabled: bool,
    origin: Origin,
    variables: Variables,
    lines: Vec<Line>,
}

/// One call and its row of the coverage table.
struct Line {
    call: &'static Call,
    client: Client,
    row: Arc<Row>,
    /// The first failure, and how many there were.
    failed: RefCell<Option<(Failure, usize)>>,
}

impl Line {
    /// Remembers a failure; the other calls go on.
    fn note(&self, end: Result<(), Halt>) -> Result<(), Gone> {
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
    fn items<'v>(&self, answer: &'v Value) -> Vec<&'v Value> {
        let mut items = Vec::new();
        path::each(answer, self.call.items, &mut |named| items.push(named.value));
        if let Some((field, values)) = self.call.only {
            items.retain(|item| path::text(item, field).is_some_and(|text| values.contains(&&*text)));
        }
        items
    }
}

impl<'a> Reading<'a> {
    fn new(sweep: &'a Sweep, account: &'a Account, (service, place): (&'static Service, Place)) -> Self {
        let connection = Connection {
            service,
            sdk: &account.sdk,
            partition: &account.partition,
            region: place.region,
            retries: sweep.retry_partition(account, &place.name, (service.id, service.rate)),
        };
        let wanted = service.calls.iter().filter(|call| !call.is_optional || sweep.config.optional);
        let lines = wanted.map(|call| {
            let row = sweep.row(&account.id, &place.name, call.permission);
            Line { call, client: connection.client(call.action, &row), row, failed: RefCell::default() }
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
            [("account", &*account.id), ("partition", &account.partition), ("region", &connection.region)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let variables = Variables(variables.into());
        Self { sweep, service, may_be_disabled: place.may_be_disabled, origin, variables, lines }
    }

    /// Makes all calls that need no other first, and from their items those that do.
    async fn all(&self) -> Result<(), Gone> {
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
        let above = self.above(line)?;
        let failed = above.failed.borrow();
        match failed.as_ref() {
            Some((failure, _)) if self.may_be_disabled && failure.is_region_disabled() => {
                Some(CallStatus::Skipped)
            }
            Some((failure, _)) => Some(failure.status()),
            None => {
                drop(failed);
                self.status_above(above)
            }
        }
    }

    fn above(&self, line: &Line) -> Option<&Line> {
        let each = line.call.each.as_ref()?;
        self.lines.iter().find(|above| above.call.action == each.of)
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
                let request = self.request(line.call, &values, (variables, token.as_deref()))?;
                let answer = line.client.send(request).await?;
                let next = next(line.call, &answer);
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

    fn request(
        &self,
        call: &'static Call,
        values: &[(String, Value)],
        (variables, token): (&Variables, Option<&str>),
    ) -> Result<Request, Failure> {
        let tokens = token.map(|token| token.split(JOINT)).into_iter().flatten();
        let tokens = call.pages.iter().zip(tokens).filter(|(_, token)| !token.is_empty());
        let tokens = tokens.map(|((name, _), token)| ((*name).to_owned(), Value::from(token)));
        let values: Vec<_> = values.iter().cloned().chain(tokens).collect();
        request::write(self.service, call, &values, variables)
            .ok_or_else(|| Failure::pager("an answer lacks what the next request needs"))
    }

    async fn deliver(&self, line: &Line, items: &[&Value], variables: &Variables) -> Result<(), Gone> {
        let mut page = Page::new();
        for item in items {
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
            |below: &&Line| below.call.each.as_ref().is_some_and(|each| each.of == line.call.action);
        for below in self.lines.iter().filter(is_below) {
            let Some(each) = &below.call.each else { continue };
            let requests = requests(each, items, variables);
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

type Values = Vec<(String, Value)>;

/// What is asked for, item by item or some at a time, and what is then known.
fn requests(each: &Each, items: &[&Value], variables: &Variables) -> Vec<(Values, Variables)> {
    let filled: Vec<Vec<(String, String)>> = items
        .iter()
        .filter_map(|item| {
            let fill = |(name, template): &(&str, &str)| {
                fill(template, item, variables).map(|value| ((*name).to_owned(), value))
            };
            each.with.iter().map(fill).collect()
        })
        .collect();
    if each.batch == 0 {
        return filled
            .into_iter()
            .map(|values| {
                let variables = variables.with(&values);
                (values.into_iter().map(|(name, value)| (name, Value::from(value))).collect(), variables)
            })
            .collect();
    }
    let batches = filled.chunks(each.batch).map(|batch| {
        let list = |index: usize| batch.iter().map(|values| Value::from(values[index].1.clone())).collect();
        let names = each.with.iter().enumerate();
        let values = names.map(|(index, (name, _))| ((*name).to_owned(), Value::Array(list(index))));
        (values.collect(), variables.clone())
    });
    batches.collect()
}

/// The tokens of the next page, joined; `None` where the answer has none.
fn next(call: &Call, answer: &Value) -> Option<String> {
    let tokens: Vec<String> =
        call.pages.iter().map(|(_, steps)| path::text(answer, steps).unwrap_or_default()).collect();
    tokens.iter().any(|token| !token.is_empty()).then(|| tokens.join(&JOINT.to_string()))
}
