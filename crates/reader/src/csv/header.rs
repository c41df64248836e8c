//! The header row and what its columns mean.

use super::row::{Cell, RowEnd, row_end, row_of, split};
use crate::chunk::Chunk;
use crate::json::is_arn_key;
use model::siblings::{name_rank, spells, value_rank};

/// Delimiters in the order in which they win a tie.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The columns of a table.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) delimiter: u8,
    pub(crate) columns: Vec<Column>,
    /// Columns of the key and the value in tables with one tag a row.
    pub(crate) pair: Option<(usize, usize)>,
    /// Column of the resource.
    pub(crate) arn: Option<usize>,
}

/// The names of a column.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) path: String,
    pub(crate) key: String,
}

impl Header {
    /// Reads the first row of a file's first chunk.
    pub(crate) fn of(first: &Chunk, delimiter: u8) -> Self {
        let start = first.body.start;
        let (end, quotes) = if first.is_part { (start, true) } else { row_of(first, start, delimiter) };
        Self::new(&first.bytes[start..end], (delimiter, quotes))
    }

    fn new(bytes: &[u8], (delimiter, quotes): (u8, bool)) -> Self {
        let mut cells = Vec::new();
        split(bytes, (0, bytes.len()), (delimiter, quotes), &mut cells);
        let names: Vec<String> = cells.iter().map(|cell| name_of(bytes, *cell)).collect();
        let best = |rank: fn(&str) -> u8| {
            let ranked = names.iter().map(|name| rank(name)).enumerate().filter(|&(_, rank)| rank > 0);
            ranked.max_by_key(|&(index, rank)| (rank, usize::MAX - index)).map(|(index, _)| index)
        };
        let pair = best(name_rank).zip(best(value_rank));
        let arn = best(arn_rank);
        let columns = names.into_iter().map(Column::new).collect();
        Self { delimiter, columns, pair, arn }
    }
}

impl Column {
    /// `Tag: Owner`, as Tag Editor writes it, is the tag `Owner`; so are `resourceTags/user:Owner` and
    /// `user:Owner` of billing exports.
    fn new(name: String) -> Self {
        let prefixes = ["Tag: ", "Tag:", "resourceTags/user:", "resource_tags_user_", "user:", "Tags."];
        match prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)) {
            Some(tag) if !tag.is_empty() => Self { path: format!("Tags.{tag}"), key: tag.to_owned() },
            _ => Self { path: name.clone(), key: name },
        }
    }
}

fn arn_rank(name: &str) -> u8 {
    const BILLED: &[&str] = &["identifier", "resourceid", "lineitem/resourceid", "lineitemresourceid"];
    is_arn_key(name).max(if BILLED.iter().any(|word| spells(name, word)) { 2 } else { 0 })
}

fn name_of(bytes: &[u8], cell: Cell) -> String {
    let text = String::from_utf8_lossy(&bytes[cell.start..cell.end]);
    text.trim().replace("\"\"", "\"").chars().take(crate::limits::NAME).collect()
}

/// The delimiter of a table; `None` where the head is none.
///
/// `named` says that the file's name promises a table, so that one column or one row is enough.
pub(crate) fn sniff(head: &[u8], named: bool) -> Option<u8> {
    let (first, rest) = first_row(head, b',')?;
    let mut cells = Vec::new();
    let mut count = |row: &[u8], delimiter| {
        split(row, (0, row.len()), (delimiter, true), &mut cells);
        cells.len()
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|&delimiter| count(first, delimiter))?;
    if named {
        return Some(best);
    }
    let n_columns = count(first, best);
    let (second, _) = first_row(rest, best)?;
    let looks_like_header = !first.iter().any(|byte| b"{}=<>@".contains(byte));
    (n_columns >= 3 && looks_like_header && count(second, best) == n_columns).then_some(best)
}

fn first_row(bytes: &[u8], delimiter: u8) -> Option<(&[u8], &[u8])> {
    match row_end(bytes, 0, delimiter, true) {
        RowEnd::At(end) | RowEnd::Unclosed(end) if end > 0 => Some(bytes.split_at(end)),
        _ => None,
    }
}
