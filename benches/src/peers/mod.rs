//! Other scanners on the same corpus.
//!
//! - `table`: which ones, how they are called, and how their findings are read
//! - `findings`: readers of their reports
//! - `rules`: our regexes as rules for Datadog's engine
//! - `compare`: runs them all
//! - `render`: the table and the chart

mod compare;
mod findings;
mod render;
mod rules;
mod table;

pub use compare::{Options, Row, compare};
pub use render::{chart, markdown};
