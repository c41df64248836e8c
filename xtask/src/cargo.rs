//! Runs of cargo.

use std::env;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::python::Python;
use crate::{fuzz, workspace};

const FMT: &[&str] = &["fmt", "--all", "--check"];
const CLIPPY: &[&str] = &["clippy", "--workspace", "--all-targets", "--keep-going", "--", "-D", "warnings"];
const DOC_TESTS: &[&str] = &["test", "--workspace", "--doc", "--quiet"];
const TESTS: &[&str] = &["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests", "--examples"];
const TESTS_NEXTEST: &[&str] = &["nextest", "run", "--workspace", "--no-fail-fast"];

/// Checks everything; goes on after a failure, so that one run shows all of them.
///
/// The tests come last: a log then ends with the runner's summary.
pub(crate) fn test(python: &Python, filter: &[String]) -> Result<(), String> {
    let tests = if has_nextest() { TESTS_NEXTEST } else { TESTS };
    let mut failed = Vec::new();
    for (name, arguments) in [("fmt", FMT), ("clippy", CLIPPY), ("doc tests", DOC_TESTS)] {
        if !succeeds(name, &mut cargo(arguments)) {
            failed.push(name);
        }
    }
    if filter.is_empty()
        && let Err(error) = fuzz::run(&[])
    {
        eprintln!("{error}");
        failed.push("fuzz");
    }
    let mut tests = cargo(tests);
    tests.args(filter).env("MOTO_SERVER", &python.moto_server);
    if !succeeds("tests", &mut tests) {
        failed.push("tests");
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("xtask: failed: {}", failed.join(", "))) }
}

/// Runs the criterion benches.
pub(crate) fn bench(arguments: &[String]) -> Result<(), String> {
    let mut cargo = cargo(&["bench", "--package", "benches", "--"]);
    if succeeds("bench", cargo.args(arguments)) { Ok(()) } else { Err("xtask: a bench failed".to_owned()) }
}

/// Prints what the detectors make of the labelled lines.
pub(crate) fn accuracy(arguments: &[String]) -> Result<(), String> {
    let mut cargo = cargo(&["run", "--quiet", "--package", "matcher", "--example", "accuracy", "--"]);
    if succeeds("accuracy", cargo.args(arguments)) { Ok(()) } else { Err("xtask: no report".to_owned()) }
}

/// Builds the command and the programs that measure it.
///
/// One after the other: together they would get other features of their dependencies, and be built anew.
pub(crate) fn build_for_benches() -> Result<(), String> {
    for package in ["tagleaks", "benches"] {
        if !succeeds(package, &mut cargo(&["build", "--release", "--bins", "--package", package])) {
            return Err(format!("xtask: {package} does not build"));
        }
    }
    Ok(())
}

pub(crate) fn cargo(arguments: &[&str]) -> Command {
    // Cargo sets CARGO to itself, so that the same toolchain runs the steps.
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(workspace::root());
    command
}

fn has_nextest() -> bool {
    let mut probe = cargo(&["nextest", "--version"]);
    probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

pub(crate) fn succeeds(name: &str, command: &mut Command) -> bool {
    eprintln!("xtask: {name}");
    let started = Instant::now();
    match command.status() {
        Ok(status) => {
            eprintln!("xtask: {name}: {status} after {:.1} s", started.elapsed().as_secs_f64());
            status.success()
        }
        Err(error) => {
            eprintln!("xtask: {name}: cannot start: {error}");
            false
        }
    }
}
