//! Comma-separated values that no spreadsheet runs as a formula.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};
use model::{Finding, Notice, Origin, Summary};

use crate::report::{Output, Reporter, Run, Sink};
use crate::visible::visible;

const HEADER: [&str; 22] = [
    "type",
    "severity",
    "confidence",
    "kind",
    "detector",
    "covers",
    "source",
    "partition",
    "account",
    "region",
    "service",
    "arn",
    "file",
    "line",
    "column",
    "offset",
    "path",
    "start",
    "end",
    "preview",
    "fingerprint",
    "help",
];

/// Writes a header and one row per finding or notice.
///
/// A notice has its code in `detector` and its message in `help`, so that a hole is seen in the table as well.
pub(crate) struct Csv {
    writer: Writer<Sink>,
    reveal: bool,
}

impl Csv {
    pub(crate) fn new(output: Output) -> Self {
        let writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(output.sink);
        Self { writer, reveal: false }
    }

    fn row(&mut self, cells: &[Cow<'_, str>]) -> io::Result<()> {
        Ok(self.writer.write_record(cells.iter().map(|text| cell(text).into_owned()))?)
    }
}

impl Reporter for Csv {
    fn begin(&mut self, run: &Run) -> io::Result<()> {
        self.reveal = run.reveal;
        let value = run.reveal.then_some("value");
        Ok(self.writer.write_record(HEADER.into_iter().chain(value))?)
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let mut row: Vec<Cow<'_, str>> = vec![
            "finding".into(),
            finding.severity.as_str().into(),
            finding.confidence.as_str().into(),
            finding.kind.as_str().into(),
            (&*finding.detector).into(),
            (&*finding.covers).into(),
        ];
        row.extend(origin_cells(&finding.origin));
        row.extend([
            finding.path.as_str().into(),
            finding.span.start.to_string().into(),
            finding.span.end.to_string().into(),
            finding.preview.as_str().into(),
            finding.fingerprint.as_str().into(),
            (&*finding.help).into(),
        ]);
        if self.reveal {
            row.push(finding.value.as_ref().map_or("", |value| value.expose()).into());
        }
        self.row(&row)
    }

    fn notice(&mut self, notice: &Notice) -> io::Result<()> {
        let mut row = vec![
            Cow::from("notice"),
            "".into(),
            "".into(),
            "".into(),
            notice.code.as_str().into(),
            "".into(),
        ];
        row.extend(origin_cells(&notice.origin));
        row.extend(["", "", "", "", "", notice.message.as_str()].map(Cow::from));
        row.extend(self.reveal.then_some(Cow::from("")));
        self.row(&row)
    }

    fn end(&mut self, _summary: &Summary) -> io::Result<()> {
        self.writer.flush()
    }
}

fn origin_cells(origin: &Origin) -> [Cow<'_, str>; 10] {
    let text = |field: &'_ Option<std::sync::Arc<str>>| field.as_deref().unwrap_or("").to_owned().into();
    let number = |field: Option<u64>| field.map(|count| count.to_string()).unwrap_or_default().into();
    [
        origin.source.into(),
        text(&origin.partition),
        text(&origin.account),
        text(&origin.region),
        text(&origin.service),
        text(&origin.arn),
        text(&origin.path),
        number(origin.line),
        number(origin.column),
        number(origin.offset),
    ]
}

/// Keeps a cell on one line and out of the formula parser.
fn cell(text: &str) -> Cow<'_, str> {
    let safe = visible(text);
    let first = safe.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
        || text.starts_with(['\t', '\r'])
    {
        return Cow::Owned(format!("'{safe}"));
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_starts_a_formula() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\\t=1"),
            ("\r=1", "'\\r=1"),
            ("\n=1", "\\n=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }
}
