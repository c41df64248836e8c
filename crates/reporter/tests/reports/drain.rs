//! The writer: several reports at once, closed pipes, full disks.

use std::io::{self, Write};
use std::time::Instant;

use model::{CallStatus, Coverage, Outcome};
use reporter::{Output, Reporter, Run, Sink, Verdict, drain, format_named};

use crate::hostile::{Buffer, findings, notices};

/// Fails every write in one way.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

fn to(sink: impl Write + 'static) -> Box<dyn Reporter> {
    let sink: Sink = Box::new(sink);
    (format_named("jsonl").unwrap().build)(Output { sink, color: false })
}

fn run() -> Run {
    Run { version: "0.0.0", reveal: false, started: Instant::now() }
}

fn scanned() -> Outcome {
    Outcome::Scanned { findings: findings(), allowed: 2, records: 10, bytes: 100, files: 1 }
}

fn coverage(region: &str, status: CallStatus) -> Outcome {
    let [account, region, call] = ["111122223333", region, "tag:GetResources"].map(Into::into);
    Outcome::Coverage(Coverage { account, region, call, pages: 1, records: 1, throttled: 0, status })
}

#[test]
fn everything_is_counted_and_every_report_gets_everything() {
    let (first, second) = (Buffer::default(), Buffer::default());
    let outcomes = [
        scanned(),
        coverage("us-east-1", CallStatus::Complete),
        coverage("eu-west-1", CallStatus::Skipped),
        scanned(),
    ];
    let summary = drain(vec![to(first.clone()), to(second.clone())], &run(), outcomes).unwrap();
    assert_eq!((summary.records, summary.bytes, summary.files, summary.allowed), (20, 200, 2, 4));
    assert_eq!(summary.n_findings(), 2 * findings().len() as u64);
    let regions: Vec<_> = summary.coverage.iter().map(|row| &*row.region).collect();
    assert_eq!(regions, ["eu-west-1", "us-east-1"], "sorted");
    let text = String::from_utf8(first.0.take()).unwrap();
    assert_eq!(text.lines().count(), 2 * findings().len() + 1);
    assert_eq!(text.into_bytes(), second.0.take());
}

#[test]
fn the_verdict_prefers_incomplete_to_findings() {
    let hole = || Outcome::Notice(notices().remove(0));
    let binary = || Outcome::Notice(notices().remove(2));
    let denied = || coverage("eu-west-1", CallStatus::Denied);
    let verdict = |outcomes: Vec<Outcome>| {
        Verdict::of(&drain(vec![to(io::sink())], &run(), outcomes).unwrap()).exit_code()
    };
    for (outcomes, expected) in [
        (vec![], 0),
        (vec![binary()], 0),
        (vec![scanned()], 1),
        (vec![scanned(), binary()], 1),
        (vec![hole()], 2),
        (vec![scanned(), hole(), scanned()], 2),
        (vec![scanned(), denied()], 2),
    ] {
        let shown = format!("{outcomes:?}");
        assert_eq!(verdict(outcomes), expected, "{shown}");
    }
}

#[test]
fn a_closed_pipe_ends_its_report_and_no_other() {
    let file = Buffer::default();
    let reporters = vec![to(Broken(io::ErrorKind::BrokenPipe)), to(file.clone())];
    let summary = drain(reporters, &run(), [scanned(), scanned()]).unwrap();
    assert!(!summary.incomplete);
    let text = String::from_utf8(file.0.take()).unwrap();
    assert_eq!(text.lines().count(), 2 * findings().len() + 1);
}

#[test]
fn when_the_last_pipe_is_closed_the_run_stops() {
    let mut n_taken = 0;
    let outcomes = std::iter::repeat_with(scanned).inspect(|_| n_taken += 1);
    let error = drain(vec![to(Broken(io::ErrorKind::BrokenPipe))], &run(), outcomes).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    assert_eq!(n_taken, 1);
}

#[test]
fn a_full_disk_is_an_error() {
    let reporters = vec![to(Broken(io::ErrorKind::StorageFull)), to(io::sink())];
    let error = drain(reporters, &run(), [scanned()]).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
}
