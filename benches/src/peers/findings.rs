//! Readers of the scanners' reports.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::truth::Found;

type Findings = Result<Vec<Found>, String>;

/// Lines with `line` and `text`, as our own programs around libraries print them.
pub(super) fn of_lines(folder: &Path) -> Findings {
    json_lines(&folder.join("stdout"), |row| found(&row["line"], &row["text"]))
}

/// The `jsonl` report under `--reveal`.
pub(super) fn of_tagleaks(folder: &Path) -> Findings {
    json_lines(&folder.join("report"), |row| found(&row["origin"]["line"], &row["value"]))
}

/// The `jsonl` report; its last line is a summary.
pub(super) fn of_kingfisher(folder: &Path) -> Findings {
    json_lines(&folder.join("report"), |row| found(&row["finding"]["line"], &row["finding"]["snippet"]))
}

/// `path:line:match` under `--only-matching`.
pub(super) fn of_ripsecrets(folder: &Path) -> Findings {
    Ok(read(&folder.join("stdout"))?.lines().filter_map(match_of_ripsecrets).collect())
}

fn match_of_ripsecrets(row: &str) -> Option<Found> {
    // The path is one that we chose, without a colon.
    let (line, text) = row.split_once(':')?.1.split_once(':')?;
    Some(Found { line: line.parse().ok()?, text: text.to_owned() })
}

fn json_lines(file: &Path, found: fn(&Value) -> Option<Found>) -> Findings {
    let text = read(file)?;
    let rows = text.lines().map(serde_json::from_str::<Value>);
    let found = rows.map(|row| row.map(|row| found(&row)));
    let found: Result<Vec<_>, _> = found.collect();
    Ok(found.map_err(|error| format!("{}: {error}", file.display()))?.into_iter().flatten().collect())
}

fn read(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn found(line: &Value, text: &Value) -> Option<Found> {
    Some(Found { line: line.as_u64()?, text: text.as_str()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_report_is_read() {
        type Read = fn(&Path) -> Findings;
        let folder = std::env::temp_dir().join(format!("tagleaks-findings-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let table: [(&str, &str, Read); 4] = [
            ("stdout", "{\"line\":7,\"text\":\"abcd\"}\n{\"line\":8,\"text\":null}\n", of_lines),
            ("report", "{\"origin\":{\"line\":7},\"value\":\"abcd\"}\n{\"type\":\"summary\"}\n", of_tagleaks),
            ("report", "{\"finding\":{\"line\":7,\"snippet\":\"abcd\"}}\n{\"findings\":1}\n", of_kingfisher),
            ("stdout", "tags.jsonl:7:abcd\nno match\n", of_ripsecrets),
        ];
        for (file, text, read) in table {
            fs::write(folder.join(file), text).unwrap();
            assert_eq!(read(&folder), Ok(vec![Found { line: 7, text: "abcd".to_owned() }]), "{text}");
        }
        fs::write(folder.join("stdout"), "Traceback").unwrap();
        assert!(of_lines(&folder).unwrap_err().contains("stdout"));
        fs::remove_dir_all(&folder).unwrap();
        assert!(of_lines(&folder).is_err());
    }

    #[test]
    fn a_match_with_colons_is_whole() {
        let found = match_of_ripsecrets("f:12:postgres://a:b@c").unwrap();
        assert_eq!((found.line, &*found.text), (12, "postgres://a:b@c"));
    }
}
