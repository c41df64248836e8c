//! Every mark that was planted comes back.

use std::collections::BTreeSet;

use fetcher::Source;
use fetcher::policy::{Wanted, least_privilege};
use model::CallStatus;
use serde_json::Value;

use crate::account::{Found, Mark, plant, sweep};
use crate::server::Server;

#[test]
fn every_mark_comes_back_at_its_path_and_every_call_is_answered() {
    let server = Server::start();
    let planted = plant(&server);
    let swept = sweep(&server);

    let is_at = |mark: &Mark, found: &Found| {
        let is_path = found.path == "Arn" || mark.path.as_ref().is_none_or(|path| *path == found.path);
        found.service == mark.service && is_path && found.value.contains(&mark.value)
    };
    let missed: Vec<&Mark> =
        planted.marks.iter().filter(|mark| !swept.records.iter().any(|found| is_at(mark, found))).collect();
    assert!(missed.is_empty(), "missed: {missed:#?}");

    let is_lacking = |call: &str| planted.lacking.iter().any(|(lacking, _)| lacking == call);
    let failed: Vec<_> = swept
        .coverage
        .iter()
        .filter(|row| row.status != CallStatus::Complete && !is_lacking(&row.call))
        .map(|row| (&row.call, row.status))
        .collect();
    let notices: Vec<&str> = swept.notices.iter().map(|notice| &*notice.message).collect();
    assert!(failed.is_empty(), "failed: {failed:#?}, {notices:#?}");
    for (call, reason) in &planted.lacking {
        let is_answered =
            swept.coverage.iter().any(|row| *row.call == **call && row.status == CallStatus::Complete);
        assert!(!is_answered, "{call} is answered although: {reason}");
    }

    let called: BTreeSet<String> = swept.coverage.iter().map(|row| row.call.to_string()).collect();
    assert_eq!(called, allowed(), "the policy allows the calls that are made, and no other");

    // A row that reads nothing reads the wrong place.
    let silent: Vec<_> = swept
        .coverage
        .iter()
        .filter(|row| row.status == CallStatus::Complete && row.records == 0 && !finds_only(&row.call))
        .map(|row| &row.call)
        .collect();
    assert!(silent.is_empty(), "without a record: {silent:#?}");

    let secrets = swept.records.iter().filter(|found| found.value.contains("never-asked-for")).count();
    assert_eq!(secrets, 0, "values of secrets are not read");

    let without_arn = swept.records.iter().filter(|found| found.arn.is_none() && !is_nameless(found));
    let without_arn: Vec<_> = without_arn.map(|found| (&found.service, &found.path)).collect();
    assert!(without_arn.is_empty(), "without an ARN: {without_arn:#?}");
}

/// Scheduled actions have no ARN on this server.
fn is_nameless(found: &Found) -> bool {
    found.service == "autoscaling" && found.path == "ScheduledActionName"
}

/// The permissions that the policy gives, and the one that everyone has.
fn allowed() -> BTreeSet<String> {
    let wanted = Wanted { sources: &[Source::Describe], optional: true, ..Wanted::default() };
    let policies = least_privilege(wanted);
    let list = |value: &Value| value.as_array().expect("a policy has lists").clone();
    let statements = policies.iter().flat_map(|policy| list(&policy["Statement"]));
    let actions = statements.flat_map(|statement| list(&statement["Action"]));
    let actions = actions.map(|action| action.as_str().expect("an action is a text").to_owned());
    actions.chain(["sts:GetCallerIdentity".to_owned()]).collect()
}

/// Whether a call is made for what others need, and reads no text itself.
fn finds_only(call: &str) -> bool {
    call == "sts:GetCallerIdentity" || call.contains(":List")
}
