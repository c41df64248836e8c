//! The end of the report: counts, what was not scanned, coverage, one last line.

use std::collections::BTreeMap;
use std::fmt::Write;

use anstyle::Style;
use model::{Notice, NoticeCode, Summary};

use super::block::place;
use super::coverage;
use super::palette::Palette;
use super::table::{self, Cell, count, counted, size};
use crate::verdict::Verdict;
use crate::visible::visible;

/// Notices kept in full for the end; of more, the counts are shown.
const MOST_NOTICES: usize = 1000;

/// What was not scanned.
#[derive(Default)]
pub(super) struct Notices {
    holes: Vec<Notice>,
    more: BTreeMap<NoticeCode, u64>,
    n_chosen: u64,
}

impl Notices {
    pub(super) fn add(&mut self, notice: &Notice) {
        if !notice.code.is_hole() {
            self.n_chosen += 1;
        } else if self.holes.len() < MOST_NOTICES {
            self.holes.push(notice.clone());
        } else {
            *self.more.entry(notice.code).or_default() += 1;
        }
    }
}

/// Writes the end of the report.
pub(super) fn write(out: &mut String, summary: &Summary, notices: &Notices, palette: Palette) {
    if summary.n_findings() > 0 {
        heading(out, "Found", palette);
        table::write(out, &counts(summary, palette), &[1, 3]);
    }
    if !summary.coverage.is_empty() {
        heading(out, "Coverage", palette);
        coverage::write(out, &summary.coverage, palette);
    }
    if !notices.holes.is_empty() {
        heading(out, "Not scanned", palette);
        holes(out, notices, palette);
    }
    last_line(out, summary, notices, palette);
}

fn heading(out: &mut String, title: &str, palette: Palette) {
    let bold = palette.bold();
    let gap = if out.is_empty() { "" } else { "\n" };
    let _ = writeln!(out, "{gap}{bold}{title}{bold:#}");
}

/// Severities on the left, worst first, kinds on the right.
fn counts(summary: &Summary, palette: Palette) -> Vec<Vec<Cell>> {
    let plain = Style::new();
    let mut kinds: Vec<_> = summary.kinds.iter().collect();
    kinds.sort_by_key(|&(_, number)| std::cmp::Reverse(number));
    let mut severities = summary.findings.iter().rev();
    let mut kinds = kinds.into_iter();
    let mut rows = vec![];
    loop {
        let row: [Option<[Cell; 2]>; 2] = [
            severities.next().map(|(severity, number)| {
                [(severity.to_string(), palette.severity(*severity)), (count(*number), plain)]
            }),
            kinds.next().map(|(kind, number)| [(format!("   {kind}"), plain), (count(*number), plain)]),
        ];
        if row.iter().all(Option::is_none) {
            return rows;
        }
        let empty = || [(String::new(), plain), (String::new(), plain)];
        rows.push(row.into_iter().flat_map(|half| half.unwrap_or_else(empty)).collect());
    }
}

fn holes(out: &mut String, notices: &Notices, palette: Palette) {
    let (warning, dim) = (palette.warning(), palette.dim());
    for notice in &notices.holes {
        let (code, place, message) = (notice.code, place(&notice.origin), visible(&notice.message));
        let _ = writeln!(out, "  {warning}{code}{warning:#}  {place}\n      {dim}{message}{dim:#}");
    }
    for (code, number) in &notices.more {
        let _ =
            writeln!(out, "  {warning}{code}{warning:#}  {} more; --format jsonl lists all", count(*number));
    }
}

fn last_line(out: &mut String, summary: &Summary, notices: &Notices, palette: Palette) {
    let what = match summary.n_findings() {
        0 => "No findings".to_owned(),
        number => counted(number, "finding"),
    };
    let seen = if summary.coverage.is_empty() {
        counted(summary.files, "file")
    } else {
        counted(summary.records, "field")
    };
    let style = match Verdict::of(summary) {
        Verdict::Clean => palette.good(),
        Verdict::Findings => palette.bold(),
        Verdict::Incomplete => palette.bad(),
    };
    let gap = if out.is_empty() { "" } else { "\n" };
    let seconds = summary.elapsed.as_secs_f64();
    let _ = write!(out, "{gap}{style}{what}{style:#} in {seen}");
    if summary.bytes > 0 {
        let _ = write!(out, " ({})", size(summary.bytes));
    }
    let _ = write!(out, ", {seconds:.1} s");
    if summary.allowed > 0 {
        let _ = write!(out, "; {} allowed", count(summary.allowed));
    }
    if notices.n_chosen > 0 {
        let _ = write!(out, "; {} left out", counted(notices.n_chosen, "binary file"));
    }
    if summary.incomplete {
        let section = if notices.holes.is_empty() { "Coverage" } else { "Not scanned" };
        let _ = write!(out, "; {style}incomplete{style:#}, see \"{section}\"");
    }
    out.push('\n');
}
