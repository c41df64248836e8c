//! Which locator reads a file.

use crate::csv;
use crate::cursor::{Cursor, START};
use crate::interest::Interest;
use crate::json::{Feed, Machine, Step};
use crate::output::Output;

/// How the bytes of a file are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One document, or several after each other.
    Json,
    /// One document per line.
    JsonLines,
    /// Rows under a header, with this delimiter.
    Csv(u8),
    /// Anything else.
    Text,
}

const JSON_ENDS: [&str; 9] =
    [".json", ".jsonc", ".tfstate", ".template", ".har", ".geojson", ".ipynb", ".asset", ".backup"];
const JSON_LINES_ENDS: [&str; 3] = [".jsonl", ".ndjson", ".jsonlines"];
const TABLE_ENDS: [&str; 5] = [".csv", ".tsv", ".txt", ".psv", ".tab"];

impl Format {
    /// Decides by the name, in lower case, and by the first bytes.
    pub(crate) fn recognise(name: Option<&str>, head: &[u8]) -> Self {
        let ends_with = |ends: &[&str]| name.is_some_and(|name| ends.iter().any(|end| name.ends_with(end)));
        if ends_with(&JSON_LINES_ENDS) {
            return Self::JsonLines;
        }
        let start = head.iter().find(|byte| !byte.is_ascii_whitespace());
        if matches!(start, Some(b'{' | b'[')) {
            if starts_with_json_line(head) {
                return Self::JsonLines;
            }
            if ends_with(&JSON_ENDS) || starts_like_json(head) {
                return Self::Json;
            }
        }
        if ends_with(&JSON_ENDS[..1]) && matches!(start, Some(b'/' | b'"')) {
            return Self::Json;
        }
        let base = name.map_or("", |name| name.rsplit('/').next().unwrap_or(name));
        let is_csv = ends_with(&[".csv", ".tsv", ".psv"]);
        if is_csv || !base.contains('.') && !base.ends_with("file") || ends_with(&TABLE_ENDS) {
            return csv::sniff(head, is_csv).map_or(Self::Text, Self::Csv);
        }
        Self::Text
    }
}

/// Whether the first line is a document of its own and something follows it.
fn starts_with_json_line(head: &[u8]) -> bool {
    let mut lines = head.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let Some(first) = lines.next() else { return false };
    let more = lines.next();
    more.is_some_and(|more| matches!(more.trim_ascii_start().first(), Some(b'{' | b'['))) && {
        let (step, machine) = try_json(first, true);
        step == Step::Consumed(first.len()) && machine.n_documents() == 1
    }
}

/// Whether the head is JSON as far as it goes, so that `[section]` and `{{ template }}` are not.
fn starts_like_json(head: &[u8]) -> bool {
    let (step, machine) = try_json(head, false);
    matches!(step, Step::Consumed(_)) && (machine.is_inside() || machine.n_documents() > 0)
}

fn try_json(bytes: &[u8], last: bool) -> (Step, Machine) {
    let mut machine = Machine::default();
    let mut cursor = Cursor::new(START, 0);
    let interest = Interest::default();
    let mut nowhere = |_| {};
    let mut output = Output::new(std::sync::Arc::default(), &mut nowhere);
    let mut feed = Feed::of_stream(bytes, &interest, &mut cursor, last);
    let step = machine.feed(&mut feed, &mut output);
    (step, machine)
}
