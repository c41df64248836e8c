//! What a process uses, measured by the sibling program `usage`.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use nix::sys::resource::{Usage as Resources, UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use serde::{Deserialize, Serialize};

/// What one run of a program used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Usage {
    /// Seconds of all its threads, user and system.
    pub cpu_s: f64,
    /// Seconds from start to end.
    pub wall_s: f64,
    /// Most memory that was resident at a time, in 10^6 bytes.
    pub peak_mb: f64,
    /// Exit code; -1 where a signal ended it.
    pub code: i32,
}

/// A program to measure; its output goes to files in a folder.
pub struct Job<'a> {
    /// Program, arguments and environment.
    pub command: Command,
    /// How often it runs.
    pub repeat: u32,
    /// What it gets on standard input: these bytes again and again, up to the number.
    pub input: Option<(&'a [u8], u64)>,
}

impl Job<'_> {
    /// A single run without input.
    pub fn new(command: Command) -> Self {
        Self { command, repeat: 1, input: None }
    }

    /// Runs it and tells what each run used. Standard output is in `stdout` of the folder, messages in `stderr`.
    ///
    /// # Errors
    /// Where the program does not start.
    pub fn measure(&self, folder: &Path) -> Result<Vec<Usage>, String> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        self.try_measure(folder).map_err(|error| format!("cannot measure {name}: {error}"))
    }

    fn try_measure(&self, folder: &Path) -> io::Result<Vec<Usage>> {
        let table = folder.join("usage");
        let mut child = self.wrapped(&table, folder)?.spawn()?;
        let fed = feed(&mut child, self.input);
        let status = child.wait()?;
        // A program that stops reading has its reasons, which its exit code tells.
        fed.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })?;
        if !status.success() {
            return Err(io::Error::other("it did not start"));
        }
        let rows = fs::read_to_string(table)?;
        Ok(rows.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
    }

    fn wrapped(&self, table: &Path, folder: &Path) -> io::Result<Command> {
        let mut command = Command::new(std::env::current_exe()?.with_file_name("usage"));
        command.arg(table).arg(self.repeat.to_string());
        command.arg(self.command.get_program()).args(self.command.get_args());
        command.envs(self.command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.stdin(if self.input.is_some() { Stdio::piped() } else { Stdio::null() });
        command.stdout(File::create(folder.join("stdout"))?).stderr(File::create(folder.join("stderr"))?);
        Ok(command)
    }
}

fn feed(child: &mut Child, input: Option<(&[u8], u64)>) -> io::Result<()> {
    let (Some(mut stdin), Some((bytes, mut left))) = (child.stdin.take(), input) else { return Ok(()) };
    while left > 0 && !bytes.is_empty() {
        let part = &bytes[..bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX))];
        stdin.write_all(part)?;
        left -= part.len() as u64;
    }
    Ok(())
}

/// The run with the least CPU time: on a busy machine the others tell more about the neighbours.
///
/// # Panics
/// Where there was no run.
pub fn best(runs: &[Usage]) -> Usage {
    *runs.iter().min_by(|left, right| left.cpu_s.total_cmp(&right.cpu_s)).expect("a job runs at least once")
}

/// CPU seconds of all children that ended, and the most memory that one of them had, in 10^6 bytes.
///
/// # Errors
/// Where the system does not tell.
pub fn of_children() -> io::Result<(f64, f64)> {
    let resources = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let unit = if cfg!(target_os = "macos") { 1.0 } else { 1024.0 };
    Ok((cpu_seconds(&resources), resources.max_rss() as f64 * unit / 1e6))
}

/// CPU seconds of the work, the best of five.
///
/// # Panics
/// Where the system does not tell.
pub fn own_cpu(mut work: impl FnMut()) -> f64 {
    let now = || cpu_seconds(&getrusage(UsageWho::RUSAGE_SELF).expect("every Unix tells"));
    let times = (0..5).map(|_| {
        let before = now();
        work();
        now() - before
    });
    times.fold(f64::INFINITY, f64::min)
}

fn cpu_seconds(resources: &Resources) -> f64 {
    (resources.user_time() + resources.system_time()).num_microseconds() as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: Usage = Usage { cpu_s: 2.0, wall_s: 1.0, peak_mb: 3.0, code: 0 };

    #[test]
    fn the_run_with_the_least_cpu_counts() {
        let runs = [RUN, Usage { cpu_s: 1.5, ..RUN }, Usage { cpu_s: 1.75, wall_s: 0.5, ..RUN }];
        assert_eq!(best(&runs), runs[1]);
    }

    #[test]
    fn work_takes_time() {
        let mut sum = 0_u64;
        let cpu_s = own_cpu(|| {
            for number in 0..3_000_000_u64 {
                sum = std::hint::black_box(sum ^ number);
            }
        });
        assert!(cpu_s > 0.0 && cpu_s < 60.0, "{cpu_s}");
    }

    #[test]
    fn a_pipe_is_fed_again_and_again_up_to_the_number() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        feed(&mut child, Some((b"abc", 8))).unwrap();
        assert_eq!(child.wait_with_output().unwrap().stdout, b"abcabcab");
    }
}
