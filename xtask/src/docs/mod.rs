//! Writes `docs/detectors.md`, the reference of all detectors.
//!
//! - [`detectors`]: one table for each kind
//! - [`identifiers`]: what covers each known identifier
//! - [`cell`]: text inside of a table

mod cell;
mod detectors;
mod identifiers;

use std::fs;
use std::path::PathBuf;

use crate::workspace;

const HEAD: &str = "\
# Detectors

Made by `cargo xtask docs` from the files under `patterns/`; do not edit it by hand.

Braces in an example stand for a generated value ([list](../patterns/README.md#placeholders)); `key = text` is a text
under a key. Confidence is that with context; context and validators are explained in
[patterns/README.md](../patterns/README.md).
";

/// Writes the file.
pub(crate) fn write() -> Result<(), String> {
    let file = file();
    let folder = file.parent().expect("the file stands in a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, text()))
        .map_err(|error| format!("xtask: {}: {error}", file.display()))
}

fn file() -> PathBuf {
    workspace::root().join("docs/detectors.md")
}

fn text() -> String {
    let detectors = patterns::builtin();
    [HEAD, &detectors::tables(detectors), &identifiers::table(detectors)].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_reference_is_current() {
        let committed = fs::read_to_string(file()).unwrap_or_default();
        assert!(committed == text(), "docs/detectors.md is old; run `cargo xtask docs`");
    }

    #[test]
    fn every_row_has_the_cells_of_its_table() {
        let mut n_cells = 0;
        for line in text().lines() {
            if !line.starts_with('|') {
                n_cells = 0;
                continue;
            }
            let found = line.replace("\\|", "").matches('|').count();
            assert!(n_cells == 0 || n_cells == found, "{line}");
            n_cells = found;
        }
    }
}
