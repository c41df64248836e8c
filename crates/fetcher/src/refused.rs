//! A connection that is refused at the very first call is not tried again.

use std::io;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};

use crate::failure::causes;

/// Nobody listens at the endpoint: most likely its name is wrong, and ten attempts are a minute of silence.
#[derive(Debug)]
pub(crate) struct Refused;

impl ClassifyRetry for Refused {
    fn name(&self) -> &'static str {
        "ConnectionRefused"
    }

    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let error =
            context.output_or_error().and_then(Result::err).and_then(|error| error.as_connector_error());
        let is_refusal = |error: &io::Error| error.kind() == io::ErrorKind::ConnectionRefused;
        let is_refused =
            error.is_some_and(|error| causes(error).filter_map(|cause| cause.downcast_ref()).any(is_refusal));
        if is_refused { RetryAction::RetryForbidden } else { RetryAction::NoActionIndicated }
    }
}
