//! What a sweep called and what came back.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::kind::named;

named! {
    /// How the pages of one call ended, best first.
    CallStatus {
        /// All pages arrived.
        Complete = "complete",
        /// Left out on purpose, such as a disabled region.
        Skipped = "skipped",
        /// The service throttled it until the retries were used up.
        Throttled = "throttled",
        /// The caller lacks a permission.
        Denied = "denied",
        /// Any other failure.
        Failed = "failed",
    }
}

/// One row of the coverage table: an account, a region, a call.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Coverage {
    /// AWS account id.
    pub account: Arc<str>,
    /// AWS region, or `global`.
    pub region: Arc<str>,
    /// The call as IAM names it, such as `tag:GetResources`.
    pub call: Arc<str>,
    /// Pages received.
    pub pages: u64,
    /// Records received.
    pub records: u64,
    /// Times the service asked to slow down, retried or not.
    pub throttled: u64,
    /// How it ended.
    pub status: CallStatus,
}
