//! The table of formats.

use crate::concise::Concise;
use crate::csv::Csv;
use crate::jsonl::Jsonl;
use crate::pretty::Pretty;
use crate::report::{Output, Reporter};
use crate::sarif::Sarif;

/// A format by name.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name for `--format`.
    pub name: &'static str,
    /// What it is good for, in a few words.
    pub about: &'static str,
    /// Ending of files that get this format unless told otherwise.
    pub ending: Option<&'static str>,
    /// Makes a reporter that writes to an output.
    pub build: fn(Output) -> Box<dyn Reporter>,
}

/// Every format, the default first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "pretty",
        about: "blocks for people, with a summary",
        ending: Some("txt"),
        build: |output| Box::new(Pretty::new(output)),
    },
    Format {
        name: "concise",
        about: "one line per finding, path:line:column first",
        ending: None,
        build: |output| Box::new(Concise::new(output)),
    },
    Format {
        name: "jsonl",
        about: "one JSON object per line: findings, notices, a summary",
        ending: Some("jsonl"),
        build: |output| Box::new(Jsonl::new(output)),
    },
    Format {
        name: "csv",
        about: "one row per finding or notice, for spreadsheets",
        ending: Some("csv"),
        build: |output| Box::new(Csv::new(output)),
    },
    Format {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning; never holds raw values",
        ending: Some("sarif"),
        build: |output| Box::new(Sarif::new(output)),
    },
];

/// The format of a name.
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The format that a file's ending asks for.
pub fn format_for_file(path: &std::path::Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?;
    FORMATS.iter().find(|format| format.ending == Some(ending))
}
