//! What the raw sieve lets a reader skip holds no finding: all forms in which a tag stands in a file.
//!
//! Each test reads the same text twice, with the matcher's sieve and with one that accepts every byte, and scans what
//! comes out. The sieve may say too much, never too little, so the findings are the same.

#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

#[path = "../labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with other tests, which use other parts")]
mod labelled;

mod cases;
mod forms;
mod harness;
mod json;
mod texts;
