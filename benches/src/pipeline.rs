//! Reader and matcher joined as `tagleaks scan` joins them.

use std::path::Path;
use std::sync::Arc;

use matcher::Matcher;
use model::{Event, Outcome, RawForm};

/// Takes a file through reader, sieve, locator and scan, and gives the number of findings.
///
/// # Panics
/// Where a part of the file was not scanned.
pub fn pipeline(matcher: &Arc<Matcher>, file: &Path, threads: usize) -> usize {
    let blocks = reader::spawn(vec![file.to_owned()], reader::Config::default(), Arc::new(()));
    let (sender, work) = crossbeam_channel::bounded(1);
    let feeder =
        std::thread::spawn(move || blocks.into_iter().try_for_each(|block| sender.send(Located(block))));
    let mut n_findings = 0;
    for outcome in matcher::spawn(Arc::clone(matcher), work, threads) {
        match outcome {
            Outcome::Scanned { findings, .. } => n_findings += findings.len(),
            Outcome::Notice(notice) => panic!("the corpus is readable: {notice:?}"),
            Outcome::Coverage(_) => {}
        }
    }
    feeder.join().expect("the feeder does not panic").expect("the matcher takes all blocks");
    n_findings
}

/// Joins reader and matcher, which do not know each other.
struct Located(reader::Block);

impl matcher::Work for Located {
    fn expand(self, sieve: &mut matcher::Sieve<'_>, emit: &mut dyn FnMut(Event)) {
        self.0.locate(&mut Sieve(sieve), emit);
    }
}

struct Sieve<'a, 'm>(&'a mut matcher::Sieve<'m>);

impl reader::Sieve for Sieve<'_, '_> {
    fn candidates(&mut self, bytes: &[u8], form: RawForm<'_>, out: &mut Vec<usize>) {
        self.0.candidates(bytes, form, out);
    }

    fn wants_key(&mut self, key: &str) -> bool {
        self.0.wants_key(key)
    }

    fn wants_value(&mut self, key: &str, value: &[u8]) -> bool {
        self.0.wants_value(key, value)
    }
}
