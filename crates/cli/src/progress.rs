//! A progress bar on stderr that never garbles the report.

use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressState, ProgressStyle};
use model::{Coverage, Outcome};

/// Counts what the stages tell, and draws it where that was asked for.
///
/// It is drawn from the first news on: an error before that stands alone on the terminal.
#[derive(Clone)]
pub(crate) struct Bar {
    is_wanted: bool,
    drawn: Arc<OnceLock<ProgressBar>>,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
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
    /// Makes a bar that is drawn only if it is wanted and stderr is a terminal.
    pub(crate) fn new(wanted: bool) -> Self {
        let is_wanted = wanted && io::stderr().is_terminal();
        Self { is_wanted, drawn: Arc::default(), counts: Arc::default() }
    }

    fn start(&self) {
        if self.is_wanted {
            self.drawn.get_or_init(|| draw(self.counts.clone()));
        }
    }

    /// Runs something that writes to the terminal, with the bar out of its way.
    pub(crate) fn step_aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match self.drawn.get() {
            Some(bar) => bar.suspend(write),
            None => write(),
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
        if let Some(bar) = self.drawn.get() {
            bar.finish_and_clear();
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
    /// What is known so far; what is still zero is left out.
    fn line(&self) -> String {
        let [calls, calls_done, files] =
            [&self.calls, &self.calls_done, &self.files].map(|count| count.load(Relaxed));
        let mut parts = vec![];
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
        if parts.is_empty() { "starting".to_owned() } else { parts.join(" · ") }
    }
}

impl fetcher::Progress for Bar {
    fn planned(&self, calls: usize) {
        self.start();
        self.counts.calls.fetch_add(calls as u64, Relaxed);
    }

    fn page(&self, _account: &str, _region: &str, _call: &str, _records: usize) {
        self.counts.pages.fetch_add(1, Relaxed);
    }

    fn throttled(&self, _account: &str, _region: &str, _call: &str) {
        self.counts.throttled.fetch_add(1, Relaxed);
    }

    fn finished(&self, _coverage: &Coverage) {
        self.counts.calls_done.fetch_add(1, Relaxed);
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
