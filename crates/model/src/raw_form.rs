//! What raw text is, as far as the borders of records go.

/// What is known of raw text before it is parsed: where the words of one record cannot speak for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawForm<'a> {
    /// JSON of any layout.
    Json,
    /// JSON, one document on each line.
    JsonLines,
    /// A table; its rows end at these byte offsets, ascending, as far as they are known.
    Rows(&'a [u32]),
    /// Anything else; a record may be anywhere near the words that belong to it.
    Other,
}
