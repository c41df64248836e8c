//! What the benches measure with.
//!
//! - `corpus`: tag JSON lines of any size with known leaks
//! - `pages`: the same as pages of decoded records
//! - `iac`, `cost_report`: the same as files of other formats
//! - `resource`: one line of the corpus, decoded
//! - `meter`: GB/s, and the share of a memchr scan
//! - `pipeline`: reader and matcher joined as in a run
//! - `usage`: CPU time and memory of processes
//! - `truth`: what a scanner's findings are worth
//! - `peers`: other scanners on the same corpus
//! - `whole`: the whole command on files, folders and pipes
//! - `report`: tables and charts for people
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

pub mod corpus;
mod cost_report;
mod iac;
mod meter;
mod pages;
pub mod peers;
mod pipeline;
pub mod report;
mod resource;
mod rng;
pub mod truth;
pub mod usage;
pub mod whole;

pub use meter::Meter;
pub use pages::pages;
pub use pipeline::pipeline;

use std::sync::Arc;

use matcher::{Config, Matcher};
use model::{Confidence, Detector};

/// A matcher with every built-in detector, as a run without options has it.
///
/// # Panics
/// Where a built-in detector is unusable.
pub fn matcher() -> Arc<Matcher> {
    matcher_with(patterns::builtin())
}

/// A matcher with some of the built-in detectors.
///
/// # Panics
/// Where one of them is unusable.
pub fn matcher_with(detectors: &[Detector]) -> Arc<Matcher> {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [7; 32], reveal: false };
    Arc::new(Matcher::new(detectors, config).expect("built-in detectors are usable"))
}

/// Bytes of the corpus, made from a fixed seed.
pub fn corpus(size: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    corpus::Corpus::new(1).fill(size, &mut bytes);
    bytes
}
