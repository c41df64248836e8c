//! The lines of this sweep.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use model::{Coverage, Finding, Outcome};
use serde_json::{Value, json};

use super::VERSION;
use super::read::Earlier;
use crate::output;

/// How often the file is forced to the disk, so that a machine that dies loses no more than this.
const SYNC: Duration = Duration::from_secs(1);

/// Appends lines to a file.
pub(super) struct Writer {
    file: BufWriter<File>,
    synced: Instant,
    /// Bytes of values since the last row.
    bytes: u64,
    /// The first failure; the sweep goes on without a checkpoint, and says so at its end.
    failure: Option<io::Error>,
}

impl Writer {
    /// Writes the file anew, with what is known from an earlier sweep, and puts it into its place at once.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn open(path: &Path, (options, earlier): (&str, &Earlier)) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push(".new");
        let mut new = OpenOptions::new();
        new.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
        let file = new.open(&name)?;
        output::make_private(&file)?;
        let mut writer = Self { file: BufWriter::new(file), synced: Instant::now(), bytes: 0, failure: None };
        let head =
            json!({ "type": "checkpoint", "version": VERSION, "options": options, "key": hex(&earlier.key) });
        writer.line(&head)?;
        earlier.findings.iter().try_for_each(|finding| writer.finding(finding))?;
        writer.bytes = earlier.bytes;
        earlier.rows.iter().try_for_each(|row| writer.row(row))?;
        writer.file.flush()?;
        writer.file.get_ref().sync_data()?;
        std::fs::rename(&name, path)?;
        Ok(writer)
    }

    /// Appends an outcome.
    pub(super) fn note(&mut self, outcome: &Outcome) {
        let written = match outcome {
            Outcome::Scanned { findings, bytes, .. } => {
                self.bytes += bytes;
                findings.iter().try_for_each(|finding| self.finding(finding))
            }
            Outcome::Coverage(row) => self.row(row).and_then(|()| self.sync()),
            Outcome::Notice(_) => Ok(()),
        };
        if let Err(error) = written {
            self.failure.get_or_insert(error);
        }
    }

    /// Brings everything to the disk.
    ///
    /// # Errors
    /// The first failure since the file was opened.
    pub(super) fn close(mut self) -> io::Result<()> {
        self.failure.take().map_or(Ok(()), Err)?;
        self.file.flush()?;
        self.file.get_ref().sync_data()
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let mut line = serde_json::to_value(finding)?;
        line["type"] = "finding".into();
        // No file but a report holds a value, and that only if it was asked for.
        line.as_object_mut().map(|line| line.remove("value"));
        self.line(&line)
    }

    fn row(&mut self, row: &Coverage) -> io::Result<()> {
        let mut line = serde_json::to_value(row)?;
        line["type"] = "coverage".into();
        line["bytes"] = std::mem::take(&mut self.bytes).into();
        self.line(&line)
    }

    fn line(&mut self, line: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut self.file, line)?;
        self.file.write_all(b"\n")
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.flush()?;
        if self.synced.elapsed() >= SYNC {
            self.file.get_ref().sync_data()?;
            self.synced = Instant::now();
        }
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
