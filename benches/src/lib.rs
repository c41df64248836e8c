//! What the benches measure with.
//!
//! - `corpus`: tag JSON lines of any size with known leaks
//! - `pages`: the same as pages of decoded records
//! - `meter`: GB/s, and the share of a memchr scan
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

pub mod corpus;
mod meter;
mod pages;
mod rng;

pub use meter::Meter;
pub use pages::pages;

use std::sync::Arc;

use matcher::{Config, Matcher};
use model::Confidence;

/// A matcher with every built-in detector, as a run without options has it.
///
/// # Panics
/// Where a built-in detector is unusable.
pub fn matcher() -> Arc<Matcher> {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [7; 32], reveal: false };
    Arc::new(Matcher::new(patterns::builtin(), config).expect("built-in detectors are usable"))
}

/// Bytes of the corpus, made from a fixed seed.
pub fn corpus(size: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    corpus::Corpus::new(1).fill(size, &mut bytes);
    bytes
}
