//! Opens the places that reports go to.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use reporter::{Output, Reporter, Sink};

use crate::args::{ScanArgs, Target, Targets, When};
use crate::progress::Bar;

/// How long a finding may wait for others to fill the buffer.
const PATIENCE: Duration = Duration::from_millis(50);

/// Opens every target and builds its reporter.
pub(crate) fn open(
    targets: &Targets,
    color: When,
    reveal: bool,
    bar: &Bar,
) -> anyhow::Result<Vec<Box<dyn Reporter>>> {
    let open = |target: &Target| {
        let output = match &target.file {
            Some(file) => {
                to_file(file, reveal).with_context(|| format!("cannot write {}", file.display()))?
            }
            None => to_stdout(color, reveal, bar)?,
        };
        Ok((target.format.build)(output))
    };
    targets.0.iter().map(open).collect()
}

fn to_stdout(color: When, reveal: bool, bar: &Bar) -> anyhow::Result<Output> {
    let is_terminal = io::stdout().is_terminal();
    if reveal && !is_terminal {
        bail!(
            "--reveal shows values on a terminal only; use --output FILE to get them in a file that only you can read"
        );
    }
    let sink: Sink = if is_terminal {
        Box::new(AroundBar { bar: bar.clone() })
    } else {
        Box::new(Prompt::new(io::stdout(), PATIENCE))
    };
    Ok(Output { sink, color: colored(color, is_terminal) })
}

fn colored(when: When, is_terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !is_set("NO_COLOR") && !is_dumb
        }
    }
}

/// Creates a file that only its owner can read, or takes that from an existing one.
fn to_file(path: &Path, reveal: bool) -> anyhow::Result<Output> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        make_private(&file)?;
        file.set_len(0)?;
    } else if reveal {
        bail!("--reveal needs a regular file, which only you can read");
    }
    Ok(Output { sink: Box::new(BufWriter::with_capacity(1 << 16, file)), color: false })
}

#[cfg(unix)]
pub(crate) fn make_private(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

#[cfg(not(unix))]
pub(crate) fn make_private(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Refuses a report that would take the place of a file that is to be scanned, whatever name or link leads there.
pub(crate) fn refuse_to_overwrite_input(args: &ScanArgs) -> anyhow::Result<()> {
    let files = args.common.targets.0.iter().filter_map(|target| target.file.as_deref());
    for file in files.filter(|file| file.is_file()) {
        // A file that cannot be compared cannot be opened either, which is told when that is tried.
        if args.paths.iter().any(|path| same_file::is_same_file(path, file).unwrap_or(false)) {
            bail!("{} is scanned and cannot take the report; choose another --output", file.display());
        }
        // `-o main.tf` is a slip of the hand; a report of the last run is meant to be replaced.
        if reporter::format_for_file(file).is_none() && is_in_scanned_folder(args, file) {
            bail!(
                "{} stands in a folder that is scanned and is no report; choose another --output",
                file.display()
            );
        }
    }
    Ok(())
}

fn is_in_scanned_folder(args: &ScanArgs, file: &Path) -> bool {
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let holds =
        |path: &PathBuf, folder: &Path| path.canonicalize().is_ok_and(|path| folder.starts_with(path));
    folder.canonicalize().is_ok_and(|folder| args.paths.iter().any(|path| holds(path, &folder)))
}

/// Refuses a report with values in a folder that is scanned: it would be scanned while it grows, without end.
pub(crate) fn refuse_to_scan_reports(args: &ScanArgs) -> anyhow::Result<()> {
    let files = args.common.targets.0.iter().filter_map(|target| target.file.as_deref());
    for file in files.filter(|_| args.common.reveal) {
        if is_in_scanned_folder(args, file) {
            bail!(
                "--reveal cannot write {} into a folder that is scanned; choose another place",
                file.display()
            );
        }
    }
    Ok(())
}

/// A pipe whose reader gets findings in big pieces, but does not wait long for the first ones.
///
/// It also makes the run notice soon that the reader went away.
struct Prompt<W: Write> {
    buffer: BufWriter<W>,
    patience: Duration,
    flushed: Instant,
}

impl<W: Write> Prompt<W> {
    fn new(sink: W, patience: Duration) -> Self {
        Self { buffer: BufWriter::with_capacity(1 << 16, sink), patience, flushed: Instant::now() }
    }
}

impl<W: Write> Write for Prompt<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.buffer.write(bytes)?;
        if self.flushed.elapsed() >= self.patience {
            self.flush()?;
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushed = Instant::now();
        self.buffer.flush()
    }
}

/// A terminal that a progress bar lives on as well: the bar steps aside for each write.
struct AroundBar {
    bar: Bar,
}

impl Write for AroundBar {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bar.step_aside(|| io::stdout().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_waits_no_longer_than_its_patience() {
        for (patience, expected) in [(Duration::ZERO, "finding"), (Duration::MAX, "")] {
            let mut sink = Prompt::new(vec![], patience);
            sink.write_all(b"finding").unwrap();
            assert_eq!(String::from_utf8_lossy(sink.buffer.get_ref()), expected, "{patience:?}");
        }
    }
}
