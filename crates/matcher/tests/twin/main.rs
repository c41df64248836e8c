//! The fast path against the slow twin: on labelled lines, at the borders of chunks, and on random input.

#[path = "../labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with other tests, which use other parts")]
mod labelled;

mod harness;
mod known;
mod random;
