//! Findings in, bytes out: one file per format.
//!
//! Everything that a format prints comes from hostile places (tag values, file names, ARNs). `visible` is the one
//! door to a terminal and to CSV, `json` the one to JSON.

mod concise;
mod csv;
mod drain;
mod formats;
mod json;
mod jsonl;
mod pretty;
mod report;
mod sarif;
mod verdict;
mod visible;

pub use drain::drain;
pub use formats::{FORMATS, Format, format_for_file, format_named};
pub use report::{Output, Reporter, Run, Sink};
pub use verdict::Verdict;
pub use visible::visible;
