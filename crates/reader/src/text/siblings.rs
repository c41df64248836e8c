//! `Key:` and `Value:` on neighbouring lines, and the items of a list.

use memchr::{memchr, memrchr};

use super::pieces::{Piece, split};
use crate::limits::NEIGHBOURS;

/// Lines looked at in each direction.
const MAX_LINES: usize = 6;

/// Distance of the starts of two siblings, and the longest line that has any.
const REACH: usize = NEIGHBOURS / 2;

/// Start and end of a line, without its newline.
pub(super) type Line = (usize, usize);

/// The nearest line beside `line`, in the same block, whose key ranks best; with its first piece.
pub(super) fn sibling(bytes: &[u8], line: Line, rank: fn(&str) -> u8) -> Option<(Line, Piece)> {
    let mut best: Option<(u8, Line, Piece)> = None;
    each_sibling(bytes, line, rank, |rank, other, piece| {
        if best.as_ref().is_none_or(|(known, ..)| rank > *known) {
            best = Some((rank, other, piece));
        }
    });
    best.map(|(_, line, piece)| (line, piece))
}

/// Calls `on_sibling` for each line beside `line`, in the same block, whose key has a rank; with its first piece. Those
/// above come first, the nearest first.
pub(super) fn each_sibling(
    bytes: &[u8],
    line: Line,
    rank: fn(&str) -> u8,
    mut on_sibling: impl FnMut(u8, Line, Piece),
) {
    if line.1 - line.0 > REACH {
        return;
    }
    let Some(own) = Shape::of(&bytes[line.0..line.1]) else { return };
    let mut look = |other: Line| {
        if let Some(piece) = split(&bytes[other.0..other.1]).all.into_iter().next()
            && let Some(key) = piece.key
            && let Ok(key) = std::str::from_utf8(&bytes[other.0 + key.0..other.0 + key.1])
            && rank(key) > 0
        {
            on_sibling(rank(key), other, piece);
        }
    };
    if !own.is_item {
        for other in above(bytes, line) {
            match Shape::of(&bytes[other.0..other.1]) {
                Some(shape) if shape.column < own.column => break,
                Some(shape) if shape.column == own.column => {
                    look(other);
                    if shape.is_item {
                        break;
                    }
                }
                Some(_) | None => {}
            }
        }
    }
    for other in below(bytes, line).take(MAX_LINES) {
        match Shape::of(&bytes[other.0..other.1]) {
            Some(shape) if shape.column < own.column || shape.is_item && shape.column == own.column => break,
            Some(shape) if shape.column == own.column => look(other),
            Some(_) | None => {}
        }
    }
}

/// The lines under a list's or a text block's first line.
pub(super) fn items(bytes: &[u8], line: Line) -> impl Iterator<Item = Line> {
    let own = Shape::of(&bytes[line.0..line.1]).filter(|_| line.1 - line.0 <= REACH);
    let own = own.unwrap_or(Shape { column: usize::MAX, is_item: true });
    below(bytes, line).take_while(move |other| match Shape::of(&bytes[other.0..other.1]) {
        Some(shape) => shape.column > own.column,
        None => true,
    })
}

/// Where the content of a line starts.
#[derive(Clone, Copy)]
struct Shape {
    column: usize,
    is_item: bool,
}

impl Shape {
    /// `None` where the line is blank.
    fn of(line: &[u8]) -> Option<Self> {
        let blank = |at: usize| line[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let mut column = blank(0);
        let is_item = line[column..].starts_with(b"- ");
        while line[column..].starts_with(b"- ") {
            column += 1;
            column += blank(column);
        }
        (column < line.len()).then_some(Self { column, is_item })
    }
}

fn above(bytes: &[u8], line: Line) -> impl Iterator<Item = Line> {
    let mut end = line.0.checked_sub(1);
    let lowest = line.0.saturating_sub(REACH);
    std::iter::from_fn(move || {
        let line_end = end?;
        let start = memrchr(b'\n', &bytes[..line_end]).map_or(0, |newline| newline + 1);
        end = start.checked_sub(1);
        (start >= lowest && line_end - start <= REACH).then_some((start, line_end))
    })
    .take(MAX_LINES)
}

fn below(bytes: &[u8], line: Line) -> impl Iterator<Item = Line> {
    let mut at = line.1 + 1;
    std::iter::from_fn(move || {
        let start = at;
        let rest = bytes.get(start..)?;
        let end = start + memchr(b'\n', rest).unwrap_or(rest.len());
        at = end + 1;
        (start < bytes.len() && start - line.0 <= REACH && end - start <= REACH).then_some((start, end))
    })
}
