//! What goes wrong ends in a notice, or in nothing missing.

use std::net::TcpListener;
use std::time::Duration;

use fetcher::replay::{Fault, FaultKind, Server};
use fetcher::{Config, Pace};
use model::{CallStatus, NoticeCode};

use crate::harness::{Swept, account, at, config, fault, replayed, sweep};

/// Sweeps two regions of which `eu-west-1` has a fault; the other one must not suffer.
fn with_fault(page: Option<usize>, kind: FaultKind, times: Option<u32>) -> (Swept, bool) {
    let mut account = account(&["eu-west-1", "us-east-1"], &[("brandnew", 23)]);
    account.faults = vec![fault("eu-west-1", page, kind, times)];
    let swept = replayed(&account);
    assert_eq!(swept.status("us-east-1"), CallStatus::Complete);
    let sound = swept.arns().keys().filter(|arn| arn.contains("us-east-1")).count();
    assert_eq!(sound, 23);
    assert!(swept.arns().values().all(|&times| times == 1), "nothing comes twice");
    let is_whole = swept.arns().len() == 46;
    assert_eq!(swept.is_incomplete(), !is_whole, "a hole is a notice: {:?}", swept.notices);
    (swept, is_whole)
}

#[test]
fn passing_faults_leave_no_hole() {
    for (page, kind, times) in [
        (1, FaultKind::Throttle, 2),
        (0, FaultKind::Throttle, 3),
        (2, FaultKind::ServerError, 2),
        (2, FaultKind::HalfBody, 1),
        (2, FaultKind::ExpiredToken, 1),
        (3, FaultKind::ExpiredToken, 2),
    ] {
        let (swept, is_whole) = with_fault(Some(page), kind, Some(times));
        assert!(is_whole, "{kind:?}: {:?}", swept.notices);
        assert_eq!(swept.status("eu-west-1"), CallStatus::Complete, "{kind:?}");
        let throttled = if kind == FaultKind::Throttle { u64::from(times) } else { 0 };
        assert_eq!(swept.row("eu-west-1", "tag:GetResources").throttled, throttled, "{kind:?}");
    }
}

#[test]
fn lasting_faults_are_holes() {
    for (page, kind, code, status) in [
        (None, FaultKind::Denied, NoticeCode::AccessDenied, CallStatus::Denied),
        (Some(1), FaultKind::Throttle, NoticeCode::Throttled, CallStatus::Throttled),
        (Some(1), FaultKind::ServerError, NoticeCode::ServiceError, CallStatus::Failed),
        (Some(1), FaultKind::HalfBody, NoticeCode::Unreachable, CallStatus::Failed),
        (Some(1), FaultKind::Garbage, NoticeCode::ServiceError, CallStatus::Failed),
        (Some(2), FaultKind::SameToken, NoticeCode::PagerBroken, CallStatus::Failed),
        (Some(2), FaultKind::ExpiredToken, NoticeCode::PagerBroken, CallStatus::Failed),
        (Some(2), FaultKind::ExpiredCredentials, NoticeCode::Credentials, CallStatus::Failed),
        (None, FaultKind::UnknownCredentials, NoticeCode::Credentials, CallStatus::Failed),
    ] {
        let (swept, is_whole) = with_fault(page, kind, None);
        assert!(!is_whole, "{kind:?}");
        assert_eq!(swept.codes(), [code], "{kind:?}: {:?}", swept.notices);
        assert_eq!(swept.status("eu-west-1"), status, "{kind:?}");
        let notice = &swept.notices[0];
        assert_eq!(notice.origin.region.as_deref(), Some("eu-west-1"));
        assert_eq!(notice.origin.account.as_deref(), Some("111122223333"));
        assert!(notice.message.starts_with("tag:GetResources in eu-west-1 failed: "), "{}", notice.message);
    }
}

#[test]
fn throttling_is_retried_as_often_as_allowed() {
    let mut account = account(&["eu-west-1"], &[("sqs", 1)]);
    account.faults = vec![fault("", None, FaultKind::Throttle, None)];
    let swept = replayed(&account);
    assert_eq!(
        swept.row("eu-west-1", "tag:GetResources").throttled,
        4,
        "four attempts in the test's settings"
    );
    assert_eq!(swept.codes(), [NoticeCode::Throttled]);
}

#[test]
fn what_shards_have_brought_stays_when_the_whole_pager_breaks() {
    let mut account = account(&["eu-west-1"], &[("sqs", 3), ("sns", 3), ("ssm", 4), ("brandnew", 5)]);
    account.faults = vec![fault("eu-west-1", Some(1), FaultKind::ServerError, None)];
    let swept = replayed(&account);
    assert_eq!(swept.arns().len(), 10, "all but the service that no shard asks for");
    assert_eq!(swept.codes(), [NoticeCode::ServiceError]);
}

#[test]
fn a_silent_region_runs_into_its_timeout() {
    let mut account = account(&["eu-west-1", "us-east-1"], &[("sqs", 3)]);
    account.faults = vec![fault("eu-west-1", None, FaultKind::Silence, None)];
    let server = Server::start(account.clone()).unwrap();
    let settings = config(&server, &account);
    let pace = Pace { attempts: 2, attempt_timeout: Duration::from_millis(500), ..settings.pace };
    let swept = sweep(Config { pace, ..settings });
    assert_eq!(swept.codes(), [NoticeCode::Unreachable], "{:?}", swept.notices);
    assert_eq!(swept.arns().len(), 3);
}

#[test]
fn a_closed_port_is_unreachable() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", port.local_addr().unwrap());
    drop(port);
    let swept = sweep(at(&endpoint));
    assert_eq!(swept.codes(), [NoticeCode::Unreachable], "{:?}", swept.notices);
    assert!(swept.is_incomplete());
    assert_eq!(swept.coverage.len(), 1, "nothing else is tried");
}

#[test]
fn credentials_that_nobody_knows_end_the_sweep() {
    for kind in [FaultKind::UnknownCredentials, FaultKind::ExpiredCredentials, FaultKind::Denied] {
        let mut account = account(&["eu-west-1"], &[("sqs", 3)]);
        let call = "GetCallerIdentity".to_owned();
        account.faults = vec![Fault { region: String::new(), call, page: None, times: None, kind }];
        let swept = replayed(&account);
        assert_eq!(swept.codes(), [NoticeCode::Credentials], "{kind:?}");
        assert!(swept.records.is_empty());
        assert!(swept.notices[0].message.starts_with("sts:GetCallerIdentity in "), "{:?}", swept.notices);
    }
}
