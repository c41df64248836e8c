//! Blocks for people, in the manner of rustc, with a summary.
//!
//! - `writer`: the reporter; keeps notices for the end
//! - `block`: one finding
//! - `summary`: counts, holes, the last line
//! - `coverage`: the table of calls
//! - `palette`: colours
//! - `table`: columns that line up

mod block;
mod coverage;
mod palette;
mod summary;
mod table;
mod writer;

pub(crate) use palette::Palette;
pub(crate) use writer::Pretty;
