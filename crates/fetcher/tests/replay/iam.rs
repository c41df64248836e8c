//! IAM, page by page.

use fetcher::replay::{Account, Fault, FaultKind, Server};
use fetcher::{Config, Source};
use model::{CallStatus, NoticeCode};
use serde_json::json;

use crate::harness::{Swept, at, sweep};

/// Seven entities of all kinds on pages of two.
fn described() -> Account {
    serde_json::from_value(json!({
        "account": "111122223333",
        "caller_arn": "arn:aws:iam::111122223333:user/auditor",
        "iam": {
            "page_size": 2,
            "users": [
                {"name": "ada", "path": "/people/", "tags": {"Email": "ada@example.org"},
                 "policies": [{"name": "for <ada> & co", "document": {"Statement": [{"Sid": "Call 555"}]}}]},
                {"name": "bob"},
            ],
            "groups": [{"name": "admins", "policies": [{"name": "all", "document": {"Id": "G", "Statement": []}}]}],
            "roles": [
                {"name": "app", "description": "ask\njane", "tags": {"Owner": "x"},
                 "trust": {"Statement": [{"Sid": "Trust me"}]}},
                {"name": "bare"},
                {"name": "third", "path": "/svc/", "description": "3rd"},
            ],
            "policies": [
                {"name": "boundary", "description": "14 <b>", "tags": {"Contact": "sam"},
                 "document": {"Statement": {"Sid": "One"}}},
            ],
        },
    }))
    .expect("the description is one")
}

fn swept(account: Account) -> Swept {
    let server = Server::start(account).expect("a port is free");
    sweep(Config { sources: vec![Source::Iam], ..at(&server.endpoint_url()) })
}

fn fault(call: &str, page: usize, kind: FaultKind, times: Option<u32>) -> Fault {
    Fault { region: String::new(), call: call.to_owned(), page: Some(page), times, kind }
}

/// All records as `kind/name path=value`, sorted.
fn lines(swept: &Swept) -> Vec<String> {
    let line = |(arn, path, key, value): &(String, String, String, String)| {
        assert!(path.ends_with(key.as_str()) || key.is_empty(), "{path} ends with {key}");
        let entity = arn.strip_prefix("arn:aws:iam::111122223333:").unwrap_or(arn);
        format!("{entity} {path}={value}")
    };
    let mut lines: Vec<_> = swept.records.iter().map(line).collect();
    lines.sort();
    lines
}

const EVERYTHING: &[&str] = &[
    "group/admins GroupName=admins",
    "group/admins Policies[all].Id=G",
    "group/admins PolicyName=all",
    "policy/boundary Description=14 <b>",
    "policy/boundary PolicyDocument.Statement[0].Sid=One",
    "policy/boundary PolicyName=boundary",
    "policy/boundary Tags.Contact#key=Contact",
    "policy/boundary Tags.Contact=sam",
    "role/app AssumeRolePolicyDocument.Statement[0].Sid=Trust me",
    "role/app Description=ask\njane",
    "role/app RoleName=app",
    "role/app Tags.Owner#key=Owner",
    "role/app Tags.Owner=x",
    "role/bare RoleName=bare",
    "role/svc/third Description=3rd",
    "role/svc/third Path=/svc/",
    "role/svc/third RoleName=third",
    "user/bob UserName=bob",
    "user/people/ada Path=/people/",
    "user/people/ada Policies[for <ada> & co].Statement[0].Sid=Call 555",
    "user/people/ada PolicyName=for <ada> & co",
    "user/people/ada Tags.Email#key=Email",
    "user/people/ada Tags.Email=ada@example.org",
    "user/people/ada UserName=ada",
];

#[test]
fn every_field_arrives_once() {
    let swept = swept(described());
    assert_eq!(lines(&swept), EVERYTHING);
    assert!(!swept.is_incomplete(), "{:?}", swept.notices);
    for (call, pages) in
        [("iam:GetAccountAuthorizationDetails", 4), ("iam:ListRoles", 2), ("iam:GetPolicy", 1)]
    {
        let row = swept.row("global", call);
        assert_eq!((row.status, row.pages), (CallStatus::Complete, pages), "{call}");
    }
}

#[test]
fn passing_faults_leave_no_hole() {
    for fault in [
        fault("GetAccountAuthorizationDetails", 2, FaultKind::Throttle, Some(2)),
        fault("GetAccountAuthorizationDetails", 1, FaultKind::ExpiredToken, Some(1)),
        fault("GetAccountAuthorizationDetails", 3, FaultKind::HalfBody, Some(1)),
        fault("ListRoles", 1, FaultKind::ServerError, Some(1)),
        fault("GetPolicy", 0, FaultKind::Throttle, Some(1)),
    ] {
        let swept = swept(Account { faults: vec![fault.clone()], ..described() });
        assert_eq!(lines(&swept), EVERYTHING, "{fault:?}");
        assert!(!swept.is_incomplete(), "{fault:?}: {:?}", swept.notices);
    }
}

#[test]
fn lasting_faults_are_holes_in_one_call_only() {
    for (call, page, kind, code) in [
        ("GetAccountAuthorizationDetails", 0, FaultKind::Denied, NoticeCode::AccessDenied),
        ("GetAccountAuthorizationDetails", 1, FaultKind::SameToken, NoticeCode::PagerBroken),
        ("ListRoles", 0, FaultKind::Denied, NoticeCode::AccessDenied),
        ("ListRoles", 1, FaultKind::Garbage, NoticeCode::ServiceError),
        ("GetPolicy", 0, FaultKind::Denied, NoticeCode::AccessDenied),
        ("GetPolicy", 0, FaultKind::Throttle, NoticeCode::Throttled),
    ] {
        let swept = swept(Account { faults: vec![fault(call, page, kind, None)], ..described() });
        assert_eq!(swept.codes(), [code], "{call} {kind:?}: {:?}", swept.notices);
        let action = format!("iam:{call}");
        assert_ne!(swept.row("global", &action).status, CallStatus::Complete);
        let others = swept.coverage.iter().filter(|row| *row.call != *action);
        assert!(others.into_iter().all(|row| row.status == CallStatus::Complete), "{call}");
        let mut lines = lines(&swept);
        assert!(lines.iter().all(|line| EVERYTHING.contains(&line.as_str())));
        lines.dedup();
        assert_eq!(lines.len(), swept.records.len(), "nothing comes twice");
        assert!(lines.len() < EVERYTHING.len(), "{call}");
    }
}
