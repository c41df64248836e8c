//! What every input must keep to, one function for each fuzz target.
//!
//! - `matching`: the fast path finds what its slow twin finds
//! - `sieving`: what the raw sieve lets the reader skip holds no finding
//! - `reading`: the size of a block never shows, nor does what a file is packed in
//! - `loading`: dictionaries and detectors of the user, which may be damaged or hostile

mod loading;
mod matching;
mod reading;
mod run;
mod sieving;

pub use loading::{detectors, dictionary};
pub use matching::scan;
pub use reading::{json, json_lines, packed, table, text};
pub use sieving::sieve;
