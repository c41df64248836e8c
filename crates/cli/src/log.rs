//! `-v` and `--log-format`: what a sweep does, call by call, on stderr.
//!
//! Only events of this program are written. Those of the libraries below it are not, at any level: the SDK's hold
//! requests and answers, and with them what customers wrote.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

use crate::args::{LogArgs, LogFormat};

/// Target of all events that are written.
pub(crate) const TARGET: &str = "tagleaks";

/// Begins to write the log, if one is asked for.
pub(crate) fn start(args: &LogArgs) {
    let level = match args.verbose {
        0 if args.log_format.is_none() => return,
        0 | 1 => LevelFilter::INFO,
        _ => LevelFilter::DEBUG,
    };
    let own = Targets::new().with_target(TARGET, level);
    let registry = tracing_subscriber::registry();
    match args.log_format.unwrap_or_default() {
        LogFormat::Text => {
            let layer = fmt::layer().with_writer(io::stderr).with_ansi(false).with_target(false);
            registry.with(layer.with_filter(own)).init();
        }
        LogFormat::Json => {
            let layer = fmt::layer().json().flatten_event(true).with_writer(io::stderr);
            registry.with(layer.with_filter(own)).init();
        }
    }
}
