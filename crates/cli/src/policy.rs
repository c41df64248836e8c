//! `tagleaks policy`: the permissions that a sweep needs, and no more.

use anyhow::Context;
use fetcher::{CALLS, Source};
use serde_json::{Value, json};

use crate::args::PolicyArgs;
use crate::console;

/// Prints the policy as JSON and gives the exit code.
pub(crate) fn run(args: &PolicyArgs) -> anyhow::Result<u8> {
    let policy = serde_json::to_string_pretty(&policy(&args.sources.source))?;
    console::print(&(policy + "\n")).context("cannot write to stdout")?;
    Ok(0)
}

/// One statement per source, with every call that the fetcher's table has for it.
fn policy(sources: &[Source]) -> Value {
    let wanted = |source: &&Source| sources.is_empty() || sources.contains(source);
    let statements = Source::ALL.iter().filter(wanted).map(|&source| {
        let mut actions: Vec<_> =
            CALLS.iter().filter(|call| call.source == source).map(|call| call.action).collect();
        actions.sort_unstable();
        json!({ "Sid": sid(source), "Effect": "Allow", "Action": actions, "Resource": "*" })
    });
    json!({ "Version": "2012-10-17", "Statement": statements.collect::<Vec<_>>() })
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
        let actions = |sources: &[Source]| policy(sources)["Statement"].to_string();
        assert!(CALLS.iter().all(|call| actions(&[]).contains(call.action)));
        let tagging = actions(&[Source::Tagging]);
        assert!(tagging.contains("tag:GetResources") && !tagging.contains("iam:"), "{tagging}");
    }
}
