//! The table and the chart of a comparison.

use super::compare::{Measured, Row};
use crate::report::{Bar, bars, digits, table};
use crate::truth::Share;

const HEAD: &[&str] = &[
    "scanner",
    "version",
    "looks for",
    "MB",
    "CPU s",
    "MB per CPU s",
    "peak MB",
    "planted found",
    "of its kinds",
    "bait flagged",
    "elsewhere",
];

/// The table.
pub fn markdown(rows: &[Row]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    table(HEAD, &rows)
}

fn cells(row: &Row) -> Vec<String> {
    let measured = match &row.result {
        Ok(measured) => measured,
        Err(why) => return vec![row.name.to_owned(), "-".to_owned(), row.looks_for.to_owned(), why.clone()],
    };
    let score = &measured.score;
    vec![
        row.name.to_owned(),
        measured.version.clone(),
        row.looks_for.to_owned(),
        format!("{:.0}", measured.bytes as f64 / 1e6),
        digits(measured.usage.cpu_s),
        digits(measured.rate()),
        format!("{:.0}", measured.usage.peak_mb),
        share(score.planted),
        share(score.of_its_kinds),
        share(score.bait),
        score.elsewhere.to_string(),
    ]
}

fn share(Share { part, whole }: Share) -> String {
    if whole == 0 { "-".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}

/// The chart, the fastest first.
pub fn chart(rows: &[Row]) -> String {
    let mut chart: Vec<Bar> = rows.iter().map(bar).collect();
    chart.sort_by(|left, right| right.value.unwrap_or(0.0).total_cmp(&left.value.unwrap_or(0.0)));
    bars(
        "The same tag JSON lines, one thread each: speed, planted values found, baits flagged",
        "MB per CPU second",
        &chart,
    )
}

fn bar(row: &Row) -> Bar {
    let note = match &row.result {
        Ok(Measured { score, .. }) => {
            format!("{} of planted, {} of bait", share(score.planted), share(score.bait))
        }
        Err(why) => why.clone(),
    };
    Bar {
        label: row.name.to_owned(),
        value: row.result.as_ref().ok().map(Measured::rate),
        note,
        is_ours: row.name == "tagleaks",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::truth::Score;
    use crate::usage::Usage;

    fn row(name: &'static str, cpu_s: f64) -> Row {
        let measured = Measured {
            version: "1.2".to_owned(),
            bytes: 200_000_000,
            usage: Usage { cpu_s, wall_s: cpu_s, peak_mb: 34.4, code: 1 },
            score: Score { planted: Share { part: 1, whole: 2 }, elsewhere: 3, ..Score::default() },
        };
        Row { name, looks_for: "secrets", result: Ok(measured) }
    }

    #[test]
    fn a_line_holds_figures_or_the_reason_why_there_are_none() {
        let missing = Row { name: "other", looks_for: "secrets", result: Err("not installed".to_owned()) };
        let table = markdown(&[row("tagleaks", 4.0), missing]);
        let lines: Vec<Vec<&str>> =
            table.lines().skip(2).map(|line| line.split('|').map(str::trim).collect()).collect();
        let expected =
            ["", "tagleaks", "1.2", "secrets", "200", "4.00", "50.0", "34", "50.0 %", "-", "-", "3", ""];
        assert_eq!(lines[0], expected);
        assert_eq!(lines[1][..5], ["", "other", "-", "secrets", "not installed"]);
    }

    #[test]
    fn the_fastest_stands_first() {
        let svg = chart(&[row("slow", 40.0), row("tagleaks", 4.0)]);
        assert!(svg.find("tagleaks") < svg.find("slow"));
    }
}
