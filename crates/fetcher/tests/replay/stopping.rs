//! Nobody listens, or nobody keeps up.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use fetcher::replay::{FaultKind, Server};
use fetcher::{Config, Pace};
use model::NoticeCode;

use crate::harness::{Counting, account, at, config, fault, sweep};

#[test]
fn a_dropped_receiver_stops_a_busy_sweep() {
    let account = account(&["eu-west-1", "us-east-1"], &[("sqs", 500)]);
    let server = Server::start(account.clone()).unwrap();
    let (events, thread) = fetcher::spawn(config(&server, &account), Arc::new(fetcher::Quiet)).unwrap();
    let _first = events.recv().expect("something comes");
    drop(events);
    thread.join().expect("the sweep ends and does not panic");
    let asked = server.asked().len();
    assert!(asked < 150, "of at least 200 pages: {asked}");
}

#[test]
fn a_dropped_receiver_stops_a_sweep_that_waits() {
    let mut account = account(&["eu-west-1"], &[("sqs", 1)]);
    account.faults = vec![fault("", None, FaultKind::Silence, None)];
    let server = Server::start(account.clone()).unwrap();
    let settings = config(&server, &account);
    // Far longer than the test may take: nothing but the dropped receiver can end it.
    let pace = Pace { attempt_timeout: Duration::from_hours(1), ..settings.pace };
    let (events, thread) = fetcher::spawn(Config { pace, ..settings }, Arc::new(fetcher::Quiet)).unwrap();
    drop(events);
    let start = Instant::now();
    thread.join().unwrap();
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn a_full_queue_holds_the_pagers_back() {
    let account = account(&["eu-west-1"], &[("sqs", 500)]);
    let server = Server::start(account.clone()).unwrap();
    let settings = config(&server, &account);
    let pace = Pace { queue: 2, ..settings.pace };
    let progress = Arc::new(Counting::default());
    let (events, thread) = fetcher::spawn(Config { pace, ..settings }, Arc::clone(&progress) as _).unwrap();
    while !events.is_full() && !thread.is_finished() {
        std::thread::yield_now();
    }
    let (mut n_records, mut n_arns) = (0, 0);
    // Two in the queue, one on either side of the forwarder; five resources of five records on each page.
    let most_ahead = (2 + 2) * 25;
    loop {
        let ahead = progress.records.load(Ordering::Relaxed) - n_records;
        assert!(ahead <= most_ahead, "{ahead} records wait");
        let Ok(event) = events.recv() else { break };
        if let model::Event::Page(page) = event {
            n_records += page.len();
            n_arns += page.records().filter(|record| record.path == "Arn").count();
        }
    }
    thread.join().unwrap();
    assert_eq!(n_arns, 500);
}

#[test]
fn a_refused_connection_is_told_at_once() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let settings = at(&format!("http://{free}"));
    let long = Duration::from_secs(40);
    let pace = Pace { first_backoff: long, max_backoff: long, ..settings.pace };
    let start = Instant::now();
    let swept = sweep(Config { pace, ..settings });
    assert_eq!(swept.codes(), [NoticeCode::Unreachable]);
    assert!(swept.is_incomplete());
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
