//! A line now and then, where stderr is no terminal: the log of a nightly job shows that it lives.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::console;

/// How often a line is written.
const EVERY: Duration = Duration::from_secs(10);

/// Writes lines until it is dropped.
pub(super) struct Plain(#[expect(dead_code, reason = "dropping it ends the thread")] Sender<()>);

impl Plain {
    /// Starts a thread that writes what `line` gives.
    pub(super) fn start(line: impl Fn() -> String + Send + 'static) -> Self {
        let (sender, ends) = channel();
        thread::spawn(move || tell(&ends, EVERY, || console::say(&format!("tagleaks: {}", line()))));
        Self(sender)
    }
}

fn tell(ends: &Receiver<()>, every: Duration, mut say: impl FnMut()) {
    while ends.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
        say();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_until_the_end() {
        let (sender, ends) = channel();
        let mut sender = Some(sender);
        let mut lines = 0;
        tell(&ends, Duration::ZERO, || {
            lines += 1;
            if lines == 3 {
                sender = None;
            }
        });
        assert_eq!(lines, 3);
    }
}
