//! Everything arrives, and nothing twice.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use fetcher::replay::{FaultKind, Server};
use fetcher::{Config, Source};
use model::CallStatus;

use crate::harness::{ACCOUNT, Counting, account, config, fault, replayed, resource, sweep};

#[test]
fn every_resource_of_every_region_arrives_once() {
    let account = account(&["eu-west-1", "us-east-1", "ap-south-1"], &[("sqs", 12), ("ec2", 23), ("ssm", 1)]);
    let swept = replayed(&account);
    swept.assert_all(&account);
    assert!(!swept.is_incomplete(), "{:?}", swept.notices);
    let n_bytes: usize = swept.records.iter().map(|(.., value)| value.len()).sum();
    assert_eq!(swept.bytes, n_bytes as u64, "each value is counted once");
    for region in account.regions.keys() {
        let row = swept.row(region, "tag:GetResources");
        assert_eq!((row.status, row.records, &*row.account), (CallStatus::Complete, 36 * 5, ACCOUNT));
        assert!(row.pages >= 8, "{row:?}");
    }
}

#[test]
fn a_record_says_where_it_stands() {
    let account = account(&["eu-west-1"], &[("sqs", 1)]);
    let server = Server::start(account.clone()).unwrap();
    let (events, _) = fetcher::spawn(config(&server, &account), Arc::new(fetcher::Quiet)).unwrap();
    let page =
        events.iter().find_map(|event| if let model::Event::Page(page) = event { Some(page) } else { None });
    let page = page.unwrap();
    let origin = page.record(0).origin;
    assert_eq!(origin.source, "tagging");
    assert_eq!(origin.partition.as_deref(), Some("aws"));
    assert_eq!(origin.account.as_deref(), Some(ACCOUNT));
    assert_eq!(origin.region.as_deref(), Some("eu-west-1"));
    assert_eq!(origin.service.as_deref(), Some("sqs"));
    assert_eq!(origin.arn.as_deref(), Some("arn:aws:sqs:eu-west-1:111122223333:thing/0"));
}

#[test]
fn a_small_region_is_asked_once_and_a_large_one_in_shards() {
    let mut account = account(&["eu-west-1", "us-east-1"], &[("sqs", 30), ("lambda", 30)]);
    account.regions.get_mut("us-east-1").unwrap().resources.truncate(5);
    let server = Server::start(account.clone()).unwrap();
    let swept = sweep(config(&server, &account));
    swept.assert_all(&account);
    let asked = server.asked();
    let small: Vec<_> = asked.iter().filter(|asked| asked.region == "us-east-1").collect();
    assert_eq!(small.iter().filter(|asked| asked.action == "GetResources").count(), 1, "{small:?}");
    assert!(asked.iter().any(|asked| asked.region == "eu-west-1" && asked.filters.len() == 1), "{asked:?}");
}

#[test]
fn services_that_no_shard_asks_for_arrive() {
    // The last ones in the listing, tagged like all others, and one that AWS refuses to filter by.
    let mut account = account(&["eu-west-1"], &[("ec2", 40), ("brandnew", 7), ("athena", 3)]);
    account.unfilterable = vec!["athena".to_owned(), "ec2".to_owned()];
    let swept = replayed(&account);
    swept.assert_all(&account);
    assert!(!swept.is_incomplete());
}

#[test]
fn a_sweep_that_trusts_the_list_of_services_needs_no_proof() {
    // The whole pager never gets its second page; the shards have all there is.
    let mut account = account(&["eu-west-1"], &[("sqs", 4), ("lambda", 4)]);
    account.faults = vec![fault("eu-west-1", Some(1), FaultKind::Denied, None)];
    let server = Server::start(account.clone()).unwrap();
    let trusting = sweep(Config { thorough: false, ..config(&server, &account) });
    trusting.assert_all(&account);
    assert_eq!(trusting.status("eu-west-1"), CallStatus::Complete);
    let thorough = sweep(config(&server, &account));
    thorough.assert_all(&account);
    assert_eq!(thorough.status("eu-west-1"), CallStatus::Denied);
    assert!(thorough.is_incomplete());
}

