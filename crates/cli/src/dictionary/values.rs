//! The values of a file: a column of CSV, or one a line. Errors never hold a value, and no header, which may be one.

use std::borrow::Cow;
use std::io::{BufRead, Read};

use anyhow::{Context, bail};
use csv::{ByteRecord, ReaderBuilder};

use super::Spec;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// Gives every value of a file, in order.
pub(super) fn read(from: &mut dyn BufRead, spec: &Spec, give: &mut dyn FnMut(&[u8])) -> anyhow::Result<()> {
    let head = from.fill_buf()?;
    if head.contains(&0) {
        bail!("it is no text; a dictionary is a CSV file or has one value a line, in UTF-8");
    }
    let delimiter = delimiter(spec, head);
    if head.starts_with(MARK) {
        from.consume(MARK.len());
    }
    match (delimiter, &spec.column) {
        (Some(delimiter), column) => cells(from, delimiter, column.as_deref(), give),
        (None, Some(column)) => bail!("only .csv and .tsv files have columns, such as `{column}`"),
        (None, None) => lines(from, give),
    }
}

/// What stands between the columns, by the file's ending and its header; `None` for a file without columns.
fn delimiter(spec: &Spec, head: &[u8]) -> Option<u8> {
    let ending = spec.file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let header = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| header.split(|byte| byte == delimiter).count();
    match ending.as_deref() {
        // The first of equals, a comma, where the header has a single column.
        Some("csv") => b"|\t;,".iter().copied().max_by_key(count),
        Some("tsv" | "tab") => Some(b'\t'),
        _ => None,
    }
}

fn cells(
    from: &mut dyn BufRead,
    delimiter: u8,
    column: Option<&str>,
    give: &mut dyn FnMut(&[u8]),
) -> anyhow::Result<()> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(from);
    let mut row = ByteRecord::new();
    if !reader.read_byte_record(&mut row).context("cannot read line 1")? {
        bail!("it is empty");
    }
    let index = column.map_or(Ok(0), |column| index_of(column, &row))?;
    while reader.read_byte_record(&mut row).with_context(|| {
        format!("cannot read the row after line {}", row.position().map_or(1, csv::Position::line))
    })? {
        give(&as_utf8(row.get(index).unwrap_or_default()));
    }
    Ok(())
}

/// A column by its name, or by its number where no column has that name.
fn index_of(column: &str, header: &ByteRecord) -> anyhow::Result<usize> {
    let is_named = |name: &[u8]| String::from_utf8_lossy(name).trim().eq_ignore_ascii_case(column.trim());
    let named: Vec<usize> = (0..header.len()).filter(|&index| is_named(&header[index])).collect();
    let numbered = || column.parse::<usize>().ok()?.checked_sub(1).filter(|&index| index < header.len());
    match (named.as_slice(), numbered()) {
        (&[index], _) | ([], Some(index)) => Ok(index),
        ([], None) => bail!(
            "line 1: there is no column `{column}` among {}; name one of the header, or its number from 1",
            header.len()
        ),
        (several, _) => {
            bail!("line 1: {} columns have the name `{column}`; say which by its number", several.len())
        }
    }
}

fn lines(from: &mut dyn BufRead, give: &mut dyn FnMut(&[u8])) -> anyhow::Result<()> {
    let mut line = vec![];
    let mut number = 0_u64;
    loop {
        line.clear();
        number += 1;
        // A line without end is no value; what is cut from it is another line.
        let read = (&mut *from).take(1 << 20).read_until(b'\n', &mut line);
        if read.with_context(|| format!("cannot read line {number}"))? == 0 {
            return Ok(());
        }
        give(&as_utf8(line.trim_ascii()));
    }
}

/// Old exports are Latin-1.
fn as_utf8(value: &[u8]) -> Cow<'_, [u8]> {
    if std::str::from_utf8(value).is_ok() {
        return Cow::Borrowed(value);
    }
    Cow::Owned(value.iter().map(|&byte| char::from(byte)).collect::<String>().into_bytes())
}

#[cfg(test)]
mod tests {
    use model::Kind;

    use super::*;

    fn read_all(name: &str, mut text: &[u8]) -> Result<Vec<String>, String> {
        let mut values = vec![];
        let spec = Spec::parse(name, Kind::Person);
        let mut give = |value: &[u8]| values.push(String::from_utf8(value.to_vec()).unwrap());
        read(&mut text, &spec, &mut give).map_err(|error| format!("{error:#}"))?;
        Ok(values)
    }

    #[test]
    fn values_are_those_of_the_column() {
        let table = b"id,E-Mail,name\n1,a@b.de,\"Doe, Jane\"\n2\n";
        for (name, text, expected) in [
            ("a.csv", &table[..], &["1", "2"][..]),
            ("a.csv:e-mail", table, &["a@b.de", ""]),
            ("a.csv:3", table, &["Doe, Jane", ""]),
            ("a.CSV:name", b"\xef\xbb\xbfname;mail\r\nM\xfcller;x\r\n", &["Müller"]),
            ("a.csv", b"name\nJane Doe\n", &["Jane Doe"]),
            ("a.tsv:2", b"a\tb\n1\t2\n", &["2"]),
            ("a.txt", b"\xef\xbb\xbfJane Doe\r\n\n  Jo, Roe ", &["Jane Doe", "", "Jo, Roe"]),
            ("a", b"", &[]),
        ] {
            assert_eq!(read_all(name, text).unwrap(), expected, "{name}");
        }
    }

    #[test]
    fn a_wrong_file_is_refused_without_its_values() {
        for (name, text, expected) in [
            ("a.csv:mail", &b"jane@b.de,jane\n"[..], "line 1: there is no column `mail` among 2;"),
            ("a.csv:0", b"jane,b\n", "line 1: there is no column `0` among 2;"),
            ("a.csv:3", b"jane,b\n", "line 1: there is no column `3` among 2;"),
            ("a.csv:B", b"a,b,b\n", "line 1: 2 columns have the name `B`"),
            ("a.csv", b"", "it is empty"),
            ("a.csv", b"jane\0", "it is no text"),
            ("a.txt:b", b"jane\n", "only .csv and .tsv files have columns"),
        ] {
            let error = read_all(name, text).unwrap_err();
            assert!(error.starts_with(expected) && !error.contains("jane"), "{name}: {error}");
        }
    }
}
