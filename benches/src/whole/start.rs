//! CPU time of runs that are over before they have begun: what a hook before each commit costs.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use super::Options;
use super::command::{run, scan};
use crate::corpus::lines_up_to;
use crate::report::{digits, table};
use crate::usage::{Job, Usage, best};
use crate::{corpus, iac};

const HEAD: &[&str] = &["start-up", "CPU ms, best", "CPU ms, median", "wall ms, median", "peak MB"];
const REPEAT: u32 = 40;
/// Size of the small file, with a finding or two.
const SMALL: usize = 20_000;
const FILES: usize = 20;

/// The table.
pub(super) fn report(options: &Options) -> Result<String, String> {
    let (file, folder) = inputs(options).map_err(|error| format!("cannot make the small inputs: {error}"))?;
    let mut version = Command::new(&options.program);
    version.arg("--version");
    let commands = [
        ("`--version`", version),
        ("one file of 20 kB", scan(options, 1, file)),
        ("20 IaC files", scan(options, 1, folder)),
    ];
    let rows: Result<Vec<_>, String> = commands
        .into_iter()
        .map(|(name, command)| {
            let runs = run(options, &Job { repeat: REPEAT, ..Job::new(command) })?;
            Ok(row(name, &runs))
        })
        .collect();
    Ok(table(HEAD, &rows?))
}

fn inputs(options: &Options) -> io::Result<(PathBuf, PathBuf)> {
    let lines = corpus(1_000_000);
    let (file, folder) = (options.folder.join("small.jsonl"), options.folder.join("small"));
    fs::write(&file, lines_up_to(&lines, SMALL))?;
    iac::write(&lines, &folder, FILES)?;
    Ok((file, folder))
}

fn row(name: &str, runs: &[Usage]) -> Vec<String> {
    let milliseconds = |seconds: f64| digits(1000.0 * seconds);
    vec![
        name.to_owned(),
        milliseconds(best(runs).cpu_s),
        milliseconds(median(runs, |run| run.cpu_s)),
        milliseconds(median(runs, |run| run.wall_s)),
        digits(runs.iter().map(|run| run.peak_mb).fold(0.0, f64::max)),
    ]
}

fn median(runs: &[Usage], figure: fn(&Usage) -> f64) -> f64 {
    let mut figures: Vec<f64> = runs.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_run_does_not_move_the_median() {
        let run = |cpu_s| Usage { cpu_s, wall_s: 0.0, peak_mb: 0.0, code: 0 };
        assert!((median(&[run(9.0), run(1.0), run(2.0)], |run| run.cpu_s) - 2.0).abs() < 1e-9);
    }
}
