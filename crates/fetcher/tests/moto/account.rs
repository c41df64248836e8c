//! A fake account with a mark in every text that a row reads.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use fetcher::{Config, Pace, Source, StaticCredentials};
use model::{Coverage, Event, Notice};
use serde::Deserialize;

use crate::server::{Server, python};

/// The region that is filled.
pub(crate) const REGION: &str = "eu-west-1";

/// One mark and where it must come back.
#[derive(Debug, Deserialize)]
pub(crate) struct Mark {
    pub(crate) service: String,
    /// None where any path will do.
    pub(crate) path: Option<String>,
    pub(crate) value: String,
}

/// What the plants of a service say about themselves.
#[derive(Debug, Deserialize)]
pub(crate) struct Planted {
    pub(crate) marks: Vec<Mark>,
    /// Calls that this server cannot answer, and why.
    pub(crate) lacking: Vec<(String, String)>,
}

/// One record that arrived.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) service: String,
    pub(crate) arn: Option<String>,
    pub(crate) path: String,
    pub(crate) value: String,
}

/// What a sweep of the rows brought.
#[derive(Default)]
pub(crate) struct Swept {
    pub(crate) records: Vec<Found>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) notices: Vec<Notice>,
}

/// Runs `plants/` against a server: each file makes resources of one service, with marks in their texts.
pub(crate) fn plant(server: &Server) -> Planted {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/moto");
    let output = Command::new(python())
        // No __pycache__ in the source tree.
        .arg("-B")
        .arg(folder.join("plant.py"))
        .args([server.endpoint(), REGION])
        .output()
        .expect("python starts");
    assert!(output.status.success(), "plant.py: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("plant.py prints JSON")
}

/// Settings for a sweep of all rows in one region.
pub(crate) fn config(server: &Server) -> Config {
    Config {
        endpoint_url: Some(server.endpoint().to_owned()),
        credentials: Some(StaticCredentials {
            access_key_id: "test".to_owned(),
            secret_access_key: "test".to_owned(),
            session_token: None,
        }),
        regions: vec![REGION.to_owned()],
        sources: vec![Source::Describe],
        pace: Pace { attempts: 1, services: 4, ..Pace::local() },
        ..Config::default()
    }
}

/// Reads all rows, those that are made on demand only included.
pub(crate) fn sweep(server: &Server) -> Swept {
    run(Config { optional: true, ..config(server) })
}

/// Runs a sweep to its end.
pub(crate) fn run(config: Config) -> Swept {
    let (events, thread) = fetcher::spawn(config, Arc::new(fetcher::Quiet)).expect("the sweep starts");
    let mut swept = Swept::default();
    for event in events {
        match event {
            Event::Page(page) => swept.records.extend(page.records().map(found)),
            Event::Coverage(coverage) => swept.coverage.push(coverage),
            Event::Notice(notice) => swept.notices.push(notice),
            Event::Read { .. } => {}
        }
    }
    thread.join().expect("the sweep does not panic");
    swept
}

fn found(record: model::Record<'_>) -> Found {
    Found {
        service: record.origin.service.as_deref().unwrap_or_default().to_owned(),
        arn: record.origin.arn.as_deref().map(str::to_owned),
        path: record.path.to_owned(),
        value: String::from_utf8_lossy(record.value).into_owned(),
    }
}
