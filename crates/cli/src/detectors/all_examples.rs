//! Runs the examples of every detector, the built-in ones and the user's, all detectors at work.

use std::fmt::Write;

use model::Detector;

use crate::config::Settings;
use crate::examples::{self, key_and_text};
use crate::{plan, selection};

/// What running the examples came to.
pub(super) struct Ran {
    pub(super) text: String,
    pub(super) n_failed: usize,
}

/// Runs them all; a user's detector was tried alone when it was loaded, here it meets the others.
pub(super) fn run(settings: &Settings) -> anyhow::Result<Ran> {
    let matcher = plan::trial(settings)?;
    let detectors = selection::detectors(settings);
    let mut ran = Ran { text: String::new(), n_failed: 0 };
    for detector in detectors.iter() {
        for failed in examples::run(&matcher, detector) {
            ran.n_failed += 1;
            let why = why(&matcher, detector, failed.field, failed.index);
            let _ = writeln!(ran.text, "failed: {}: {failed}{why}", detector.id);
        }
    }
    let own = &settings.detectors;
    let builtin = patterns::builtin();
    let _ = writeln!(
        ran.text,
        "{} examples of {} built-in detectors and {} of {} of your own: {}",
        n_examples(builtin),
        builtin.len(),
        n_examples(own),
        own.len(),
        if ran.n_failed == 0 { "all as they should".to_owned() } else { format!("{} failed", ran.n_failed) }
    );
    Ok(ran)
}

fn n_examples(detectors: &[Detector]) -> usize {
    detectors.iter().map(|detector| detector.matches.len() + detector.no_matches.len()).sum()
}

/// The reason why a `match` example does not fire, where the detector got as far as a reason.
fn why(matcher: &matcher::Matcher, detector: &Detector, field: &str, index: usize) -> String {
    if field != "match" {
        return String::new();
    }
    let (key, text) = key_and_text(detector.matches.get(index).unwrap_or_default());
    let verdicts = matcher.explain(&key, &text);
    let own = verdicts.into_iter().find(|verdict| verdict.detector == detector.id);
    own.map_or("; no anchor of it stands there".to_owned(), |verdict| format!("; it {}", verdict.reason))
}
