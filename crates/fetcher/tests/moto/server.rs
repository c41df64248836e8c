//! A moto server on a port of its own, stopped when it goes out of scope.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// A machine under load takes its time to import moto.
const START_TIMEOUT: Duration = Duration::from_mins(2);

/// A running server.
pub(crate) struct Server {
    process: Child,
    endpoint: String,
}

impl Server {
    /// Starts a server and waits until it listens.
    pub(crate) fn start() -> Self {
        let mut process = Command::new(moto_server())
            .args(["-H", "127.0.0.1", "-p", "0"])
            .env("PYTHONUNBUFFERED", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("moto_server starts");
        let log = process.stderr.take().expect("its standard error is a pipe");
        // From here on the process is stopped whatever happens.
        let mut server = Self { process, endpoint: String::new() };
        let (announce, announced) = channel();
        thread::spawn(move || watch(log, &announce));
        server.endpoint = announced.recv_timeout(START_TIMEOUT).expect("moto_server says where it listens");
        server
    }

    /// Its URL.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads the log to its end, so that the pipe never fills, and passes the URL on.
///
/// The socket listens before the line is written: no polling, and no race for a free port.
fn watch(log: ChildStderr, announce: &Sender<String>) {
    for line in BufReader::new(log).lines().map_while(Result::ok) {
        if let Some((_, address)) = line.split_once("Running on http://127.0.0.1:") {
            let port: String = address.chars().take_while(char::is_ascii_digit).collect();
            let _ = announce.send(format!("http://127.0.0.1:{port}"));
        }
    }
}

/// The Python interpreter that has moto and boto3.
pub(crate) fn python() -> PathBuf {
    moto_server().with_file_name("python")
}

fn moto_server() -> PathBuf {
    let in_target =
        || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("moto-venv").join("bin/moto_server");
    let program = env::var_os("MOTO_SERVER").map_or_else(in_target, PathBuf::from);
    assert!(
        program.exists(),
        "this test needs a moto server, and {} is missing; run `cargo xtask test`, which installs it",
        program.display()
    );
    program
}
