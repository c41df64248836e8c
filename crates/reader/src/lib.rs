//! Files and streams in, pages of records with their places out; knows no detector.
//!
//! Raw first, structure second: [`Block::locate`] sieves the raw bytes of a block and parses only what holds a
//! candidate. The walker ([`spawn`]) cuts big files into blocks that many workers read at once; a compressed
//! stream or a JSON document is read by one worker, because each part depends on what came before.
//!
//! Memory is constant. The queue holds 8 blocks and each worker one. A block is at most about 1.1 MiB of JSON
//! Lines or CSV (one row of 1 MiB more, in the worst case, and half a MiB of row ends) or 1.1 MiB of text, or up to
//! 64 small files that are opened one after the other. Buffers go round between the walker and the workers: no more
//! are spare than were in use at once, 16 at the most. A worker that reads a stream has a buffer of 1 MiB, a page of
//! 256 KiB with up to 1 MiB of names, and the decoder's window: 32 KiB for gzip, up to 16 MiB for zstd. Text in which
//! every byte is a candidate costs its worker 8 bytes more for each of them, and text in which every second byte is a
//! line of its own up to 24. A longer line or string is cut into overlapping windows, each finding owned by one.

mod batch;
mod block;
mod buffer;
mod chunk;
mod config;
mod csv;
mod cursor;
mod document;
mod interest;
mod json;
mod json_lines;
mod limits;
mod output;
mod progress;
mod sieve;
mod source;
mod tally;
mod text;
mod walk;

pub use block::Block;
pub use config::Config;
pub use progress::Progress;
pub use sieve::Sieve;
pub use walk::spawn;
