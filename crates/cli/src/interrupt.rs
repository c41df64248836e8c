//! Ctrl-C, and what a service manager sends to end a process.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;
use fetcher::Stop;

use crate::{closing, console};

/// Lets the first signal end a sweep with what is known so far, and the second one the process.
pub(crate) fn stops(stop: &Stop) -> anyhow::Result<()> {
    let stop = stop.clone();
    let is_second = AtomicBool::new(false);
    let handler = move || {
        if is_second.swap(true, Ordering::SeqCst) {
            std::process::exit(closing::ERROR.into());
        }
        console::say("tagleaks: stopping; once more ends it at once");
        stop.stop();
    };
    ctrlc::set_handler(handler).context("cannot listen to Ctrl-C")
}
