//! Files and streams in, pages of records with their places out; knows no detector.
//!
//! Raw first, structure second: [`Block::locate`] sieves the raw bytes of a block and parses only what holds a
//! candidate.

mod block;
mod config;
mod progress;
mod sieve;
mod walk;

pub use block::Block;
pub use config::Config;
pub use progress::Progress;
pub use sieve::Sieve;
pub use walk::spawn;
