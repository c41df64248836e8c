//! Callbacks for whoever draws a progress bar.

use model::Coverage;

/// Hears how far a sweep is; called from the threads of the sweep, so every method returns at once.
pub trait Progress: Send + Sync {
    /// So many more calls, each with any number of pages, are going to be made.
    fn planned(&self, calls: usize);
    /// One page of a call arrived.
    fn page(&self, account: &str, region: &str, call: &str, records: usize);
    /// The service asked to slow down; the page is tried again.
    fn throttled(&self, account: &str, region: &str, call: &str);
    /// One planned call came to its end, well or not.
    fn finished(&self, coverage: &Coverage);
}

/// A listener that ignores everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn planned(&self, _calls: usize) {}
    fn page(&self, _account: &str, _region: &str, _call: &str, _records: usize) {}
    fn throttled(&self, _account: &str, _region: &str, _call: &str) {}
    fn finished(&self, _coverage: &Coverage) {}
}
