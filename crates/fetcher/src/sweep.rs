//! What all calls of a sweep share, and the order in which they are made.

use std::borrow::Cow;
use std::sync::Arc;

use aws_config::SdkConfig;
use aws_smithy_runtime::client::retries::{RetryPartition, TokenBucket};
use futures_util::future;
use model::{CallStatus, Event, Notice, Origin};

use crate::budget::Budget;
use crate::failure::Halt;
use crate::identity::Account;
use crate::row::Row;
use crate::sink::{Gone, Sink};
use crate::{Config, Progress, Source, describe, iam, identity, organizations, tagging};

/// One sweep.
pub(crate) struct Sweep {
    pub(crate) config: Config,
    pub(crate) sdk: SdkConfig,
    pub(crate) sink: Sink,
    pub(crate) progress: Arc<dyn Progress>,
}

/// Asks who is calling, then reads that account, or all of the organization that it manages.
pub(crate) async fn run(sweep: &Sweep) -> Result<(), Gone> {
    let Some(account) = identity::ask(sweep).await? else { return Ok(()) };
    match &sweep.config.organization {
        Some(organization) => organizations::read(sweep, &account, organization).await,
        None => sources(sweep, &account).await,
    }
}

/// Reads all sources of one account at once.
pub(crate) async fn sources(sweep: &Sweep, account: &Account) -> Result<(), Gone> {
    let has = |source| sweep.config.sources.contains(&source);
    let tagging = async { if has(Source::Tagging) { tagging::read(sweep, account).await } else { Ok(()) } };
    let iam = async { if has(Source::Iam) { iam::read(sweep, account).await } else { Ok(()) } };
    let describe =
        async { if has(Source::Describe) { describe::read(sweep, account).await } else { Ok(()) } };
    future::try_join3(tagging, iam, describe).await.map(|_| ())
}

impl Sweep {
    /// Whether an earlier sweep has made all of some calls in a region.
    pub(crate) fn is_done<'c>(
        &self,
        account: &Account,
        region: &str,
        calls: impl IntoIterator<Item = &'c str>,
    ) -> bool {
        calls.into_iter().all(|call| self.config.done.has(&account.id, region, call))
    }

    /// Opens the row of a call that was planned.
    pub(crate) fn row(&self, account: &Arc<str>, region: &str, action: &'static str) -> Arc<Row> {
        Row::new((Arc::clone(account), region.into(), action), Arc::clone(&self.progress))
    }

    /// Closes a row: its coverage, and a notice where something is missing.
    pub(crate) async fn close(&self, row: &Row, origin: Origin, end: Result<(), Halt>) -> Result<(), Gone> {
        let failure = match end {
            Ok(()) => return self.cover(row, CallStatus::Complete).await,
            Err(Halt::Gone) => return Err(Gone),
            Err(Halt::Failed(failure)) => failure,
        };
        let message = format!("{} in {} failed: {}", row.call, row.region, failure.reason);
        self.sink.send(Event::Notice(Notice { code: failure.code, origin, message })).await?;
        self.cover(row, failure.status()).await
    }

    /// Closes a row without a notice.
    pub(crate) async fn cover(&self, row: &Row, status: CallStatus) -> Result<(), Gone> {
        self.sink.send(Event::Coverage(row.finish(status))).await
    }

    /// The budget of a service, which begins with a rate that AWS publishes or may be supposed to allow.
    pub(crate) fn budget(&self, rate: f64) -> Arc<Budget> {
        Budget::new(self.config.pace.assumed_rate.unwrap_or(rate))
    }

    /// Retries apart from all others, so that one region's throttling does not slow another one down.
    ///
    /// The bucket is unlimited because the number of attempts already bounds the retries; a shared one gives up
    /// on pages in a region that throttles a lot.
    pub(crate) fn retry_partition(account: &Account, region: &str, service: &str) -> RetryPartition {
        RetryPartition::custom(Cow::Owned(format!("{}/{region}/{service}", account.id)))
            .token_bucket(TokenBucket::unlimited())
            .build()
    }
}
