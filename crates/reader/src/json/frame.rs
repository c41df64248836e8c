//! An open object or array.

use std::borrow::Cow;

use super::naming::text_of;

/// What is known of an open container.
pub(crate) struct Frame {
    pub(crate) is_object: bool,
    /// Its own place in what it stands in.
    pub(crate) segment: Segment,
    /// Whether a member name stands on the way to it.
    pub(crate) has_key: bool,
    /// Whether that name calls for the value.
    pub(crate) marked: bool,
    /// Elements so far, of an array.
    pub(crate) n_elements: u64,
    /// Number of the first row inside.
    pub(crate) first_row: u64,
    pub(crate) pair: Option<Pair>,
    pub(crate) arn: Option<Arn>,
    /// Where its names stand in the path, once it was asked for.
    pub(crate) names: Names,
}

/// A container's part of the path.
#[derive(Clone, Copy, Default)]
pub(crate) struct Names {
    /// Length of the path without the container's own index in its array.
    pub(crate) base: u32,
    /// Length of the path to the container.
    pub(crate) path: u32,
    /// Where the nearest member name stands in the path.
    pub(crate) key: (u32, u32),
}

/// A step on the path, as long as nobody needs its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// The top of a document.
    Top,
    /// The raw name of a member, in the buffer.
    Member(u32, u32),
    /// The number of an element.
    Element(u64),
}

/// Text of a buffer that is copied only when the buffer goes.
pub(crate) enum Text {
    Raw(u32, u32),
    Kept(Box<str>),
}

/// The ARN of a container's resource.
pub(crate) struct Arn {
    /// How well its key names it.
    pub(crate) rank: u8,
    pub(crate) text: Text,
}

/// The halves of a sibling form, as far as they were seen.
pub(crate) struct Pair {
    /// How well its key says that it is the name; 0: none was seen.
    pub(crate) rank: u8,
    pub(crate) name: Text,
    /// Row of the name, where it is a candidate.
    pub(crate) name_row: Option<u64>,
    /// Row of the value, where it may be wanted.
    pub(crate) value_row: Option<u64>,
}

impl Frame {
    /// Opens a container; `has_key` and `marked` are said by the name before it.
    pub(crate) fn new(
        is_object: bool,
        segment: Segment,
        (has_key, marked): (bool, bool),
        first_row: u64,
    ) -> Self {
        let (n_elements, pair, arn, names) = (0, None, None, Names::default());
        Self { is_object, segment, has_key, marked, n_elements, first_row, pair, arn, names }
    }

    /// Copies what it refers to in the buffer.
    pub(crate) fn keep(&mut self, bytes: &[u8]) {
        if let Some(pair) = &mut self.pair {
            pair.name.keep(bytes);
        }
        if let Some(arn) = &mut self.arn {
            arn.text.keep(bytes);
        }
    }
}

impl Text {
    /// The range `start..end` of the buffer.
    pub(crate) fn raw(start: usize, end: usize) -> Self {
        Self::Raw(start as u32, end as u32)
    }

    /// The text, decoded.
    pub(crate) fn of<'a>(&'a self, bytes: &'a [u8]) -> Cow<'a, str> {
        match self {
            Self::Raw(start, end) => text_of(&bytes[*start as usize..*end as usize]),
            Self::Kept(text) => Cow::Borrowed(text),
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        if let Self::Raw(..) = self {
            *self = Self::Kept(self.of(bytes).into());
        }
    }
}

impl Default for Pair {
    fn default() -> Self {
        Self { rank: 0, name: Text::Raw(0, 0), name_row: None, value_row: None }
    }
}

impl Pair {
    /// Takes a name unless a better one is known.
    pub(crate) fn note_name(&mut self, rank: u8, name: Text, row: Option<u64>) {
        if rank > self.rank {
            (self.rank, self.name, self.name_row) = (rank, name, row);
        }
    }
}
