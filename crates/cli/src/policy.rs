//! `tagleaks policy`: the permissions that a sweep needs, and no more.

use anyhow::Context;
use fetcher::{Source, policy::least_privilege};

use crate::args::PolicyArgs;
use crate::console;

/// Prints the policy as JSON and gives the exit code.
pub(crate) fn run(args: &PolicyArgs) -> anyhow::Result<u8> {
    let chosen = &args.sources.source;
    let sources = if chosen.is_empty() { Source::ALL } else { chosen };
    let policy = serde_json::to_string_pretty(&least_privilege(sources))?;
    console::print(&(policy + "\n")).context("cannot write to stdout")?;
    Ok(0)
}
