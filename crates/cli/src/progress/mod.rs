//! How far a run is: a bar on a terminal, else a line now and then, and the log.

mod plain;

use std::collections::HashSet;
use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressState, ProgressStyle};
use model::{CallStatus, Coverage, Outcome};
use tracing::{debug, info, warn};

use crate::log::TARGET;
use plain::Plain;

/// Counts what the stages tell, and draws it where that was asked for.
///
/// It is drawn from the first news on: an error before that stands alone on the terminal.
#[derive(Clone)]
pub(crate) struct Bar {
    is_wanted: bool,
    drawn: Arc<OnceLock<Drawn>>,
    counts: Arc<Counts>,
}

/// Where it is drawn.
enum Drawn {
    Bar(ProgressBar),
    Lines(Mutex<Option<Plain>>),
}

struct Counts {
    started: Instant,
    /// Accounts of which a call has ended.
    accounts: Mutex<HashSet<Box<str>>>,
    calls: AtomicU64,
    calls_done: AtomicU64,
    pages: AtomicU64,
    throttled: AtomicU64,
    files: AtomicU64,
    files_done: AtomicU64,
    bytes: AtomicU64,
    records: AtomicU64,
    findings: AtomicU64,
}

impl Bar {
    /// Makes a bar that is drawn only if it is wanted.
    pub(crate) fn new(is_wanted: bool) -> Self {
        Self { is_wanted, drawn: Arc::default(), counts: Arc::new(Counts::new()) }
    }

    fn start(&self) {
        if self.is_wanted {
            self.drawn.get_or_init(|| {
                let counts = Arc::clone(&self.counts);
                if io::stderr().is_terminal() {
                    Drawn::Bar(draw(counts))
                } else {
                    Drawn::Lines(Mutex::new(Some(Plain::start(move || counts.line()))))
                }
            });
        }
    }

    /// Runs something that writes to the terminal, with the bar out of its way.
    pub(crate) fn step_aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match self.drawn.get() {
            Some(Drawn::Bar(bar)) => bar.suspend(write),
            Some(Drawn::Lines(_)) | None => write(),
        }
    }

    /// Counts what comes out of the matcher.
    pub(crate) fn watch(&self, outcome: &Outcome) {
        if let Outcome::Scanned { findings, records, files, .. } = outcome {
            self.counts.findings.fetch_add(findings.len() as u64, Relaxed);
            self.counts.records.fetch_add(*records, Relaxed);
            self.counts.files_done.fetch_add(*files, Relaxed);
        }
    }

    /// Takes the bar away for good.
    pub(crate) fn finish(&self) {
        match self.drawn.get() {
            Some(Drawn::Bar(bar)) => bar.finish_and_clear(),
            Some(Drawn::Lines(plain)) => drop(plain.lock().unwrap_or_else(PoisonError::into_inner).take()),
            None => {}
        }
    }
}

fn draw(counts: Arc<Counts>) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner:.cyan} {counts} [{elapsed}]")
        .expect("the template is a constant")
        .with_key("counts", move |_: &ProgressState, out: &mut dyn Write| {
            let _ = out.write_str(&counts.line());
        });
    let bar = ProgressBar::no_length().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

impl Counts {
    fn new() -> Self {
        let [calls, calls_done, pages, throttled, files, files_done, bytes, records, findings] =
            Default::default();
        let accounts = Mutex::default();
        let started = Instant::now();
        Self {
            started,
            accounts,
            calls,
            calls_done,
            pages,
            throttled,
            files,
            files_done,
            bytes,
            records,
            findings,
        }
    }

    /// How long the calls that are left take, if they take as long as those that are done.
    fn left(&self) -> Option<Duration> {
        let count = |count: &AtomicU64| u32::try_from(count.load(Relaxed)).unwrap_or(u32::MAX);
        let (calls, done) = (count(&self.calls), count(&self.calls_done));
        let elapsed = self.started.elapsed();
        // The first calls say nothing, and the last ones end before anyone has read it.
        let tells = done > 0 && done >= calls / 20 && done < calls && elapsed >= Duration::from_secs(5);
        tells.then(|| elapsed * (calls - done) / done)
    }

    /// What is known so far; what is still zero is left out.
    fn line(&self) -> String {
        let [calls, calls_done, files] =
            [&self.calls, &self.calls_done, &self.files].map(|count| count.load(Relaxed));
        let mut parts = vec![];
        let accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner).len();
        if accounts > 1 {
            parts.push(format!("{} accounts", HumanCount(accounts as u64)));
        }
        if calls > 0 {
            parts.push(format!("{calls_done} of {calls} calls done"));
        }
        if files > 0 {
            parts.push(format!(
                "{} of {} files",
                HumanCount(self.files_done.load(Relaxed)),
                HumanCount(files)
            ));
        }
        let bytes = self.bytes.load(Relaxed);
        if bytes > 0 {
            parts.push(HumanBytes(bytes).to_string());
        }
        let rest = [
            (&self.pages, "page", "pages"),
            (&self.records, "record", "records"),
            (&self.throttled, "throttled", "throttled"),
            (&self.findings, "finding", "findings"),
        ];
        for (count, one, many) in rest {
            let count = count.load(Relaxed);
            if count > 0 {
                let noun = if count == 1 { one } else { many };
                parts.push(format!("{} {noun}", HumanCount(count)));
            }
        }
        if let Some(left) = self.left() {
            parts.push(format!("about {} left", HumanDuration(left)));
        }
        if parts.is_empty() { "starting".to_owned() } else { parts.join(" · ") }
    }
}

impl fetcher::Progress for Bar {
    fn planned(&self, calls: usize) {
        self.start();
        self.counts.calls.fetch_add(calls as u64, Relaxed);
    }

    fn page(&self, account: &str, region: &str, call: &str, records: usize) {
        self.counts.pages.fetch_add(1, Relaxed);
        debug!(target: TARGET, account, region, call, records, "page");
    }

    fn throttled(&self, account: &str, region: &str, call: &str) {
        self.counts.throttled.fetch_add(1, Relaxed);
        debug!(target: TARGET, account, region, call, "throttled");
    }

    fn finished(&self, row: &Coverage) {
        self.counts.calls_done.fetch_add(1, Relaxed);
        self.counts.accounts.lock().unwrap_or_else(PoisonError::into_inner).insert((&*row.account).into());
        let Coverage { account, region, call, pages, records, throttled, status } = row;
        if *status <= CallStatus::Skipped {
            info!(target: TARGET, %account, %region, %call, pages, records, throttled, %status, "call ended");
        } else {
            warn!(target: TARGET, %account, %region, %call, pages, records, throttled, %status, "call ended");
        }
    }
}

impl reader::Progress for Bar {
    fn found(&self, _path: &Path, _size: u64) {
        self.start();
        self.counts.files.fetch_add(1, Relaxed);
    }

    fn read(&self, bytes: u64) {
        self.counts.bytes.fetch_add(bytes, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_what_is_known() {
        let bar = Bar::new(false);
        assert_eq!(bar.counts.line(), "starting");
        fetcher::Progress::planned(&bar, 3);
        fetcher::Progress::page(&bar, "1", "r", "c", 2);
        bar.watch(&Outcome::Scanned { findings: vec![], allowed: 0, records: 1290, bytes: 1, files: 0 });
        assert_eq!(bar.counts.line(), "0 of 3 calls done · 1 page · 1,290 records");
    }
}
