//! Which words a text has, and which phrases detectors know.
//!
//! The build script makes the vocabulary of the built-in detectors with it, the matcher that of the user's; the
//! matcher cuts keys and texts into words with the same function that cut the phrases.

mod vocabulary;
mod words;

pub use vocabulary::vocabulary;
pub use words::{MAX_WORDS, Words, is_joined};
