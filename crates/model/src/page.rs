//! A batch of records in one contiguous byte arena.

use std::sync::Arc;

use crate::{Origin, Span};

/// Index of an origin inside its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OriginId(u32);

/// Where a value starts in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Byte offset from the start of the file.
    pub offset: u64,
    /// Line, from 1.
    pub line: u64,
    /// Column, from 1, in bytes.
    pub column: u64,
}

/// Maps offsets of a decoded value back to its raw bytes.
///
/// Sorted pairs `(decoded, raw)`: from `decoded` on, the raw offset is `raw` plus the distance. Both count
/// bytes from the start of the value. Empty for a value that stands verbatim in its file.
pub type SourceMap = Box<[(u32, u32)]>;

/// The place of a value in its file.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where its raw bytes start.
    pub position: Position,
    /// Empty where the value is verbatim.
    pub source_map: SourceMap,
}

/// One text field and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Record<'page> {
    /// Resource or file.
    pub origin: &'page Origin,
    /// Path of names to the field, such as `Tags.Owner`.
    pub path: &'page str,
    /// Last name on the path: the context of the value. Empty for bare text.
    pub key: &'page str,
    /// The text, not necessarily UTF-8.
    pub value: &'page [u8],
    /// Where it stands in its file, if it comes from one.
    pub place: Option<&'page Place>,
    /// Where findings may start. The rest of the value is context that a neighbouring record owns: a value of
    /// any size is cut into overlapping windows, and each finding counts once.
    pub owned: Span,
}

/// Records laid out like an Arrow string column: one arena of values, one of paths, offsets beside them.
///
/// An arena holds less than 4 GiB; producers close a page long before, at [`Page::FULL`] bytes.
#[derive(Debug, Default)]
pub struct Page {
    origins: Vec<Arc<Origin>>,
    values: Vec<u8>,
    names: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    origin: OriginId,
    value_end: u32,
    path_end: u32,
    key_end: u32,
    place: Option<Place>,
    owned: Option<Span>,
}

impl Page {
    /// Bytes of values at which a producer should hand the page on.
    pub const FULL: usize = 256 * 1024;

    /// Makes an empty page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a place that records can refer to.
    ///
    /// # Panics
    /// With 2^32 origins in one page, which memory forbids.
    pub fn add_origin(&mut self, origin: impl Into<Arc<Origin>>) -> OriginId {
        self.origins.push(origin.into());
        OriginId(u32::try_from(self.origins.len() - 1).expect("a page has far fewer than 2^32 origins"))
    }

    /// Adds a field of a cloud resource.
    pub fn push(&mut self, origin: OriginId, (path, key): (&str, &str), value: &[u8]) {
        self.push_row(origin, (path, key), value, None);
    }

    /// Narrows the last record to the findings that start inside `owned`.
    pub fn own(&mut self, owned: Span) {
        if let Some(row) = self.rows.last_mut() {
            row.owned = Some(owned);
        }
    }

    /// Adds a field of a file.
    pub fn push_at(&mut self, origin: OriginId, (path, key): (&str, &str), value: &[u8], place: Place) {
        self.push_row(origin, (path, key), value, Some(place));
    }

    fn push_row(&mut self, origin: OriginId, (path, key): (&str, &str), value: &[u8], place: Option<Place>) {
        self.values.extend_from_slice(value);
        self.names.push_str(path);
        let path_end = offset(self.names.len());
        self.names.push_str(key);
        self.rows.push(Row {
            origin,
            value_end: offset(self.values.len()),
            path_end,
            key_end: offset(self.names.len()),
            place,
            owned: None,
        });
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a producer should hand the page on.
    pub fn is_full(&self) -> bool {
        self.values.len() >= Self::FULL || self.names.len() >= 4 * Self::FULL
    }

    /// The arena of all values, one after the other, nothing between them.
    pub fn values(&self) -> &[u8] {
        &self.values
    }

    /// Arena offset of the end of record `index`'s value.
    pub fn value_end(&self, index: usize) -> usize {
        self.rows[index].value_end as usize
    }

    /// The record at `index`.
    ///
    /// # Panics
    /// Where `index` is not below [`Page::len`].
    pub fn record(&self, index: usize) -> Record<'_> {
        let row = &self.rows[index];
        let (value_start, name_start) = match index.checked_sub(1) {
            Some(before) => (self.rows[before].value_end, self.rows[before].key_end),
            None => (0, 0),
        };
        Record {
            origin: &self.origins[row.origin.0 as usize],
            path: &self.names[name_start as usize..row.path_end as usize],
            key: &self.names[row.path_end as usize..row.key_end as usize],
            value: &self.values[value_start as usize..row.value_end as usize],
            place: row.place.as_ref(),
            owned: row.owned.unwrap_or(Span::new(0, usize::MAX)),
        }
    }

