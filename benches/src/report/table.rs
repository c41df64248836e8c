//! A Markdown table that is also readable as it stands.

/// The table: first column to the left, numbers to the right.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let all = || std::iter::once(&head).chain(rows);
    let width = |column: usize| {
        all().map(|row| row.get(column).map_or(0, |cell| cell.chars().count())).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let rule = widths.iter().enumerate().map(|(column, width)| match column {
        0 => "-".repeat(*width),
        _ => format!("{}:", "-".repeat(width - 1)),
    });
    let mut text = line(&head, &widths) + &line(&rule.collect::<Vec<_>>(), &widths);
    text.extend(rows.iter().map(|row| line(row, &widths)));
    text
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = widths.iter().enumerate().map(|(column, &width)| {
        let cell = row.get(column).map_or("", String::as_str);
        if column == 0 { format!(" {cell:<width$} |") } else { format!(" {cell:>width$} |") }
    });
    format!("|{}\n", cells.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_short_rows_filled() {
        let rows = [vec!["näme".to_owned(), "1".to_owned(), "x".to_owned()], vec!["longer".to_owned()]];
        let expected = "\
| a      |   b | cell |
| ------ | --: | ---: |
| näme   |   1 |    x |
| longer |     |      |
";
        assert_eq!(table(&["a", "b", "cell"], &rows), expected);
    }
}
