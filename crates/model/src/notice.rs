//! Something that was not scanned, and why.

use serde::Serialize;

use crate::Origin;
use crate::kind::named;

named! {
    /// Why something was not scanned.
    NoticeCode {
        /// The caller may not read it (AWS permission or file mode).
        AccessDenied = "access-denied",
        /// Throttled until the retries were used up.
        Throttled = "throttled",
        /// Credentials missing, wrong or expired.
        Credentials = "credentials",
        /// The user ended the run before its time.
        Interrupted = "interrupted",
        /// No answer from the region or endpoint.
        Unreachable = "unreachable",
        /// The service answered with an error or with something unreadable.
        ServiceError = "service-error",
        /// A token of the pager stopped working and starting over did not help.
        PagerBroken = "pager-broken",
        /// The file could not be read.
        Unreadable = "unreadable",
        /// A part of the file does not follow its format; the rest was scanned.
        Unparsable = "unparsable",
        /// A compressed stream ends early or is damaged.
        Truncated = "truncated",
        /// Larger than a limit that the message names.
        TooLarge = "too-large",
        /// A binary file that was met in a folder, not scanned.
        Binary = "binary",
        /// A binary that the user named: its bytes were scanned as text, what they encode was not.
        NotText = "not-text",
        /// A loop of symbolic links.
        LinkLoop = "link-loop",
    }
}

/// A hole in a run: what was not scanned and why.
///
/// The message says what was tried, in one line, and never holds a scanned value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The reason.
    pub code: NoticeCode,
    /// Account, region and service, or the file.
    pub origin: Origin,
    /// One sentence for a person.
    pub message: String,
}

impl NoticeCode {
    /// Whether the run is incomplete because of it.
    ///
    /// A binary in a folder is left out by choice, as every text search tool does; all others are holes, also a
    /// binary that was asked for.
    pub const fn is_hole(self) -> bool {
        match self {
            Self::Binary => false,
            Self::AccessDenied
            | Self::Throttled
            | Self::Credentials
            | Self::Interrupted
            | Self::Unreachable
            | Self::ServiceError
            | Self::PagerBroken
            | Self::Unreadable
            | Self::Unparsable
            | Self::Truncated
            | Self::TooLarge
            | Self::NotText
            | Self::LinkLoop => true,
        }
    }
}
