//! What the words around a value say about it.
//!
//! Words are whole: a key is cut into tokens first, so `license` never hears `lic` in `public`.

mod openings;
mod phrases;
mod things;

pub(crate) use phrases::{KeyContext, Phrases};
