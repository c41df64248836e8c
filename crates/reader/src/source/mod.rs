//! From a file or stream to decoded bytes: decompression, transcoding, and the recognition of formats.

mod format;
mod gzip;
mod input;
mod sticky;
mod utf16;
mod zstd;

pub(crate) use format::Format;
pub(crate) use input::{Input, Opened};
