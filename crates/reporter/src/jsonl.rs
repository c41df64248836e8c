//! JSON Lines: the wire format, of which all other formats are views.

use std::io::{self, Write};

use model::{Finding, Notice, Summary};
use serde::Serialize;

use crate::json::to_line;
use crate::report::{Output, Reporter, Run, Sink};

/// Writes one JSON object per finding, notice and summary.
pub(crate) struct Jsonl {
    sink: Sink,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Finding(&'a Finding),
    Notice(&'a Notice),
    Summary(&'a Summary),
}

impl Jsonl {
    pub(crate) fn new(output: Output) -> Self {
        Self { sink: output.sink }
    }

    fn line(&mut self, line: &Line<'_>) -> io::Result<()> {
        let mut bytes = to_line(line)?;
        bytes.push(b'\n');
        self.sink.write_all(&bytes)
    }
}

impl Reporter for Jsonl {
    fn begin(&mut self, _run: &Run) -> io::Result<()> {
        Ok(())
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        self.line(&Line::Finding(finding))
    }

    fn notice(&mut self, notice: &Notice) -> io::Result<()> {
        self.line(&Line::Notice(notice))
    }

    fn end(&mut self, summary: &Summary) -> io::Result<()> {
        self.line(&Line::Summary(summary))?;
        self.sink.flush()
    }
}
