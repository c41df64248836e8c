//! Records or raw bytes in, findings out; knows no AWS, no files, no async.

mod error;
mod matcher;
mod parallel;

pub use error::Error;
pub use matcher::{Config, Matcher, Scratch, Verdict};
pub use parallel::{Sieve, Work, spawn};
