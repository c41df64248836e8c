//! What every format implements.

use std::io::{self, Write};
use std::time::Instant;

use model::{Finding, Notice, Summary};

/// Turns findings into the bytes of one format.
pub trait Reporter {
    /// Writes what comes before the first finding.
    ///
    /// # Errors
    /// Where the output cannot be written.
    fn begin(&mut self, run: &Run) -> io::Result<()>;

    /// Writes one finding.
    ///
    /// # Errors
    /// Where the output cannot be written.
    fn finding(&mut self, finding: &Finding) -> io::Result<()>;

    /// Writes or keeps a notice; formats without a place for notices leave it to stderr.
    ///
    /// # Errors
    /// Where the output cannot be written.
    fn notice(&mut self, _notice: &Notice) -> io::Result<()> {
        Ok(())
    }

    /// Writes what comes after the last finding, and flushes.
    ///
    /// # Errors
    /// Where the output cannot be written.
    fn end(&mut self, summary: &Summary) -> io::Result<()>;
}

/// What reporters need to know of a run before it starts.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Version of the program.
    pub version: &'static str,
    /// Whether findings carry raw values.
    pub reveal: bool,
    /// When it began.
    pub started: Instant,
}

/// Where the bytes of a report go.
pub type Sink = Box<dyn Write>;

/// A sink and what it can show.
pub struct Output {
    /// Takes the bytes.
    pub sink: Sink,
    /// Whether it understands ANSI colours.
    pub color: bool,
}
