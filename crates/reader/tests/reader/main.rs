//! The reader from the outside: files in, records and notices out.

#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]
#![expect(clippy::format_collect, reason = "fixtures are small")]

mod bad_input;
mod borders;
mod compressed;
mod csv;
mod harness;
mod json;
mod properties;
mod text;
mod walk;
