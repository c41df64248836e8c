//! One row of the coverage table while its call is under way.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use aws_runtime::retries::classifiers::THROTTLING_ERRORS;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::FinalizerInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use model::{CallStatus, Coverage};

use crate::Progress;
use crate::budget::Budget;

/// Counts what one call delivers in one region.
pub(crate) struct Row {
    pub(crate) account: Arc<str>,
    pub(crate) region: Arc<str>,
    pub(crate) call: &'static str,
    pages: AtomicU64,
    records: AtomicU64,
    throttled: AtomicU64,
    progress: Arc<dyn Progress>,
}

impl Row {
    pub(crate) fn new(
        (account, region, call): (Arc<str>, Arc<str>, &'static str),
        progress: Arc<dyn Progress>,
    ) -> Arc<Self> {
        let [pages, records, throttled] = Default::default();
        Arc::new(Self { account, region, call, pages, records, throttled, progress })
    }

    /// Counts a page.
    pub(crate) fn page(&self, records: usize) {
        self.pages.fetch_add(1, Ordering::Relaxed);
        self.records.fetch_add(records as u64, Ordering::Relaxed);
        self.progress.page(&self.account, &self.region, self.call, records);
    }

    fn throttle(&self) {
        self.throttled.fetch_add(1, Ordering::Relaxed);
        self.progress.throttled(&self.account, &self.region, self.call);
    }

    /// Closes the row.
    pub(crate) fn finish(&self, status: CallStatus) -> Coverage {
        let coverage = Coverage {
            account: Arc::clone(&self.account),
            region: Arc::clone(&self.region),
            call: self.call.into(),
            pages: self.pages.load(Ordering::Relaxed),
            records: self.records.load(Ordering::Relaxed),
            throttled: self.throttled.load(Ordering::Relaxed),
            status,
        };
        self.progress.finished(&coverage);
        coverage
    }
}

/// Sees every attempt of an operation with errors `E`, and counts the throttled ones.
pub(crate) struct Throttles<E> {
    row: Arc<Row>,
    budget: Option<Arc<Budget>>,
    error: PhantomData<fn() -> E>,
}

impl<E> Throttles<E> {
    pub(crate) fn of(row: &Arc<Row>) -> Self {
        Self { row: Arc::clone(row), budget: None, error: PhantomData }
    }

    /// Lets a budget learn from them.
    pub(crate) fn teach(self, budget: &Arc<Budget>) -> Self {
        Self { budget: Some(Arc::clone(budget)), ..self }
    }
}

impl<E> fmt::Debug for Throttles<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Throttles")
    }
}

#[dyn_dispatch_hint]
impl<E: ProvideErrorMetadata + Error + Send + Sync + 'static> Intercept for Throttles<E> {
    fn name(&self) -> &'static str {
        "Throttles"
    }

    fn read_after_attempt(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(end) = context.output_or_error() else { return Ok(()) };
        let error = end.err().and_then(|error| error.as_operation_error()?.downcast_ref::<E>());
        let is_throttled =
            error.and_then(ProvideErrorMetadata::code).is_some_and(|code| THROTTLING_ERRORS.contains(&code));
        if is_throttled {
            self.row.throttle();
        }
        match &self.budget {
            Some(budget) if is_throttled => budget.throttled(Instant::now()),
            // A refusal takes a turn as well as an answer.
            Some(budget) if end.is_ok() || error.is_some() => budget.answered(Instant::now()),
            Some(_) | None => {}
        }
        Ok(())
    }
}
