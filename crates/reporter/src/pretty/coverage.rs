//! The table of calls: every hole in sight, other rows collapsed when there are many.

use std::collections::BTreeSet;

use anstyle::Style;
use model::{CallStatus, Coverage};

use super::palette::Palette;
use super::table::{self, Cell, count, counted};
use crate::visible::visible;

/// With more rows of a kind than this, they are merged.
const MANY: usize = 12;

/// Writes the table.
pub(super) fn write(out: &mut String, coverage: &[Coverage], palette: Palette) {
    let (holes, rest): (Vec<_>, Vec<_>) = coverage.iter().partition(|row| row.status > CallStatus::Skipped);
    let (skipped, complete): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|row| row.status == CallStatus::Skipped);
    let head = ["account", "region", "call", "pages", "records", "throttled", "status"];
    let mut rows = vec![head.map(|title| (title.to_owned(), palette.dim())).to_vec()];
    rows.extend(holes.iter().map(|row| Line::of(row).cells(palette)));
    for group in [complete, skipped] {
        rows.extend(merged(&group).iter().map(|line| line.cells(palette)));
    }
    table::write(out, &rows, &[3, 4, 5]);
}

/// A row, or several as one.
struct Line {
    account: String,
    region: String,
    call: String,
    pages: u64,
    records: u64,
    throttled: u64,
    status: CallStatus,
}

impl Line {
    fn of(row: &Coverage) -> Self {
        Self {
            account: visible(&row.account).into_owned(),
            region: visible(&row.region).into_owned(),
            call: visible(&row.call).into_owned(),
            pages: row.pages,
            records: row.records,
            throttled: row.throttled,
            status: row.status,
        }
    }

    fn cells(&self, palette: Palette) -> Vec<Cell> {
        let plain = Style::new();
        let [pages, records, throttled] = [self.pages, self.records, self.throttled].map(count);
        vec![
            (self.account.clone(), plain),
            (self.region.clone(), plain),
            (self.call.clone(), plain),
            (pages, plain),
            (records, plain),
            (throttled, plain),
            (self.status.to_string(), palette.status(self.status)),
        ]
    }
}

/// One line per row; with many rows, one per account and call; with many of those, one per call.
fn merged(rows: &[&Coverage]) -> Vec<Line> {
    if rows.len() <= MANY {
        return rows.iter().map(|row| Line::of(row)).collect();
    }
    let by_account = group(rows, |row| (row.account.to_string(), row.call.to_string()));
    if by_account.len() <= MANY {
        return by_account;
    }
    group(rows, |row| (String::new(), row.call.to_string()))
}

fn group(rows: &[&Coverage], key: impl Fn(&Coverage) -> (String, String)) -> Vec<Line> {
    let keys: BTreeSet<_> = rows.iter().map(|row| key(row)).collect();
    keys.iter()
        .map(|wanted| {
            let members: Vec<_> = rows.iter().copied().filter(|row| key(row) == *wanted).collect();
            together(&members)
        })
        .collect()
}

fn together(members: &[&Coverage]) -> Line {
    let accounts: BTreeSet<_> = members.iter().map(|row| &row.account).collect();
    let regions: BTreeSet<_> = members.iter().map(|row| &row.region).collect();
    let mut line = Line::of(members[0]);
    if accounts.len() > 1 {
        line.account = counted(accounts.len() as u64, "account");
    }
    if regions.len() > 1 {
        line.region = counted(regions.len() as u64, "region");
    }
    line.pages = members.iter().map(|row| row.pages).sum();
    line.records = members.iter().map(|row| row.records).sum();
    line.throttled = members.iter().map(|row| row.throttled).sum();
    line
}
