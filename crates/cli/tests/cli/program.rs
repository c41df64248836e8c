//! Runs the binary in a folder of its own.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder with files, gone when the test is done.
pub(crate) struct Folder(PathBuf);

/// What a run came to.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Folder {
    /// Makes a folder with files; `{placeholders}` in them become values that look alive.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tagleaks-{}-{number}", std::process::id()));
        // A repository of its own, so that nothing above it counts.
        fs::create_dir_all(folder.join(".git")).unwrap();
        for (name, text) in files {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, alive(text)).unwrap();
        }
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Runs the program here with words as arguments.
    pub(crate) fn run(&self, line: &str) -> Run {
        self.run_with(line.split_whitespace(), "", &[])
    }

    pub(crate) fn run_with<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
        stdin: &str,
        environment: &[(&str, &str)],
    ) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tagleaks"))
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("TAGLEAKS_KEY")
            .env_remove("RUST_BACKTRACE")
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The program may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(alive(stdin).as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The text with its placeholders expanded, the same way each time.
pub(crate) fn alive(text: &str) -> String {
    patterns::expand(text, 7)
}

impl Run {
    /// Holds a text in whatever it printed.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.stdout.contains(text) || self.stderr.contains(text)
    }
}

impl std::fmt::Debug for Run {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { code, stdout, stderr } = self;
        write!(formatter, "exit code {code}\n--- stdout\n{stdout}\n--- stderr\n{stderr}")
    }
}
