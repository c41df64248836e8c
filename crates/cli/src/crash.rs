//! A bug ends the run with one sentence, without the panic's payload, which might hold a value.

use std::panic::{self, UnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{closing, console};

static CRASHED: AtomicBool = AtomicBool::new(false);

/// Replaces the message of every panic, on every thread.
pub(crate) fn install() {
    panic::set_hook(Box::new(|info| {
        CRASHED.store(true, Ordering::SeqCst);
        let place =
            info.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        console::say(&format!(
            "error: this is a bug in tagleaks{place}; the run is incomplete, please report it"
        ));
    }));
}

/// Gives the exit code of the work; any panic, on whatever thread, makes it that of an error.
pub(crate) fn guard(work: impl FnOnce() -> u8 + UnwindSafe) -> u8 {
    let code = panic::catch_unwind(work).unwrap_or(closing::ERROR);
    if CRASHED.load(Ordering::SeqCst) { closing::ERROR } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_and_everything_else_keeps_its_code() {
        assert_eq!(guard(|| 1), 1);
        assert_eq!(guard(|| panic::resume_unwind(Box::new("a value"))), closing::ERROR);
    }
}
