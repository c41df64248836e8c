//! Runs a sweep against a replayed account and collects what comes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fetcher::replay::{Account, Fault, FaultKind, Region, Resource, Server};
use fetcher::{Config, Pace, Progress, Source, StaticCredentials};
use model::{CallStatus, Coverage, Event, Notice, NoticeCode, Summary};

pub(crate) const ACCOUNT: &str = "111122223333";

/// Everything that a sweep gave.
#[derive(Debug, Default)]
pub(crate) struct Swept {
    /// `(arn, path, key, value)` in the order of arrival.
    pub(crate) records: Vec<(String, String, String, String)>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) bytes: u64,
}

impl Swept {
    pub(crate) fn add(&mut self, event: Event) {
        match event {
            Event::Page(page) => self.records.extend(page.records().map(|record| {
                let text = String::from_utf8(record.value.to_vec()).expect("the SDK gives UTF-8");
                let arn = record.origin.arn.as_deref().unwrap_or_default().to_owned();
                (arn, record.path.to_owned(), record.key.to_owned(), text)
            })),
            Event::Notice(notice) => self.notices.push(notice),
            Event::Coverage(coverage) => self.coverage.push(coverage),
            Event::Read { bytes, files } => {
                assert_eq!(files, 0, "an account holds no files");
                self.bytes += bytes;
            }
        }
    }

    /// How often each resource arrived.
    pub(crate) fn arns(&self) -> BTreeMap<&str, usize> {
        let mut arns = BTreeMap::new();
        for (arn, path, ..) in &self.records {
            if path == "Arn" {
                *arns.entry(arn.as_str()).or_default() += 1;
            }
        }
        arns
    }

    pub(crate) fn codes(&self) -> Vec<NoticeCode> {
        self.notices.iter().map(|notice| notice.code).collect()
    }

    /// The row of a call in a region.
    pub(crate) fn row(&self, region: &str, call: &str) -> &Coverage {
        let mut rows = self.coverage.iter().filter(|row| &*row.region == region && &*row.call == call);
        let row = rows.next().unwrap_or_else(|| panic!("no row for {call} in {region}: {:?}", self.coverage));
        assert_eq!(rows.next(), None, "{call} in {region} has one row");
        row
    }

    pub(crate) fn status(&self, region: &str) -> CallStatus {
        self.row(region, "tag:GetResources").status
    }

    pub(crate) fn is_incomplete(&self) -> bool {
        let mut summary = Summary::default();
        self.notices.iter().for_each(|notice| summary.count_notice(notice));
        summary.incomplete
    }

    /// Asserts that every resource of these regions came once, with all its tags, and nothing else did.
    pub(crate) fn assert_all(&self, account: &Account) {
        let resources = || account.regions.values().flat_map(|region| &region.resources);
        let expected = resources().map(|resource| (resource.arn.as_str(), 1)).collect::<BTreeMap<_, _>>();
        assert_eq!(self.arns(), expected);
        let n_tags: usize = resources().map(|resource| resource.tags.len()).sum();
        let n_tag_records = self.records.iter().filter(|(_, path, ..)| path.starts_with("Tags.")).count();
        assert_eq!(n_tag_records, 2 * n_tags, "a value and a key for each tag");
    }
}

/// Runs a sweep to its end.
pub(crate) fn sweep(config: Config) -> Swept {
    let (events, thread) = fetcher::spawn(config, Arc::new(fetcher::Quiet)).expect("the sweep starts");
    let mut swept = Swept::default();
    events.iter().for_each(|event| swept.add(event));
    thread.join().expect("the sweep does not panic");
    swept
}

/// Serves an account and sweeps it.
pub(crate) fn replayed(account: &Account) -> Swept {
    let server = Server::start(account.clone()).expect("a port is free");
    sweep(config(&server, account))
}

/// Settings for a sweep of the tags in an account's regions.
pub(crate) fn config(server: &Server, account: &Account) -> Config {
    Config {
        regions: account.regions.keys().cloned().collect(),
        sources: vec![Source::Tagging],
        ..at(&server.endpoint_url())
    }
}

/// Settings for a server at an address.
pub(crate) fn at(endpoint_url: &str) -> Config {
    Config {
        endpoint_url: Some(endpoint_url.to_owned()),
        credentials: Some(credentials()),
        pace: Pace { attempts: 4, attempt_timeout: Duration::from_secs(20), ..Pace::local() },
        ..Config::default()
    }
}

pub(crate) fn credentials() -> StaticCredentials {
    StaticCredentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret_access_key: "not a secret".to_owned(),
        session_token: None,
    }
}

/// An account with so many resources of each service in each region, five on a page.
pub(crate) fn account(regions: &[&str], services: &[(&str, usize)]) -> Account {
    let region = |name: &&str| {
        let resources = services.iter().flat_map(|&(service, count)| {
            (0..count)
                .map(move |index| resource(&format!("arn:aws:{service}:{name}:{ACCOUNT}:thing/{index}")))
        });
        ((*name).to_owned(), Region { resources: resources.collect() })
    };
    Account {
        account: ACCOUNT.to_owned(),
        partition: "aws".to_owned(),
        caller_arn: format!("arn:aws:iam::{ACCOUNT}:user/auditor"),
        page_size: 5,
        regions: regions.iter().map(region).collect(),
        ..Account::default()
    }
}

pub(crate) fn resource(arn: &str) -> Resource {
    let tags = [("Name", arn), ("Owner", "team")];
    let tags = tags.map(|(key, value)| (key.to_owned(), value.to_owned()));
    Resource { arn: arn.to_owned(), tags: tags.into() }
}

/// A fault of `GetResources`.
pub(crate) fn fault(region: &str, page: Option<usize>, kind: FaultKind, times: Option<u32>) -> Fault {
    Fault { region: region.to_owned(), call: "GetResources".to_owned(), page, times, kind }
}

/// Counts what it hears.
#[derive(Default)]
pub(crate) struct Counting {
    pub(crate) planned: AtomicUsize,
    pub(crate) pages: AtomicUsize,
    pub(crate) records: AtomicUsize,
    pub(crate) throttled: AtomicUsize,
    pub(crate) finished: Mutex<Vec<Coverage>>,
}

impl Progress for Counting {
    fn planned(&self, calls: usize) {
        self.planned.fetch_add(calls, Ordering::Relaxed);
    }

    fn page(&self, _account: &str, _region: &str, _call: &str, records: usize) {
        self.records.fetch_add(records, Ordering::Relaxed);
        self.pages.fetch_add(1, Ordering::Relaxed);
    }

    fn throttled(&self, _account: &str, _region: &str, _call: &str) {
        self.throttled.fetch_add(1, Ordering::Relaxed);
    }

    fn finished(&self, coverage: &Coverage) {
        self.finished.lock().expect("no listener panics").push(coverage.clone());
    }
}
