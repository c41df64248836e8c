//! What people read on stderr, and plain text on stdout.

use std::io::{self, Write};

use reporter::visible;

use crate::config::Faults;

/// Writes a line to stderr; a closed stderr is nobody's fault.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Says why nothing or not all could be done, causes included.
pub(crate) fn error(error: &anyhow::Error) {
    if let Some(faults) = error.downcast_ref::<Faults>() {
        return faults.lines().for_each(|line| say(&format!("error: {line}")));
    }
    say(&format!("error: {}", visible(&format!("{error:#}"))));
}

/// Whether nobody reads the report any more, which ends a run early but is nothing to complain about.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes text to stdout; a reader that has seen enough is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
