//! An open object or array.

use std::sync::Arc;

/// What is known of an open container.
pub(crate) struct Frame {
    pub(crate) is_object: bool,
    /// Length of the path without the container's own index in its array.
    pub(crate) base: u32,
    /// Length of the path to the container.
    pub(crate) path: u32,
    /// Where the nearest member name stands in the path.
    pub(crate) key: (u32, u32),
    /// Whether that name calls for the value.
    pub(crate) marked: bool,
    /// Elements so far, of an array.
    pub(crate) n_elements: u64,
    /// Number of the first row inside.
    pub(crate) first_row: u64,
    pub(crate) pair: Option<Pair>,
    /// Rank of its key, and the ARN.
    pub(crate) arn: Option<(u8, Arc<str>)>,
}

/// The halves of a sibling form, as far as they were seen.
#[derive(Default)]
pub(crate) struct Pair {
    rank: u8,
    name: String,
    /// Row of the name, where it is a candidate.
    pub(crate) name_row: Option<u64>,
    /// Row of the value.
    pub(crate) value_row: Option<u64>,
}

impl Pair {
    /// Takes a name unless a better one is known.
    pub(crate) fn note_name(&mut self, rank: u8, name: &str, row: Option<u64>) {
        if rank > self.rank {
            self.rank = rank;
            self.name.clear();
            self.name.push_str(name);
            self.name_row = row;
        }
    }

    /// The name, where one was seen.
    pub(crate) fn name(&self) -> Option<&str> {
        (self.rank > 0).then_some(self.name.as_str())
    }

    /// Forgets all and keeps its memory.
    pub(crate) fn clear(&mut self) {
        self.rank = 0;
        self.name.clear();
        (self.name_row, self.value_row) = (None, None);
    }
}
