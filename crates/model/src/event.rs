//! What a source delivers.

use crate::{Coverage, Notice, Page};

/// One message from a source to the matcher.
#[derive(Debug)]
pub enum Event {
    /// Records to scan.
    Page(Page),
    /// A hole.
    Notice(Notice),
    /// A finished call.
    Coverage(Coverage),
}
