//! `tagleaks detectors`: what is looked for, and why something was found or not.
//!
//! - `list`, `explain`: what there is
//! - `trial`: what fires on a text; `all_examples`: whether every detector keeps its promises

mod all_examples;
mod explain;
mod list;
mod trial;

use anyhow::Context;

use crate::args::DetectorsCommand;
use crate::{closing, config, console, plan, selection};

/// Runs a subcommand and gives the exit code.
pub(crate) fn run(command: DetectorsCommand) -> anyhow::Result<u8> {
    let mut code = 0;
    let text = match command {
        DetectorsCommand::List { filter, format, config } => {
            list::list(&selection::detectors(&config::load(&config)?), &filter, format)
        }
        DetectorsCommand::Explain { id, format, config } => {
            explain::explain(&selection::detectors(&config::load(&config)?), &id, format)?
        }
        DetectorsCommand::Test { text: Some(text), key, all, config } => {
            let key = key.unwrap_or_default();
            trial::show(plan::trial(&config::load(&config)?)?.explain(&key, &trial::typed(text)?), all)
        }
        DetectorsCommand::Test { text: None, config, .. } => {
            let ran = all_examples::run(&config::load(&config)?)?;
            code = if ran.n_failed > 0 { closing::ERROR } else { 0 };
            ran.text
        }
    };
    console::print(&text).context("cannot write to stdout")?;
    Ok(code)
}
