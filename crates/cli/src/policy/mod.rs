//! `tagleaks policy`: the permissions that a sweep needs, and no more.
//!
//! - `terraform`, `stackset`: the same as infrastructure code

mod stackset;
mod terraform;

use anyhow::{Context, bail};
use fetcher::Source;
use fetcher::policy::{Wanted, least_privilege};
use serde_json::Value;

use crate::args::{PolicyArgs, PolicyFormat};
use crate::console;

/// Prints the policy and gives the exit code.
pub(crate) fn run(args: &PolicyArgs) -> anyhow::Result<u8> {
    let chosen = &args.sources.source;
    let sources = if chosen.is_empty() { Source::ALL } else { chosen };
    // A role in each account reads its sources; who manages the organization lists it and enters the roles.
    let is_manager = args.org && args.format != PolicyFormat::Stackset;
    let organization_role = is_manager.then_some(args.role_name.as_str());
    let policies = least_privilege(Wanted { sources, optional: args.data, organization_role });
    let text = match args.format {
        PolicyFormat::Json => json(args, &policies)?,
        PolicyFormat::Terraform => terraform::write(&policies),
        PolicyFormat::Stackset => stackset::write(&policies, &args.role_name, args.external_id.as_deref()),
    };
    console::print(&text).context("cannot write to stdout")?;
    Ok(0)
}

/// All in one document, or one of those that fit into a managed policy.
fn json(args: &PolicyArgs, policies: &[Value]) -> anyhow::Result<String> {
    let policy = match args.part {
        Some(part) => match policies.get(usize::from(part) - 1) {
            Some(policy) => policy.clone(),
            None => bail!("there are {} parts, no part {part}", policies.len()),
        },
        None => joined(policies),
    };
    if args.part.is_none() && policies.len() > 1 {
        console::say(&format!(
            "note: larger than one managed policy may be; attach it in {} parts (--part 1 to {0}), or use --format terraform",
            policies.len()
        ));
    }
    Ok(serde_json::to_string_pretty(&policy)? + "\n")
}

fn joined(policies: &[Value]) -> Value {
    let statements = policies.iter().filter_map(|policy| policy["Statement"].as_array()).flatten().cloned();
    let mut joined = policies.first().cloned().unwrap_or_default();
    joined["Statement"] = statements.collect();
    joined
}
