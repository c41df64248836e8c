//! Records or raw bytes in, findings out; knows no AWS, no files, no async.
//!
//! `scan.rs` reads in the order of the work: prefilter, confirm, validate, context; `telling.rs` makes the findings.

mod borders;
mod brackets;
mod byte_class;
mod candidates;
mod check;
mod claims;
mod compiled;
mod confirm;
mod context;
mod dictionary;
mod digit_groups;
mod encoded;
mod error;
mod explain;
mod fingerprint;
mod hit;
mod mask;
mod matcher;
mod near;
mod number_runs;
mod number_set;
mod numbers;
mod pair_hits;
mod pairs;
mod parallel;
mod policy;
mod prefilter;
mod raw_key;
mod redact;
mod rule;
mod scan;
mod simd;
mod telling;
#[cfg(feature = "twin")]
pub mod twin;
mod validate;

pub use check::{Flaw, check};
pub use dictionary::{Builder, Counts, Dictionary, Flood, ReadError, Salt};
pub use error::Error;
pub use explain::Verdict;
pub use matcher::{Config, Matcher, Scratch};
pub use parallel::{Sieve, Work, spawn};
pub use policy::{Allow, Glob, Policy};
