//! One line per finding, for grep, editors and hooks; notices are left to stderr.

use std::fmt::Write as _;
use std::io::{self, Write};

use model::{Finding, Origin, Summary};

use crate::pretty::Palette;
use crate::report::{Output, Reporter, Run, Sink};
use crate::visible::visible;

/// Writes `place: severity detector preview (path)`; says nothing where nothing was found.
pub(crate) struct Concise {
    sink: Sink,
    palette: Palette,
}

impl Concise {
    pub(crate) fn new(output: Output) -> Self {
        Self { sink: output.sink, palette: Palette::new(output.color) }
    }
}

impl Reporter for Concise {
    fn begin(&mut self, _run: &Run) -> io::Result<()> {
        Ok(())
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let severity = self.palette.severity(finding.severity);
        let shown = finding.value.as_ref().map_or(finding.preview.as_str(), |value| value.expose());
        let mut line = format!(
            "{}: {severity}{}{severity:#} {} {}",
            place(&finding.origin),
            finding.severity,
            visible(&finding.detector),
            visible(shown),
        );
        if !finding.path.is_empty() {
            let _ = write!(line, " ({})", visible(&finding.path));
        }
        line.push('\n');
        self.sink.write_all(line.as_bytes())
    }

    fn end(&mut self, _summary: &Summary) -> io::Result<()> {
        self.sink.flush()
    }
}

/// `file:line:column`, or the ARN, or what is known of account and region.
fn place(origin: &Origin) -> String {
    if let Some(path) = &origin.path {
        let mut place = visible(path).into_owned();
        for number in [origin.line, origin.column].into_iter().flatten() {
            let _ = write!(place, ":{number}");
        }
        return place;
    }
    if let Some(arn) = &origin.arn {
        return visible(arn).into_owned();
    }
    let parts = [&origin.service, &origin.region, &origin.account];
    let known: Vec<_> = parts.into_iter().flatten().map(|part| visible(part)).collect();
    if known.is_empty() { origin.source.to_owned() } else { known.join(" ") }
}
