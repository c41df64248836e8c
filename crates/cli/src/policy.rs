//! `tagleaks policy`: the permissions that a sweep needs, and no more.

use anyhow::Context;
use fetcher::{CALLS, Source};
use serde::Serialize;

use crate::args::PolicyArgs;
use crate::console;

/// Prints the policy as JSON and gives the exit code.
pub(crate) fn run(args: &PolicyArgs) -> anyhow::Result<u8> {
    let policy = serde_json::to_string_pretty(&policy(&args.sources.source))?;
    console::print(&(policy + "\n")).context("cannot write to stdout")?;
    Ok(0)
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Policy {
    version: &'static str,
    statement: Vec<Statement>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    sid: String,
    effect: &'static str,
    action: Vec<&'static str>,
    resource: &'static str,
}

/// One statement per source, with every call that the fetcher's table has for it.
fn policy(sources: &[Source]) -> Policy {
    let wanted = |source: &&Source| sources.is_empty() || sources.contains(source);
    let statements = Source::ALL.iter().filter(wanted).map(|&source| {
        let mut actions: Vec<_> =
            CALLS.iter().filter(|call| call.source == source).map(|call| call.action).collect();
        actions.sort_unstable();
        Statement { sid: sid(source), effect: "Allow", action: actions, resource: "*" }
    });
    Policy { version: "2012-10-17", statement: statements.collect() }
}

/// `TagleaksIam`: a Sid takes letters and digits only.
fn sid(source: Source) -> String {
    let (first, rest) = source.as_str().split_at(1);
    format!("Tagleaks{}{rest}", first.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_holds_the_calls_of_its_sources_alone() {
        let actions = |sources: &[Source]| serde_json::to_string(&policy(sources)).unwrap();
        assert!(CALLS.iter().all(|call| actions(&[]).contains(call.action)));
        let tagging = actions(&[Source::Tagging]);
        assert!(tagging.contains("tag:GetResources") && !tagging.contains("iam:"), "{tagging}");
    }
}
