//! The benches: those of criterion, the whole command, and other scanners on the same corpus.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{cargo, python, workspace};

/// Its crate, with its version.
const RIPSECRETS: [&str; 2] = ["ripsecrets", "0.1.11"];

/// Runs what the first argument says.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    match arguments.split_first() {
        Some((mode, rest)) if mode == "--peers" => peers(rest),
        Some((mode, rest)) if mode == "--whole" => whole(rest),
        _ => cargo::bench(arguments),
    }
}

fn peers(arguments: &[String]) -> Result<(), String> {
    cargo::build_for_benches()?;
    let mut command = Command::new(release("peers"));
    command.arg("--own").arg(own()).arg("--folder").arg(folder());
    for (tool, program) in tools() {
        let mut pair = std::ffi::OsString::from(format!("{tool}="));
        pair.push(program);
        command.arg(pair);
    }
    finish("peers", command.args(arguments))
}

fn whole(arguments: &[String]) -> Result<(), String> {
    cargo::build_for_benches()?;
    let mut command = Command::new(release("whole"));
    command.arg("--program").arg(release("tagleaks")).arg("--folder").arg(folder());
    finish("whole", command.args(arguments))
}

/// Programs by name; one that cannot be installed is left out.
fn tools() -> Vec<(&'static str, PathBuf)> {
    let mut tools = vec![("tagleaks", release("tagleaks"))];
    match python::peers() {
        Ok((python, kingfisher)) => tools.extend([("detect-secrets", python), ("kingfisher", kingfisher)]),
        Err(message) => eprintln!("xtask: no Python peers: {message}"),
    }
    tools.extend(datadog().map(|program| ("datadog", program)));
    tools.extend(ripsecrets().map(|program| ("ripsecrets", program)));
    tools
}

/// Builds the program around Datadog's crate, which is a workspace of its own.
fn datadog() -> Option<PathBuf> {
    let target = folder().join("datadog");
    let manifest = own().join("datadog/Cargo.toml");
    let mut command = cargo::cargo(&["build", "--release", "--locked", "--manifest-path"]);
    command.arg(manifest).arg("--target-dir").arg(&target);
    cargo::succeeds("datadog", &mut command).then(|| program(&target.join("release"), "datadog"))
}

fn ripsecrets() -> Option<PathBuf> {
    let root = folder().join("ripsecrets");
    let [name, version] = RIPSECRETS;
    let mut command = cargo::cargo(&["install", "--locked", name, "--version", version, "--root"]);
    command.arg(&root).arg("--target-dir").arg(root.join("target"));
    cargo::succeeds("ripsecrets", &mut command).then(|| program(&root.join("bin"), name))
}

fn finish(name: &str, command: &mut Command) -> Result<(), String> {
    if cargo::succeeds(name, command) { Ok(()) } else { Err(format!("xtask: {name} failed")) }
}

fn own() -> PathBuf {
    workspace::root().join("benches/peers")
}

fn folder() -> PathBuf {
    workspace::target().join("bench")
}

fn release(name: &str) -> PathBuf {
    program(&workspace::target().join("release"), name)
}

fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)
}
