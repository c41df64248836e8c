//! The reporter behind `--format pretty`.

use std::io::{self, Write};

use model::{Finding, Notice, Summary};

use super::palette::Palette;
use super::summary::Notices;
use super::{block, summary};
use crate::report::{Output, Reporter, Run, Sink};

/// Writes a block per finding as it comes, and the rest at the end.
pub(crate) struct Pretty {
    sink: Sink,
    palette: Palette,
    notices: Notices,
}

impl Pretty {
    pub(crate) fn new(output: Output) -> Self {
        Self { sink: output.sink, palette: Palette::new(output.color), notices: Notices::default() }
    }
}

impl Reporter for Pretty {
    fn begin(&mut self, _run: &Run) -> io::Result<()> {
        Ok(())
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let mut text = String::new();
        block::write(&mut text, finding, self.palette).map_err(io::Error::other)?;
        self.sink.write_all(text.as_bytes())
    }

    fn notice(&mut self, notice: &Notice) -> io::Result<()> {
        self.notices.add(notice);
        Ok(())
    }

    fn end(&mut self, summary: &Summary) -> io::Result<()> {
        let mut text = String::new();
        summary::write(&mut text, summary, &self.notices, self.palette);
        self.sink.write_all(text.as_bytes())?;
        self.sink.flush()
    }
}
