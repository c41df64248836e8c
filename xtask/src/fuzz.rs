//! Builds the fuzz targets of `fuzz/` and runs each for a while.
//!
//! `cargo fuzz` would do the same; calling the compiler ourselves saves installing it, and a nightly toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cargo::{cargo, succeeds};
use crate::workspace;

/// Seconds for each target.
const SECONDS: u32 = 10;
/// The most runs of each target where no time is asked for: the same dice, as often, on a faster machine as well.
const RUNS: i64 = 5000;
/// Longest input that is tried, in bytes: the slow twins are slow.
const LONGEST: usize = 2048;
/// Seed of the placeholders in the corpus, and of the fuzzer's dice.
const SEED: u64 = 1;

/// What `cargo fuzz` gives to the compiler without a sanitizer: counters and compared values, which libFuzzer reads.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg",
    "fuzzing",
    "-Ccodegen-units=1",
];

/// Runs `--seconds N` of each target that is named, or of all; where it is not given, 10 seconds or 5,000 runs.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (limits, names) = read(arguments)?;
    let known = targets()?;
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("xtask: no target is called `{unknown}`; there are {}", known.join(", ")));
    }
    let names = if names.is_empty() { known } else { names };
    let programs = build()?;
    let failed: Vec<_> = names.into_iter().filter(|name| !runs(&programs, name, limits)).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("xtask: fuzzing failed: {}", failed.join(", "))) }
}

/// How long a target runs.
#[derive(Clone, Copy)]
struct Limits {
    seconds: u32,
    /// -1 for no limit.
    runs: i64,
}

fn read(arguments: &[String]) -> Result<(Limits, Vec<String>), String> {
    match arguments {
        [option, seconds, names @ ..] if option == "--seconds" => {
            let seconds = seconds.parse().map_err(|_| "xtask: --seconds takes a number".to_owned())?;
            Ok((Limits { seconds, runs: -1 }, names.to_vec()))
        }
        names => Ok((Limits { seconds: SECONDS, runs: RUNS }, names.to_vec())),
    }
}

/// Each has a folder of seeds.
fn targets() -> Result<Vec<String>, String> {
    let folders = files_of(&corpus())?;
    Ok(folders.iter().filter_map(|folder| Some(folder.file_name()?.to_str()?.to_owned())).collect())
}

/// Gives the folder of the programs.
fn build() -> Result<PathBuf, String> {
    let (host, target) = (host()?, workspace::target().join("fuzz"));
    let mut cargo = cargo(&["build", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
    // Naming the target keeps the flags from build scripts, which no fuzzer links.
    cargo.args(["--target", &host]).arg("--target-dir").arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    if !succeeds("fuzz build", &mut cargo) {
        return Err("xtask: the fuzz targets do not build".to_owned());
    }
    Ok(target.join(host).join("release"))
}

fn host() -> Result<String, String> {
    let version = Command::new("rustc").arg("-vV").current_dir(workspace::root()).output();
    let text = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.map_err(|error| format!("xtask: cannot start rustc: {error}"))?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "xtask: rustc does not say what it builds for".to_owned())
}

fn runs(programs: &Path, name: &str, limits: Limits) -> bool {
    let ready =
        seeds(name).and_then(|seeds| Ok((seeds, fresh(&["grown", name])?, fresh(&["crashes", name])?)));
    let (seeds, grown, crashes) = match ready {
        Ok(folders) => folders,
        Err(error) => {
            eprintln!("xtask: fuzz {name}: {error}");
            return false;
        }
    };
    let mut fuzzer = Command::new(programs.join(name));
    fuzzer.args([&grown, &seeds]).arg(format!("-artifact_prefix={}/", crashes.display())).args([
        format!("-max_total_time={}", limits.seconds),
        format!("-runs={}", limits.runs),
        format!("-max_len={LONGEST}"),
        format!("-seed={SEED}"),
        "-timeout=20".to_owned(),
        "-rss_limit_mb=1024".to_owned(),
        "-verbosity=0".to_owned(),
        "-print_final_stats=1".to_owned(),
    ]);
    let is_fine = succeeds(&format!("fuzz {name}"), &mut fuzzer);
    if !is_fine {
        eprintln!("xtask: what failed lies in {}; give that file to {name}", crashes.display());
    }
    is_fine
}

/// The corpus of a target, placeholders expanded: no file in the repository may look like a live token.
fn seeds(name: &str) -> Result<PathBuf, String> {
    let folder = fresh(&["seeds", name])?;
    for file in files_of(&corpus().join(name))? {
        let content = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let content = match String::from_utf8(content) {
            Ok(text) => patterns::expand(&text, SEED).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        let seed = folder.join(file.file_name().unwrap_or_default());
        fs::write(&seed, content).map_err(|error| format!("{}: {error}", seed.display()))?;
    }
    Ok(folder)
}

fn corpus() -> PathBuf {
    workspace::root().join("fuzz/corpus")
}

/// An empty folder for what a run makes.
fn fresh(path: &[&str]) -> Result<PathBuf, String> {
    let folder = path.iter().fold(workspace::target().join("fuzz"), |folder, part| folder.join(part));
    let told = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&folder).map_err(told)?;
    Ok(folder)
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}
