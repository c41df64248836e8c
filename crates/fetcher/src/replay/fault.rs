//! What goes wrong, and how often.

use std::sync::atomic::{AtomicU32, Ordering};

use super::{Fault, FaultKind};

/// Faults with a count of how often each has happened.
pub(super) struct Faults(Vec<(Fault, AtomicU32)>);

impl Faults {
    pub(super) fn new(faults: Vec<Fault>) -> Self {
        Self(faults.into_iter().map(|fault| (fault, AtomicU32::new(0))).collect())
    }

    /// The fault that strikes this request, which thereby counts.
    pub(super) fn strike(&self, region: &str, action: &str, page: usize) -> Option<FaultKind> {
        let strikes = |fault: &Fault, count: &AtomicU32| {
            (fault.region.is_empty() || fault.region == region)
                && (fault.call.is_empty() || fault.call == action)
                && fault.page.is_none_or(|faulty| faulty == page)
                && fault.times.is_none_or(|times| count.fetch_add(1, Ordering::Relaxed) < times)
        };
        self.0.iter().find(|(fault, count)| strikes(fault, count)).map(|(fault, _)| fault.kind)
    }
}

/// An error of AWS: status, code and message.
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl Refusal {
    pub(super) fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into() }
    }
}

/// The refusal that a fault amounts to; `None` where the fault spoils an answer instead of refusing one.
pub(super) fn refusal(kind: FaultKind, caller: &str, action: &str) -> Option<Refusal> {
    Some(match kind {
        FaultKind::Denied => Refusal::new(
            400,
            "AccessDeniedException",
            format!("User: {caller} is not authorized to perform: {action}"),
        ),
        FaultKind::UnknownCredentials => Refusal::new(
            400,
            "UnrecognizedClientException",
            "The security token included in the request is invalid",
        ),
        FaultKind::ExpiredCredentials => Refusal::new(
            400,
            "ExpiredTokenException",
            "The security token included in the request is expired",
        ),
        FaultKind::Throttle => Refusal::new(400, "ThrottlingException", "Rate exceeded"),
        FaultKind::ServerError => Refusal::new(500, "InternalServiceException", "Please try again"),
        FaultKind::ExpiredToken => {
            Refusal::new(400, "PaginationTokenExpiredException", "The pagination token has expired")
        }
        FaultKind::HalfBody | FaultKind::Garbage | FaultKind::SameToken | FaultKind::Silence => return None,
    })
}
