//! Sweeps of a real server: moto, filled with hundreds of resources of which some leak.

mod account;
mod checkpoint;
#[path = "../../../fetcher/tests/moto/server.rs"]
mod server;
mod sweep;

use account::{Account, Credentials, Permissions};
use serde_json::Value;
use server::Server;
use sweep::Sweep;

pub(crate) const REGIONS: &[&str] = &["eu-west-1", "us-west-2", "ap-southeast-2"];

#[test]
fn a_sweep_finds_every_planted_leak_and_nothing_else() {
    let server = Server::start();
    let account = Account::plant(&server, REGIONS, Permissions::Open);
    assert!(account.services().len() > 12, "{:?}", account.services());

    let sweep = Sweep::run(&server, REGIONS, &anyone());

    assert_eq!(sweep.exit_code, Some(1), "{}", sweep.stderr);
    assert!(sweep.missed(&account.planted).is_empty(), "missed: {:#?}", sweep.missed(&account.planted));
    assert!(sweep.invented(&account.planted).is_empty(), "invented: {:#?}", sweep.invented(&account.planted));
    assert!(sweep.doubled().is_empty(), "doubled: {:#?}", sweep.doubled());
    for leak in &account.planted {
        assert!(!sweep.stdout.contains(&leak.value), "the report holds a raw {}", leak.covers);
        assert!(!sweep.stderr.contains(&leak.value), "the log holds a raw {}", leak.covers);
    }

    let summary = sweep.lines("summary").pop().expect("the last line is the summary");
    assert_eq!(summary["incomplete"], false);
    assert!(summary["records"].as_u64() > Some(2 * account.resources), "{summary}");
    let coverage = summary["coverage"].as_array().expect("a sweep has a coverage table");
    for region in REGIONS {
        assert!(
            coverage.iter().any(|row| row["region"] == *region && row["pages"].as_u64() > Some(1)),
            "{region}"
        );
    }
    assert!(coverage.iter().all(|row| row["status"] == "complete"), "{coverage:#?}");
}

#[test]
fn a_refused_call_is_a_hole_and_the_rest_is_swept() {
    let server = Server::start();
    let account = Account::plant(&server, &REGIONS[..1], Permissions::Enforced);

    let sweep = Sweep::run(&server, &REGIONS[..1], &account.reader);

    assert_eq!(sweep.exit_code, Some(2), "{}", sweep.stderr);
    let (identities, tagged): (Vec<_>, Vec<_>) =
        account.planted.iter().cloned().partition(|leak| leak.arn.starts_with("arn:aws:iam:"));
    assert!(sweep.missed(&tagged).is_empty(), "missed: {:#?}", sweep.missed(&tagged));
    assert_eq!(sweep.missed(&identities).len(), identities.len());
    assert_eq!(sweep.lines("summary")[0]["incomplete"], true);
    // moto refuses in the words of EC2, which IAM's clients cannot read: the code is not AWS's.
    let notices = sweep.lines("notice");
    for call in ["iam:GetAccountAuthorizationDetails", "iam:ListRoles"] {
        let names_call =
            |notice: &Value| notice["message"].as_str().is_some_and(|message| message.contains(call));
        assert!(notices.iter().any(names_call), "{call} is not in {notices:#?}");
    }
}

/// moto takes any credentials unless told otherwise.
pub(crate) fn anyone() -> Credentials {
    Credentials { access_key_id: "test".to_owned(), secret_access_key: "test".to_owned() }
}
