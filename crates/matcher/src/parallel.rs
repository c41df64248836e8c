//! Workers between a bounded queue of work and a bounded queue of outcomes.
//!
//! Outcomes come in the order of the work, so that two runs over the same input print the same report. A worker
//! that is far ahead waits; one whose turn it is never does.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crossbeam_channel::{Receiver, Sender, bounded};
use model::{Event, Finding, Outcome, RawForm};
use rayon::iter::{ParallelBridge, ParallelIterator};

use crate::{Matcher, Scratch};

/// How far a worker may be ahead of the slowest one, in pieces of work for each thread.
const AHEAD: usize = 8;
/// Findings that a worker holds back at the most before it waits for its turn.
const MAX_HELD: usize = 1024;

/// A worker's view of the matcher for raw bytes.
pub struct Sieve<'a> {
    matcher: &'a Matcher,
    scratch: &'a mut Scratch,
}

impl<'a> Sieve<'a> {
    /// A view of the matcher with the state of the worker.
    pub fn new(matcher: &'a Matcher, scratch: &'a mut Scratch) -> Self {
        Self { matcher, scratch }
    }

    /// See [`Matcher::candidates`].
    pub fn candidates(&mut self, bytes: &[u8], form: RawForm<'_>, out: &mut Vec<usize>) {
        self.matcher.candidates(bytes, form, self.scratch, out);
    }

    /// Whether any value under this key is a candidate, whatever its text; for keys that stand far from their values.
    pub fn wants_key(&mut self, key: &str) -> bool {
        let roles = self.scratch.keys.roles(self.matcher, key);
        !roles.detectors.is_empty() || !roles.numbers.is_empty()
    }

    /// The same for one decoded value: whether it may be what the key calls for.
    pub fn wants_value(&mut self, key: &str, value: &[u8]) -> bool {
        self.matcher.may_be_called(key, value, self.scratch)
    }
}

/// A unit of work that a worker turns into events.
pub trait Work: Send + 'static {
    /// Gives the events, using the sieve to leave out what holds no candidate.
    fn expand(self, sieve: &mut Sieve<'_>, emit: &mut dyn FnMut(Event));
}

impl Work for Event {
    fn expand(self, _sieve: &mut Sieve<'_>, emit: &mut dyn FnMut(Event)) {
        emit(self);
    }
}

/// Starts `threads` workers that scan what `work` delivers; outcomes come in the order of the work.
///
/// The workers end when `work` is closed, or soon after the receiver is dropped.
///
/// # Panics
/// Where the system gives no thread.
pub fn spawn<W: Work>(matcher: Arc<Matcher>, work: Receiver<W>, threads: usize) -> Receiver<Outcome> {
    let (sender, receiver) = bounded(4 * threads);
    std::thread::Builder::new()
        .name("matcher".to_owned())
        .spawn(move || run(&matcher, work, threads, sender))
        .expect("the system gives a thread to a run that has just started");
    receiver
}

fn run<W: Work>(matcher: &Matcher, work: Receiver<W>, threads: usize, outcomes: Sender<Outcome>) {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|index| format!("matcher-{index}"))
        .build()
        .expect("the system gives threads to a run that has just started");
    let queue = Ordered::new(outcomes, AHEAD * threads);
    let items = work.into_iter().take_while(|_| !queue.is_closed()).enumerate();
    pool.install(|| {
        items.par_bridge().for_each_init(Worker::default, |worker, (turn, item)| {
            worker.work(matcher, item, &mut Batch { turn, queue: &queue, held: Vec::new(), n_findings: 0 });
        });
    });
}

#[derive(Default)]
struct Worker {
    /// The sieve's state; separate, because it is in use while a page of its own item is scanned.
    sieve: Scratch,
    scan: Scratch,
}

impl Worker {
    fn work<W: Work>(&mut self, matcher: &Matcher, item: W, batch: &mut Batch<'_>) {
        let mut sieve = Sieve::new(matcher, &mut self.sieve);
        let scan = &mut self.scan;
        item.expand(&mut sieve, &mut |event| {
            let outcome = match event {
                Event::Page(page) => {
                    let mut findings = Vec::new();
                    matcher.scan(&page, scan, &mut |finding| findings.push(finding));
                    let allowed = std::mem::take(&mut scan.n_allowed);
                    Outcome::Scanned { findings, allowed, records: page.len() as u64, bytes: 0, files: 0 }
                }
                Event::Read { bytes, files } => {
                    Outcome::Scanned { findings: Vec::new(), allowed: 0, records: 0, bytes, files }
                }
                Event::Notice(notice) => Outcome::Notice(notice),
                Event::Coverage(coverage) => Outcome::Coverage(coverage),
            };
            batch.push(outcome);
        });
        batch.finish();
    }
}

/// Outcomes of one piece of work, held until its turn comes.
struct Batch<'a> {
    turn: usize,
    queue: &'a Ordered,
    held: Vec<Outcome>,
    n_findings: usize,
}

