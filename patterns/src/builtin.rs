//! The detectors and word groups that the build script embedded.

use std::borrow::Cow;

use model::{
    Anchor, BuiltIn, ByteSet, Confidence, Context, Detector, Kind, Layout, Mask, Phrase, Severity, Shape,
    Texts, Vocabulary,
};

use crate::schema::Groups;

include!(concat!(env!("OUT_DIR"), "/detectors.rs"));

/// Gives every built-in detector, in order of file and block.
pub fn builtin() -> &'static [Detector] {
    DETECTORS
}

/// The word groups of `words.toml`.
pub(crate) fn groups() -> Groups {
    let owned = |words: &&[&str]| words.iter().map(|&word| word.to_owned()).collect();
    GROUPS.iter().map(|(name, words)| ((*name).to_owned(), owned(words))).collect()
}
