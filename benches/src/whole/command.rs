//! How the command is called.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use super::Options;
use crate::usage::{Job, Usage};

/// A scan whose report nobody reads.
pub(super) fn scan(options: &Options, threads: usize, path: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(&options.program);
    command.args(["scan", "--no-config", "--format=concise", "--output=/dev/null"]);
    command.arg(format!("--threads={threads}")).arg(path);
    command
}

/// Runs the job; a run that did not scan everything is an error.
pub(super) fn run(options: &Options, job: &Job<'_>) -> Result<Vec<Usage>, String> {
    let runs = job.measure(&options.folder)?;
    match runs.iter().find(|run| !matches!(run.code, 0 | 1)) {
        None => Ok(runs),
        Some(run) => {
            let said = fs::read_to_string(options.folder.join("stderr")).unwrap_or_default();
            let last = said.lines().last().unwrap_or_default();
            Err(format!("exit code {}: {last}", run.code))
        }
    }
}
