//! What goes from sources to the matcher, and from the matcher to the reporter.

use crate::{Coverage, Finding, Notice, Page};

/// One message from a source to the matcher.
#[derive(Debug)]
pub enum Event {
    /// Records to scan.
    Page(Page),
    /// Bytes and files that were read, whether or not a record came of them.
    Read {
        /// Decompressed bytes.
        bytes: u64,
        /// Files finished.
        files: u64,
    },
    /// A hole.
    Notice(Notice),
    /// A finished call.
    Coverage(Coverage),
}

/// One message from the matcher to the reporter.
#[derive(Debug)]
pub enum Outcome {
    /// Findings of one page or file, in the order of their places.
    Scanned {
        /// What was found.
        findings: Vec<Finding>,
        /// Findings that a rule of the user allowed; they are counted and not given.
        allowed: u64,
        /// Records looked at.
        records: u64,
        /// Bytes looked at, decompressed.
        bytes: u64,
        /// Files finished.
        files: u64,
    },
    /// A hole, passed on.
    Notice(Notice),
    /// A finished call, passed on.
    Coverage(Coverage),
}
