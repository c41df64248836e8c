//! A batch of records in one contiguous byte arena.

use std::sync::Arc;

use crate::Origin;

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
    /// Start of the value in its file, where it comes from a file.
    pub position: Option<Position>,
    /// Empty where the value is verbatim.
    pub source_map: &'page [(u32, u32)],
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
    position: Option<Position>,
    source_map: SourceMap,
}

impl Page {
    /// Bytes of values at which a producer should hand the page on.
    pub const FULL: usize = 256 * 1024;

    /// Makes an empty page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a place that records can refer to.
    pub fn add_origin(&mut self, origin: impl Into<Arc<Origin>>) -> OriginId {
        self.origins.push(origin.into());
        OriginId(u32::try_from(self.origins.len() - 1).expect("a page has far fewer than 2^32 origins"))
    }

    /// Adds a field of a cloud resource.
    pub fn push(&mut self, origin: OriginId, path: &str, key: &str, value: &[u8]) {
        self.push_row(origin, (path, key), value, None, SourceMap::default());
    }

    /// Adds a field of a file, with the place where its raw bytes start.
    ///
    /// `names` is the path and the key. The source map is empty where the value is verbatim.
    pub fn push_at(
        &mut self,
        origin: OriginId,
        names: (&str, &str),
        value: &[u8],
        position: Position,
        source_map: SourceMap,
    ) {
        self.push_row(origin, names, value, Some(position), source_map);
    }

    fn push_row(
        &mut self,
        origin: OriginId,
        (path, key): (&str, &str),
        value: &[u8],
        position: Option<Position>,
        source_map: SourceMap,
    ) {
        self.values.extend_from_slice(value);
        self.names.push_str(path);
        let path_end = offset(self.names.len());
        self.names.push_str(key);
        self.rows.push(Row {
            origin,
            value_end: offset(self.values.len()),
            path_end,
            key_end: offset(self.names.len()),
            position,
            source_map,
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
            position: row.position,
            source_map: &row.source_map,
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
        let mut place = self.position?;
        if self.source_map.is_empty() {
            let before = &self.value[..start.min(self.value.len())];
            place.offset += before.len() as u64;
            match before.iter().rposition(|&byte| byte == b'\n') {
                Some(newline) => {
                    place.line += before.iter().filter(|&&byte| byte == b'\n').count() as u64;
                    place.column = (before.len() - newline) as u64;
                }
                None => place.column += before.len() as u64,
            }
            return Some(place);
        }
        let step = self.source_map.partition_point(|&(decoded, _)| decoded as usize <= start);
        let raw = match step.checked_sub(1) {
            Some(index) => {
                let (decoded, raw) = self.source_map[index];
                raw as usize + (start - decoded as usize)
            }
            None => start,
        };
        place.offset += raw as u64;
        place.column += raw as u64;
        Some(place)
    }
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
        page.push(origin, "Tags.Owner", "Owner", b"jane");
        page.push(origin, "Tags.Empty", "Empty", b"");
        page.push(origin, "Description", "Description", b"\xff\xfe");
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
        let start = Position { offset: 10, line: 3, column: 5 };
        page.push_at(origin, ("", ""), b"ab\ncd", start, SourceMap::default());
        let record = page.record(0);
        assert_eq!(record.position_of(1), Some(Position { offset: 11, line: 3, column: 6 }));
        assert_eq!(record.position_of(4), Some(Position { offset: 14, line: 4, column: 2 }));
    }

    #[test]
    fn a_decoded_value_is_mapped_back() {
        let mut page = Page::new();
        let origin = page.add_origin(Origin::default());
        let start = Position { offset: 10, line: 1, column: 11 };
        // raw: a\u0040b, decoded: a@b
        page.push_at(origin, ("", ""), b"a@b", start, Box::new([(2, 7)]));
        let record = page.record(0);
        assert_eq!(record.position_of(1).map(|place| place.offset), Some(11));
        assert_eq!(record.position_of(2).map(|place| place.offset), Some(17));
    }
}
