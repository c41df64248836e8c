//! SARIF 2.1.0 for code scanning.
//!
//! - `writer`: the reporter; streams results and ends with rules and invocation
//! - `result`: one finding
//! - `place`: files, lines and resources as SARIF locations

mod place;
mod result;
mod writer;

pub(crate) use writer::Sarif;
