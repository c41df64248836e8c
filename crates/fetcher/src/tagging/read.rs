//! Reads regions, each with a whole pager and shards.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::sync::Arc;

use aws_sdk_resourcegroupstagging::Client;
use aws_sdk_resourcegroupstagging::config::{Builder, Region as SdkRegion};
use aws_sdk_resourcegroupstagging::operation::get_resources::{GetResourcesError, GetResourcesOutput};
use aws_sdk_resourcegroupstagging::types::ResourceTagMapping;
use futures_util::future::{Either, select};
use futures_util::{StreamExt, TryStreamExt, stream};
use model::{CallStatus, Event, Origin, Page};
use tokio::sync::Notify;

use super::{records, shards};
use crate::budget::Budget;
use crate::call::RESOURCES;
use crate::endpoint::Guard;
use crate::failure::{Failure, Halt};
use crate::identity::Account;
use crate::pager::{self, Turn};
use crate::region::{self, Region};
use crate::row::{Row, Throttles};
use crate::seen::Seen;
use crate::sink::Gone;
use crate::sweep::Sweep;

/// Calls per second and region that AWS allows for `GetResources`.
const RATE: f64 = 15.0;

/// The most tags that a page may hold. It and `ResourcesPerPage` exclude each other.
const TAGS_PER_PAGE: i32 = 500;

/// Reads all regions, some at a time.
pub(crate) async fn read(sweep: &Sweep, account: &Account) -> Result<(), Gone> {
    let mut regions = region::plan(&sweep.config.regions, &account.partition);
    regions.retain(|region| !sweep.is_done(account, &region.name, [RESOURCES.action]));
    sweep.progress.planned(regions.len());
    stream::iter(&regions)
        .map(|region| read_region(sweep, account, region))
        .buffer_unordered(sweep.config.pace.regions.max(1))
        .try_collect()
        .await
}

async fn read_region(sweep: &Sweep, account: &Account, region: &Region) -> Result<(), Gone> {
    let reading = Reading::new(sweep, account, &region.name);
    let end = reading.all().await;
    if let Err(Halt::Failed(failure)) = &end
        && region.may_be_disabled
        && failure.is_region_disabled()
    {
        return sweep.cover(&reading.row, CallStatus::Skipped).await;
    }
    sweep.close(&reading.row, reading.origin.clone(), end).await
}

/// One region while it is read.
struct Reading<'a> {
    sweep: &'a Sweep,
    client: Client,
    budget: Arc<Budget>,
    row: Arc<Row>,
    origin: Origin,
    delivered: RefCell<Seen>,
    /// Told when the first page turns out to have a successor.
    is_large: Notify,
    has_shards: Cell<bool>,
}

impl<'a> Reading<'a> {
    fn new(sweep: &'a Sweep, account: &Account, region: &str) -> Self {
        let budget = sweep.budget(RATE);
        let mut settings = Builder::from(&account.sdk)
            .region(SdkRegion::new(region.to_owned()))
            .retry_partition(Sweep::retry_partition(account, region, "tagging"))
            .interceptor(Guard);
        settings.set_http_client(account.sdk.http_client().map(|client| budget.client(client)));
        let row = sweep.row(&account.id, region, RESOURCES.action);
        let origin = Origin {
            source: RESOURCES.source.as_str(),
            partition: Some(Arc::clone(&account.partition)),
            account: Some(Arc::clone(&account.id)),
            region: Some(Arc::clone(&row.region)),
            ..Origin::default()
        };
        Self {
            sweep,
            client: Client::from_conf(settings.build()),
            budget,
            row,
            origin,
            delivered: RefCell::default(),
            is_large: Notify::new(),
            has_shards: Cell::new(false),
        }
    }

    /// Reads the region with the whole pager and, where it is large, with shards beside it.
    async fn all(&self) -> Result<(), Halt> {
        let whole = pin!(self.whole());
        let shards = pin!(self.shards());
        match select(whole, shards).await {
            Either::Left((Err(Halt::Failed(failure)), shards)) if self.has_shards.get() => {
                // What can still be had is worth having, though it proves nothing.
                self.settle(shards.await, Err(failure.into()))
            }
            Either::Left((end, _)) => end,
            Either::Right((Ok(()), _)) if !self.sweep.config.thorough => Ok(()),
            Either::Right((end, whole)) => self.settle(end, whole.await),
        }
    }

    /// The end of a region of which both the shards and the whole pager have ended.
    fn settle(&self, shards: Result<(), Halt>, whole: Result<(), Halt>) -> Result<(), Halt> {
        match (shards, whole) {
            (Err(Halt::Gone), _) | (_, Err(Halt::Gone)) => Err(Halt::Gone),
            (Ok(()), Err(_)) if !self.sweep.config.thorough => Ok(()),
            (_, whole) => whole,
        }
    }

    async fn whole(&self) -> Result<(), Halt> {
        pager::drain(async |token| {
            let turn = self.page(&[], token).await?;
            if turn.next.as_ref().is_some_and(|next| !next.is_empty()) && !self.has_shards.replace(true) {
                self.is_large.notify_one();
            }
            Ok(turn)
        })
        .await
    }

    /// Runs all shards to their ends; gives the first failure.
    async fn shards(&self) -> Result<(), Halt> {
        self.is_large.notified().await;
        let ends = stream::iter(shards::plan())
            .map(|filters| self.shard(filters))
            .buffer_unordered(self.sweep.config.pace.shards.max(1));
        let ends: Vec<_> = ends.collect().await;
        ends.into_iter().collect()
    }

    async fn shard(&self, mut filters: Vec<String>) -> Result<(), Halt> {
        while !filters.is_empty() {
            match pager::drain(async |token| self.page(&filters, token).await).await {
                Err(Halt::Failed(failure)) if shards::drop_unsupported(&mut filters, &failure) => {}
                end => return end,
            }
        }
        Ok(())
    }

    /// Fetches one page and delivers what is new on it.
    async fn page(&self, filters: &[String], token: Option<String>) -> Result<Turn, Halt> {
        let answer = self.fetch(filters, token).await?;
        self.deliver(answer.resource_tag_mapping_list()).await?;
        Ok(Turn { items: answer.resource_tag_mapping_list().len(), next: answer.pagination_token })
    }

    async fn fetch(&self, filters: &[String], token: Option<String>) -> Result<GetResourcesOutput, Failure> {
        let filters = (!filters.is_empty()).then(|| filters.to_vec());
        let request = self.client.get_resources().tags_per_page(TAGS_PER_PAGE);
        let request = request.set_resource_type_filters(filters).set_pagination_token(token);
        let request = request
            .customize()
            .interceptor(Throttles::<GetResourcesError>::of(&self.row).teach(&self.budget));
        Ok(request.send().await?)
    }

    async fn deliver(&self, resources: &[ResourceTagMapping]) -> Result<(), Gone> {
        let arn = |resource: &ResourceTagMapping| resource.resource_arn().map(str::to_owned);
        let is_known = |arn: &str| self.delivered.borrow().has(arn);
        if resources.iter().all(|resource| resource.resource_arn().is_some_and(is_known)) {
            self.row.page(0);
            return Ok(());
        }
        // From here on nothing waits, so that what is marked as delivered is delivered.
        let room = self.sweep.sink.room().await?;
        let mut page = Page::new();
        for resource in resources {
            // A resource without an ARN cannot be told from another one: better twice than never.
            if arn(resource).is_none_or(|arn| self.delivered.borrow_mut().add(&arn)) {
                records::push(&mut page, &self.origin, resource);
            }
        }
        self.row.page(page.len());
        room.send(Event::Page(page));
        Ok(())
    }
}