#[test]
fn a_shard_goes_on_without_the_services_that_aws_does_not_filter_by() {
    let mut account = account(&["eu-west-1"], &[("ec2", 5), ("acm", 2), ("xray", 2)]);
    account.unfilterable = vec!["athena".to_owned(), "connect".to_owned(), "sqs".to_owned()];
    account.faults = vec![fault("eu-west-1", Some(1), FaultKind::Denied, None)];
    let server = Server::start(account.clone()).unwrap();
    let swept = sweep(Config { thorough: false, ..config(&server, &account) });
    swept.assert_all(&account);
    assert_eq!(swept.status("eu-west-1"), CallStatus::Complete);
}

#[test]
fn odd_resources_arrive_too() {
    let mut account = account(&["eu-west-1"], &[("sqs", 1)]);
    let mut bare = resource("arn:aws:s3:::bucket");
    bare.tags.clear();
    let mut odd = resource("arn:aws:sns:eu-west-1:111122223333:ä,\"<>&\u{1f600}\n");
    odd.tags.insert(" ключ\t".to_owned(), "\u{202e}\u{0}=1+1".to_owned());
    odd.tags.insert("empty".to_owned(), String::new());
    account.regions.get_mut("eu-west-1").unwrap().resources.extend([bare, odd]);
    replayed(&account).assert_all(&account);
}

#[test]
fn regions_that_are_not_enabled_are_skipped_and_no_hole() {
    let account = account(&["eu-west-1"], &[("sqs", 1)]);
    let server = Server::start(account.clone()).unwrap();
    let swept = sweep(Config { regions: Vec::new(), ..config(&server, &account) });
    swept.assert_all(&account);
    assert!(!swept.is_incomplete(), "{:?}", swept.notices);
    assert_eq!(swept.status("me-south-1"), CallStatus::Skipped);
    assert_eq!(swept.status("sa-east-1"), CallStatus::Complete);
    assert!(swept.coverage.len() > 30, "all regions of the partition: {}", swept.coverage.len());
    let mut denied = account.clone();
    denied.faults = vec![fault("me-south-1", None, FaultKind::Denied, None)];
    let denying = Server::start(denied).unwrap();
    let swept = sweep(Config { regions: Vec::new(), ..config(&denying, &account) });
    assert_eq!(swept.status("me-south-1"), CallStatus::Denied, "a region that denies is enabled");
    let named = sweep(Config { regions: vec!["me-south-1".to_owned()], ..config(&server, &account) });
    assert!(named.is_incomplete(), "a region that was asked for by name is a hole");
}

#[test]
fn progress_hears_of_every_call() {
    let mut account = account(&["eu-west-1", "us-east-1"], &[("sqs", 3)]);
    account.faults = vec![fault("us-east-1", Some(0), FaultKind::Throttle, Some(1))];
    let server = Server::start(account.clone()).unwrap();
    let progress = Arc::new(Counting::default());
    let settings = Config { sources: vec![Source::Tagging, Source::Iam], ..config(&server, &account) };
    let (events, thread) = fetcher::spawn(settings, Arc::clone(&progress) as _).unwrap();
    let n_rows = events.iter().filter(|event| matches!(event, model::Event::Coverage(_))).count();
    thread.join().unwrap();
    assert_eq!(progress.planned.load(Ordering::Relaxed), 1 + 2 + 3);
    assert_eq!(progress.finished.lock().unwrap().len(), n_rows);
    assert_eq!(n_rows, 1 + 2 + 3);
    assert_eq!(progress.throttled.load(Ordering::Relaxed), 1);
    assert_eq!(progress.pages.load(Ordering::Relaxed), 1 + 2 + 2, "identity, two regions, two listings");
}
