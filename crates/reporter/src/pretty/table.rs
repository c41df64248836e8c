//! Columns that line up, whatever is in them.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

/// A cell: its text, safe to print, and its style.
pub(super) type Cell = (String, Style);

/// Writes rows indented by two; the columns in `right` hold numbers.
pub(super) fn write(out: &mut String, rows: &[Vec<Cell>], right: &[usize]) {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n_columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::from("  ");
        for (column, (text, style)) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - text.width());
            let (left, right) = if right.contains(&column) { (gap.as_str(), "") } else { ("", gap.as_str()) };
            let _ = write!(line, "{left}{style}{text}{style:#}{right}  ");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn width((text, _): &Cell) -> usize {
    text.width()
}

/// A count with commas between its thousands.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count and its noun, in the right number.
pub(super) fn counted(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// A size in bytes, in units of a thousand.
pub(super) fn size(bytes: u64) -> String {
    let units = ["kB", "MB", "GB", "TB", "PB", "EB"];
    #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
    let mut amount = bytes as f64;
    let mut unit = "B";
    for next in units {
        if amount < 1000.0 {
            break;
        }
        amount /= 1000.0;
        unit = next;
    }
    if unit == "B" { format!("{bytes} B") } else { format!("{amount:.1} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        for (number, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(count(number), expected);
        }
        for (bytes, expected) in
            [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (81_234, "81.2 kB"), (u64::MAX, "18.4 EB")]
        {
            assert_eq!(size(bytes), expected);
        }
        assert_eq!((counted(1, "hole"), counted(2, "hole")), ("1 hole".into(), "2 holes".into()));
    }

    #[test]
    fn columns_line_up() {
        let plain = |text: &str| (text.to_owned(), Style::new());
        let rows =
            [vec![plain("name"), plain("n"), plain("x")], vec![plain("é"), plain("1,000"), plain("y")]];
        let mut out = String::new();
        write(&mut out, &rows, &[1]);
        assert_eq!(out, "  name      n  x\n  é     1,000  y\n");
    }
}
