//! Sizes that bound memory; results depend on them, never on the size of a block.

/// A fuzzer's inputs are short, so they would not come near the limits; the reach of context stays.
const SCALE: usize = if cfg!(fuzzing) { 256 } else { 1 };

/// Longest line or string that becomes one record; a longer one is cut into windows.
pub(crate) const WHOLE: usize = (256 << 10) / SCALE;

/// Bytes of a window in which its findings start.
pub(crate) const WINDOW: usize = (192 << 10) / SCALE;

/// Bytes of context that a window shares with each neighbour.
pub(crate) const OVERLAP: usize = 16 << 10;

/// How far a line looks up for the names of its parents.
pub(crate) const LOOK_BACK: usize = 64 << 10;

/// How far a line looks for its siblings, in both directions.
pub(crate) const NEIGHBOURS: usize = 4 << 10;

/// Longest JSON line or CSV row that is parsed as one.
pub(crate) const ROW: usize = (1 << 20) / SCALE;

/// Buffer of a JSON document; a member's name and its first byte, or a whole short value, must fit.
pub(crate) const DOCUMENT: usize = (1 << 20) / SCALE;

/// Deepest nesting of JSON.
pub(crate) const DEPTH: usize = 10_240;

/// Bytes of a name that go into a path.
pub(crate) const NAME: usize = 256;

/// Bytes of a path that go into a record.
pub(crate) const PATH: usize = 1024;

/// Bytes of the head by which a format is recognised.
pub(crate) const HEAD: usize = (64 << 10) / SCALE;

/// The biggest buffer that is used again.
pub(crate) const SPARE: usize = 2 << 20;
