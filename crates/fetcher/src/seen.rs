//! What was delivered before.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// A set of texts, kept as 128 bits each: a region may have a million resources.
#[derive(Default)]
pub(crate) struct Seen {
    hashers: (RandomState, RandomState),
    digests: HashSet<(u64, u64)>,
}

impl Seen {
    /// Whether the text is in the set.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.digests.contains(&self.digest(text))
    }

    /// Adds a text; false where it was there already.
    pub(crate) fn add(&mut self, text: &str) -> bool {
        self.digests.insert(self.digest(text))
    }

    fn digest(&self, text: &str) -> (u64, u64) {
        (self.hashers.0.hash_one(text), self.hashers.1.hash_one(text))
    }
}
