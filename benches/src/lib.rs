//! What the benches measure with: a generated corpus of tag JSON lines.

pub mod corpus;
mod rng;
