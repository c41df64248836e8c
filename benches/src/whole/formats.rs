//! CPU and wall time for each input, with one thread and with two.

use std::fs;

use super::Options;
use super::command::{run, scan};
use super::inputs::Input;
use crate::report::{digits, table};
use crate::usage::{Job, Usage, best};

const HEAD: &[&str] = &[
    "input",
    "MB",
    "threads",
    "CPU s",
    "wall s",
    "GB per CPU s",
    "peak MB",
    "yardstick",
    "its CPU s",
    "of it",
];
/// Runs of each, of which the best counts.
const REPEAT: u32 = 2;

/// The table.
pub(super) fn report(options: &Options, inputs: &[Input], say: &mut dyn FnMut(&str)) -> String {
    let mut rows = Vec::new();
    for input in inputs {
        for threads in [1, 2] {
            say(&format!("{}, threads: {threads}", input.name));
            rows.push(match measure(options, input, threads) {
                Ok(usage) => row(input, threads, usage),
                // The others are worth having all the same.
                Err(why) => vec![input.name.clone(), why],
            });
        }
    }
    table(HEAD, &rows)
}

fn measure(options: &Options, input: &Input, threads: usize) -> Result<Usage, String> {
    if input.is_piped {
        return piped(options, input, threads);
    }
    let job = Job { repeat: REPEAT, ..Job::new(scan(options, threads, &input.path)) };
    Ok(best(&run(options, &job)?))
}

fn piped(options: &Options, input: &Input, threads: usize) -> Result<Usage, String> {
    let bytes = fs::read(&input.path).map_err(|error| format!("cannot read {}: {error}", input.name))?;
    let job = Job { input: Some((&bytes, input.size)), ..Job::new(scan(options, threads, "-")) };
    let runs: Result<Vec<_>, _> = (0..REPEAT).map(|_| run(options, &job)).collect();
    Ok(best(&runs?.concat()))
}

fn row(input: &Input, threads: usize, usage: Usage) -> Vec<String> {
    vec![
        input.name.clone(),
        format!("{:.0}", input.size as f64 / 1e6),
        threads.to_string(),
        digits(usage.cpu_s),
        digits(usage.wall_s),
        digits(input.size as f64 / usage.cpu_s / 1e9),
        format!("{:.0}", usage.peak_mb),
        input.yardstick.to_owned(),
        digits(input.yardstick_s),
        format!("{:.1} %", 100.0 * input.yardstick_s / usage.cpu_s),
    ]
}
