//! Runs a program and writes what each run used: `usage FILE REPEAT PROGRAM ARG…`.
//!
//! A process of its own, because the peak of memory is known of all children together: here they are all alike.
#![expect(clippy::print_stderr, reason = "a developer's tool: all it says is for people")]

use std::fs::File;
use std::io::{self, Write};
use std::process::{Command, ExitCode};
use std::time::Instant;

use benches::usage::{Usage, of_children};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, repeat, program, rest @ ..] = &arguments[..] else {
        eprintln!("usage: usage FILE REPEAT PROGRAM ARG…");
        return ExitCode::from(2);
    };
    match run(file, repeat.parse().unwrap_or(1), Command::new(program).args(rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("usage: {program}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(file: &str, repeat: u32, command: &mut Command) -> io::Result<()> {
    let mut file = File::create(file)?;
    for _ in 0..repeat {
        let usage = once(command)?;
        writeln!(file, "{}", serde_json::to_string(&usage)?)?;
    }
    Ok(())
}

fn once(command: &mut Command) -> io::Result<Usage> {
    let (before, _) = of_children()?;
    let started = Instant::now();
    let status = command.status()?;
    let wall_s = started.elapsed().as_secs_f64();
    let (after, peak_mb) = of_children()?;
    Ok(Usage { cpu_s: after - before, wall_s, peak_mb, code: status.code().unwrap_or(-1) })
}
