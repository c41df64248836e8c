//! The permissions that a sweep needs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{CALLS, Source, describe, organizations};

/// The most characters of a managed policy, blanks not counted, as IAM's quotas say.
pub const MANAGED_POLICY_CHARS: usize = 6144;

/// What a policy has to allow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Sources to read.
    pub sources: &'a [Source],
    /// Whether calls that are made only on demand are among them.
    pub optional: bool,
    /// Name of the role in each account, where the policy is for listing an organization and entering its accounts.
    pub organization_role: Option<&'a str>,
}

/// The IAM policies that together let a caller make these calls, and nothing else; each fits into a managed policy.
///
/// None of the calls can be narrowed to single resources by AWS's own rules, except those that get one resource,
/// which are wanted for all resources of their kind.
///
/// # Examples
/// ```
/// use fetcher::policy::{Wanted, least_privilege};
/// let policies = least_privilege(Wanted { sources: &[fetcher::Source::Tagging], ..Wanted::default() });
/// assert_eq!(policies[0]["Statement"][0]["Action"], serde_json::json!(["tag:GetResources"]));
/// ```
pub fn least_privilege(wanted: Wanted<'_>) -> Vec<Value> {
    let mut policies: Vec<Vec<Value>> = Vec::new();
    for statement in statements(wanted) {
        let last = policies.last_mut().filter(|last| {
            let all: Vec<&Value> = last.iter().chain([&statement]).collect();
            document(&all).to_string().len() <= MANAGED_POLICY_CHARS
        });
        match last {
            Some(last) => last.push(statement),
            None => policies.push(vec![statement]),
        }
    }
    if policies.is_empty() {
        policies.push(Vec::new());
    }
    policies.iter().map(|statements| document(&statements.iter().collect::<Vec<_>>())).collect()
}

fn document(statements: &[&Value]) -> Value {
    json!({ "Version": "2012-10-17", "Statement": statements })
}

/// One statement for each source and service, so that a reader sees what is for what.
fn statements(wanted: Wanted<'_>) -> Vec<Value> {
    let mut statements = Vec::new();
    let has = |source| wanted.sources.contains(&source);
    for (source, sid) in [(Source::Tagging, "TagleaksTagging"), (Source::Iam, "TagleaksIam")] {
        let actions = CALLS.iter().filter(|call| call.source == source).map(|call| call.action);
        if has(source) {
            statements.push(statement(sid, actions, "*"));
        }
    }
    for service in describe::SERVICES {
        let is_wanted =
            if service.is_organization { wanted.organization_role.is_some() } else { has(Source::Describe) };
        let calls = service.calls.iter().filter(|call| wanted.optional || !call.is_optional);
        let actions: BTreeSet<&str> = calls.map(|call| call.permission).collect();
        if is_wanted && !actions.is_empty() {
            statements.push(statement(&sid(service.id), actions, "*"));
        }
    }
    if let Some(role) = wanted.organization_role {
        let roles = format!("arn:*:iam::*:role/{role}");
        statements.push(statement("TagleaksAccounts", [organizations::ASSUME_ROLE], &roles));
    }
    statements
}

fn statement<'a>(sid: &str, actions: impl IntoIterator<Item = &'a str>, resource: &str) -> Value {
    let actions: Vec<&str> = actions.into_iter().collect();
    json!({ "Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resource })
}

/// `TagleaksCognitoIdp`: letters and digits only, as IAM asks.
fn sid(service: &str) -> String {
    let words = service.split(|letter: char| !letter.is_ascii_alphanumeric());
    let capital = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    words.fold("Tagleaks".to_owned(), |sid, word| sid + &capital(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(wanted: Wanted<'_>) -> Vec<String> {
        let policies = least_privilege(wanted);
        let statements = policies.iter().flat_map(|policy| policy["Statement"].as_array().unwrap());
        let actions = statements.flat_map(|statement| statement["Action"].as_array().unwrap());
        actions.map(|action| action.as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_call_of_a_source_is_allowed_and_no_other() {
        let tagging = Wanted { sources: &[Source::Tagging], ..Wanted::default() };
        assert_eq!(allowed(tagging), ["tag:GetResources"]);
        assert_eq!(allowed(Wanted::default()), Vec::<String>::new());
        let all = allowed(Wanted { sources: Source::ALL, ..Wanted::default() });
        assert!(all.iter().any(|action| action == "ec2:DescribeSecurityGroups"));
        assert!(!all.iter().any(|action| action.starts_with("organizations:") || action.starts_with("sts:")));
        let manager = allowed(Wanted { organization_role: Some("audit"), ..Wanted::default() });
        assert!(manager.iter().any(|action| action == "sts:AssumeRole"));
        assert!(
            manager.iter().all(|action| action.starts_with("organizations:") || action.starts_with("sts:"))
        );
    }

    #[test]
    fn each_policy_fits_and_only_reads() {
        let wanted = Wanted { sources: Source::ALL, optional: true, organization_role: Some("audit") };
        for policy in least_privilege(wanted) {
            assert!(policy.to_string().len() <= MANAGED_POLICY_CHARS);
        }
        let reads = ["Get", "List", "Describe", "BatchGet", "AssumeRole", "Select", "Search"];
        for action in allowed(wanted) {
            let verb = action.split(':').nth(1).unwrap();
            assert!(
                reads.iter().any(|read| verb.starts_with(read)) || action == "apigateway:GET",
                "{action}"
            );
        }
    }

    #[test]
    fn sids_are_letters_and_digits() {
        for (service, expected) in [("ec2", "TagleaksEc2"), ("cognito-idp", "TagleaksCognitoIdp")] {
            assert_eq!(sid(service), expected);
        }
    }
}
