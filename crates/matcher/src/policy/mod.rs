//! What a run finds and keeps to itself: allowed values, detectors that are switched off, low severities.
//!
//! - [`allow`]: one rule, and whether it holds for a hit
//! - [`glob`]: names and paths with `*`
//! - [`domain`]: the domain of an address or URL

mod allow;
mod domain;
mod glob;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use model::Severity;

use crate::compiled::Compiled;
pub use allow::Allow;
pub(crate) use allow::Subject;
pub use glob::Glob;

/// What a run keeps to itself.
#[derive(Debug, Default)]
pub struct Policy {
    /// Findings that one of these rules fits are counted, and not given.
    pub allow: Vec<Allow>,
    /// Ids of detectors that are off. Their hits still own their spans: the password of a URL does not become an
    /// e-mail address because nobody asked for passwords.
    pub muted: BTreeSet<String>,
    /// Findings below it are not given.
    pub min_severity: Option<Severity>,
}

/// A policy over the detectors of one matcher.
#[derive(Default)]
pub(crate) struct Decisions {
    rules: Vec<Rule>,
    /// Which detectors are off, by index; empty where none is.
    hidden: Vec<bool>,
}

struct Rule {
    allow: Allow,
    is_used: AtomicBool,
}

impl Decisions {
    pub(crate) fn new(policy: Policy, detectors: &[Compiled]) -> Self {
        let Policy { allow, muted, min_severity } = policy;
        let hidden = detectors.iter().map(|Compiled { detector, .. }| {
            muted.contains(&*detector.id) || Some(detector.severity) < min_severity
        });
        let rules = allow.into_iter().map(|allow| Rule { allow, is_used: AtomicBool::new(false) });
        Self { hidden: hidden.collect(), rules: rules.collect() }
    }

    /// Whether findings of the detector at this index are given.
    pub(crate) fn shows(&self, detector: usize) -> bool {
        !self.hidden.get(detector).copied().unwrap_or_default()
    }

    /// Whether a rule allows it; every rule that does counts as used.
    pub(crate) fn allows(&self, subject: &Subject<'_>) -> bool {
        let fitting = self.rules.iter().filter(|rule| rule.allow.fits(subject));
        fitting.map(|rule| rule.is_used.store(true, Ordering::Relaxed)).count() > 0
    }

    /// Places of the rules that allowed nothing so far.
    pub(crate) fn unused(&self) -> Vec<usize> {
        let is_unused = |&index: &usize| !self.rules[index].is_used.load(Ordering::Relaxed);
        (0..self.rules.len()).filter(is_unused).collect()
    }
}