    /// All records in order.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        (0..self.len()).map(|index| self.record(index))
    }

    /// Empties the page and keeps its memory.
    pub fn clear(&mut self) {
        self.origins.clear();
        self.values.clear();
        self.names.clear();
        self.rows.clear();
    }
}

impl Record<'_> {
    /// The place of byte `start` of the value in its file.
    ///
    /// Lines are counted in verbatim values; in decoded ones an escape never adds a line.
    pub fn position_of(&self, start: usize) -> Option<Position> {
        self.position_behind((0, self.place?.position), start)
    }

    /// The place of byte `start`, counted from a known one before it: byte `from` of the value.
    ///
    /// Many findings in one long value cost one pass over it in this way.
    pub fn position_behind(&self, (from, position): (usize, Position), start: usize) -> Option<Position> {
        let Place { position: first, source_map } = self.place?;
        if source_map.is_empty() {
            let end = start.min(self.value.len());
            return Some(behind(position, &self.value[from.min(end)..end]));
        }
        let after = source_map.partition_point(|&(decoded, _)| decoded as usize <= start);
        let raw = match after.checked_sub(1).map(|index| source_map[index]) {
            Some((decoded, raw)) => raw as usize + (start - decoded as usize),
            None => start,
        } as u64;
        Some(Position { offset: first.offset + raw, line: first.line, column: first.column + raw })
    }
}

/// The place behind some text.
fn behind(mut position: Position, text: &[u8]) -> Position {
    position.offset += text.len() as u64;
    let mut newlines = text.iter().enumerate().filter(|&(_, &byte)| byte == b'\n');
    match newlines.next_back() {
        Some((last, _)) => {
            position.line += 1 + newlines.count() as u64;
            position.column = (text.len() - last) as u64;
        }
        None => position.column += text.len() as u64,
    }
    position
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).expect("producers close a page far below 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_as_pushed() {
        let mut page = Page::new();
        let origin = page.add_origin(Origin { source: "tagging", ..Origin::default() });
        page.push(origin, ("Tags.Owner", "Owner"), b"jane");
        page.push(origin, ("Tags.Empty", "Empty"), b"");
        page.push(origin, ("Description", "Description"), b"\xff\xfe");
        let rows: Vec<_> = page.records().map(|record| (record.path, record.key, record.value)).collect();
        assert_eq!(
            rows,
            [
                ("Tags.Owner", "Owner", &b"jane"[..]),
                ("Tags.Empty", "Empty", b""),
                ("Description", "Description", b"\xff\xfe"),
            ]
        );
        assert_eq!(page.values(), b"jane\xff\xfe");
    }

    #[test]
    fn a_verbatim_value_counts_its_lines() {
        let mut page = Page::new();
        let origin = page.add_origin(Origin::default());
        let position = Position { offset: 10, line: 3, column: 5 };
        page.push_at(origin, ("", ""), b"ab\ncd", Place { position, source_map: SourceMap::default() });
        let record = page.record(0);
        assert_eq!(record.position_of(1), Some(Position { offset: 11, line: 3, column: 6 }));
        assert_eq!(record.position_of(4), Some(Position { offset: 14, line: 4, column: 2 }));
    }

    #[test]
    fn a_decoded_value_is_mapped_back() {
        let mut page = Page::new();
        let origin = page.add_origin(Origin::default());
        let position = Position { offset: 10, line: 1, column: 11 };
        // raw: a\u0040b, decoded: a@b
        page.push_at(origin, ("", ""), b"a@b", Place { position, source_map: Box::new([(2, 7)]) });
        let record = page.record(0);
        assert_eq!(record.position_of(1).map(|place| place.offset), Some(11));
        assert_eq!(record.position_of(2).map(|place| place.offset), Some(17));
    }
}
