//! CSV and TSV: a header, rows under it, and the forms in which tags are exported.

mod header;
mod locate;
mod marks;
mod row;
mod rows;

pub(crate) use header::{Header, sniff};
pub(crate) use locate::locate;
pub(crate) use row::{RowEnd, row_end};
pub(crate) use rows::Rows;
