//! Python environments with pinned packages: for the tests that talk to a moto server, and for the benches of peers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

/// Oldest Python that the pinned packages run on.
const OLDEST: (u32, u32) = (3, 11);
/// Copy of the requirements that the environment was made from. Written last: without it the environment is
/// unfinished.
const STAMP: &str = "tagleaks-requirements.txt";

/// What an environment is made of.
struct Recipe {
    /// Its folder under `target/`.
    folder: &'static str,
    /// File with every package and its version.
    requirements: &'static str,
    /// Imports something that works only where the environment is whole.
    probe: &'static str,
}

/// For the tests, which alone use the file.
const MOTO: Recipe = Recipe {
    folder: "moto-venv",
    requirements: "crates/cli/tests/moto/requirements.txt",
    probe: "import boto3",
};
/// For the benches.
const PEERS: Recipe = Recipe {
    folder: "bench/peers-venv",
    requirements: "benches/peers/requirements.txt",
    probe: "import detect_secrets, kingfisher",
};

/// Programs of the environment.
pub(crate) struct Python {
    /// The fake AWS that the tests start.
    pub(crate) moto_server: PathBuf,
}

/// Makes the environment of the tests under `target/`, or reuses it where nothing has changed.
pub(crate) fn environment() -> Result<Python, String> {
    Ok(Python { moto_server: program(&made(&MOTO)?, "moto_server") })
}

/// Makes the environment of the peers, and gives Python and kingfisher of it.
pub(crate) fn peers() -> Result<(PathBuf, PathBuf), String> {
    let folder = made(&PEERS)?;
    Ok((program(&folder, "python"), program(&folder, "kingfisher")))
}

fn made(recipe: &Recipe) -> Result<PathBuf, String> {
    let folder = workspace::target().join(recipe.folder);
    let requirements_file = workspace::root().join(recipe.requirements);
    let requirements = fs::read_to_string(&requirements_file)
        .map_err(|error| format!("cannot read {}: {error}", requirements_file.display()))?;
    if !is_current(&folder, &requirements, recipe.probe) {
        eprintln!("xtask: installing {} into {}", recipe.requirements, folder.display());
        create(&folder)?;
        install(&folder, &requirements_file)?;
        fs::write(folder.join(STAMP), requirements)
            .map_err(|error| format!("cannot write into {}: {error}", folder.display()))?;
    }
    Ok(folder)
}

fn is_current(folder: &Path, requirements: &str, probe: &str) -> bool {
    let same = fs::read_to_string(folder.join(STAMP)).is_ok_and(|stamp| stamp == requirements);
    // An environment dies with the Python it was made from, and links to its place.
    same && Command::new(program(folder, "python"))
        .args(["-c", probe])
        .output()
        .is_ok_and(|output| output.status.success())
}

fn create(folder: &Path) -> Result<(), String> {
    let python = find()?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
    }
    run(Command::new(python).args(["-m", "venv"]).arg(folder), "python -m venv")
}

fn install(folder: &Path, requirements_file: &Path) -> Result<(), String> {
    let mut pip = Command::new(program(folder, "python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    run(pip.arg(requirements_file), "pip install")
}

/// A Python that can make environments.
fn find() -> Result<&'static str, String> {
    let (major, minor) = OLDEST;
    let probe = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < ({major}, {minor}))");
    let works = |name: &&str| {
        Command::new(name).args(["-c", &probe]).output().is_ok_and(|output| output.status.success())
    };
    ["python3", "python"].into_iter().find(works).ok_or_else(|| {
        format!(
            "this needs Python {major}.{minor} or newer with its venv module as `python3` on the PATH \
             (Debian and Ubuntu: apt-get install python3-venv)"
        )
    })
}

fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(name)
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` failed ({status}); its own message stands above")),
        Err(error) => Err(format!("cannot start `{name}`: {error}")),
    }
}
