//! Text of any kind, line by line: Terraform, YAML, `.env`, Dockerfiles, logs, prose.
//!
//! Tolerant: nothing is rejected, and every candidate stands in some record. A line is split into pieces (`key =
//! value`, `key: value`, inline maps, bare text); names of parents come from the lines above by indentation, the
//! key of a `Value:` from the `Key:` beside it.

mod line;
mod locate;
mod parents;
mod pieces;
mod separator;
mod siblings;
mod stream;
mod windows;

pub(crate) use locate::locate;
pub(crate) use stream::{locate_rest, locate_stream, notice_failure};
