//! The permissions that a sweep needs.

use serde_json::{Value, json};

use crate::{CALLS, Source};

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
    let actions: Vec<&str> =
        CALLS.iter().filter(|call| call.source == source).map(|call| call.action).collect();
    let sid = match source {
        Source::Tagging => "TagleaksTagging",
        Source::Iam => "TagleaksIam",
    };
    json!({ "Sid": sid, "Effect": "Allow", "Action": actions, "Resource": "*" })
}

#[cfg(test)]
mod tests {
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
        assert_eq!(allowed, CALLS.iter().map(|call| call.action).collect::<Vec<_>>());
        assert_eq!(least_privilege(&[Source::Tagging])["Statement"].as_array().map(Vec::len), Some(1));
        assert_eq!(least_privilege(&[])["Statement"].as_array().map(Vec::len), Some(0));
    }
}
