//! The permissions that a sweep needs.

use serde_json::{Value, json};

use crate::{CALLS, Source, describe};

/// The IAM policy that lets a caller read these sources, and nothing else.
///
/// None of the calls can be narrowed to single resources by AWS's own rules, except `iam:GetPolicy`, which is
/// wanted for all policies of the account.
///
/// # Examples
/// ```
/// let policy = fetcher::policy::least_privilege(&[fetcher::Source::Tagging]);
/// assert_eq!(policy["Statement"][0]["Action"], serde_json::json!(["tag:GetResources"]));
/// ```
pub fn least_privilege(sources: &[Source]) -> Value {
    let statements: Vec<Value> = Source::ALL
        .iter()
        .filter(|source| sources.contains(source))
        .map(|&source| statement(source))
        .collect();
    json!({ "Version": "2012-10-17", "Statement": statements })
}

fn statement(source: Source) -> Value {
    let described = describe::SERVICES
        .iter()
        .filter(|service| !service.is_organization)
        .flat_map(|service| service.calls)
        .map(|call| call.permission);
    let mut actions: Vec<&str> =
        CALLS.iter().filter(|call| call.source == source).map(|call| call.action).collect();
    if source == Source::Describe {
        actions.extend(described);
        actions.sort_unstable();
        actions.dedup();
    }
    let sid = match source {
        Source::Tagging => "TagleaksTagging",
        Source::Iam => "TagleaksIam",
        Source::Describe => "TagleaksDescribe",
    };
    json!({ "Sid": sid, "Effect": "Allow", "Action": actions, "Resource": "*" })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_call_of_a_source_is_allowed_and_no_other() {
        let policy = least_privilege(Source::ALL);
        let allowed: Vec<&str> = policy["Statement"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|statement| statement["Action"].as_array().unwrap())
            .filter_map(Value::as_str)
            .collect();
        let described = describe::SERVICES.iter().filter(|service| !service.is_organization);
        let described = described.flat_map(|service| service.calls);
        let known = CALLS.iter().map(|call| call.action).chain(described.map(|call| call.permission));
        assert_eq!(allowed.iter().collect::<BTreeSet<_>>(), known.collect::<Vec<_>>().iter().collect());
        assert_eq!(least_privilege(&[Source::Tagging])["Statement"].as_array().map(Vec::len), Some(1));
        assert_eq!(least_privilege(&[])["Statement"].as_array().map(Vec::len), Some(0));
    }
}