impl Batch<'_> {
    fn push(&mut self, outcome: Outcome) {
        if let Outcome::Scanned { findings, .. } = &outcome {
            self.n_findings += <[Finding]>::len(findings);
        }
        self.held.push(outcome);
        if self.n_findings > MAX_HELD || self.held.len() > MAX_HELD {
            self.n_findings = 0;
            self.queue.send_in_turn(self.turn, &mut self.held);
        }
    }

    fn finish(&mut self) {
        self.queue.finish(self.turn, std::mem::take(&mut self.held));
    }
}

/// Puts the outcomes of many workers in order.
struct Ordered {
    outcomes: Sender<Outcome>,
    is_closed: AtomicBool,
    ahead: usize,
    state: Mutex<Turns>,
    next: Condvar,
}

struct Turns {
    /// The piece of work whose outcomes are to be sent.
    now: usize,
    finished: BTreeMap<usize, Vec<Outcome>>,
}

impl Ordered {
    fn new(outcomes: Sender<Outcome>, ahead: usize) -> Self {
        let state = Mutex::new(Turns { now: 0, finished: BTreeMap::new() });
        Self { outcomes, is_closed: AtomicBool::new(false), ahead, state, next: Condvar::new() }
    }

    /// Waits for the turn and sends what is there of it, more to come.
    fn send_in_turn(&self, turn: usize, held: &mut Vec<Outcome>) {
        let state = self.wait(self.lock(), |state| state.now < turn);
        self.send(held.drain(..));
        drop(state);
    }

    /// Ends a turn; sends it and all finished ones behind it when it is theirs.
    fn finish(&self, turn: usize, held: Vec<Outcome>) {
        let mut state = self.wait(self.lock(), |state| turn >= state.now + self.ahead);
        state.finished.insert(turn, held);
        while let Some(batch) = {
            let now = state.now;
            state.finished.remove(&now)
        } {
            self.send(batch.into_iter());
            state.now += 1;
        }
        self.next.notify_all();
    }

    fn send(&self, outcomes: impl Iterator<Item = Outcome>) {
        for outcome in outcomes {
            // A reporter that has gone away ends the run; what is left has no reader.
            if self.outcomes.send(outcome).is_err() {
                self.is_closed.store(true, Ordering::Relaxed);
                break;
            }
        }
    }

    fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Turns> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(
        &self,
        state: MutexGuard<'a, Turns>,
        must_wait: impl FnMut(&mut Turns) -> bool,
    ) -> MutexGuard<'a, Turns> {
        self.next.wait_while(state, must_wait).unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use model::{Confidence, Notice, NoticeCode, Origin};

    use super::*;
    use crate::Config;

    /// Gives a run of numbered notices; the first pieces are the slowest to make.
    struct Numbers(u64);

    impl Work for Numbers {
        fn expand(self, _sieve: &mut Sieve<'_>, emit: &mut dyn FnMut(Event)) {
            std::hint::black_box((0..(200 - self.0.min(200)) * 500).sum::<u64>());
            for part in 0..3 {
                let message = format!("{} {part}", self.0);
                emit(Event::Notice(Notice { code: NoticeCode::Binary, origin: Origin::default(), message }));
            }
        }
    }

    fn matcher() -> Arc<Matcher> {
        let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
        Arc::new(Matcher::new(&[], config).unwrap())
    }

    #[test]
    fn a_key_far_from_its_value_is_wanted_where_it_means_something() {
        let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
        let matcher = Matcher::new(patterns::builtin(), config).unwrap();
        let mut scratch = Scratch::default();
        let mut sieve = Sieve { matcher: &matcher, scratch: &mut scratch };
        for (key, is_wanted) in
            [("db_password", true), ("nhs_number", true), ("CostCenter", false), ("", false)]
        {
            assert_eq!(sieve.wants_key(key), is_wanted, "{key}");
        }
    }

    #[test]
    fn outcomes_keep_the_order_of_the_work() {
        for threads in [1, 2, 5] {
            let (sender, work) = bounded(4);
            let outcomes = spawn(matcher(), work, threads);
            std::thread::spawn(move || (0..300).for_each(|number| sender.send(Numbers(number)).unwrap()));
            let messages: Vec<_> = outcomes
                .iter()
                .map(|outcome| match outcome {
                    Outcome::Notice(notice) => notice.message,
                    Outcome::Scanned { .. } | Outcome::Coverage(_) => String::new(),
                })
                .collect();
            let expected: Vec<_> =
                (0..300).flat_map(|number| (0..3).map(move |part| format!("{number} {part}"))).collect();
            assert_eq!(messages, expected, "{threads} threads");
        }
    }

    #[test]
    fn a_reporter_that_goes_away_stops_the_work() {
        let (sender, work) = bounded(1);
        drop(spawn(matcher(), work, 2));
        // Without a stop this would go on for ever.
        let mut number = 0;
        while sender.send(Numbers(number)).is_ok() {
            number += 1;
        }
    }
}
