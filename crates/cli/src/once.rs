//! One leak is one finding, though several calls of a sweep may tell of it.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use model::{Finding, Outcome};

/// Leaks that were told of: resource, path and value, by their hash.
///
/// A million findings take 16 MB. Two of ten million share a hash of 64 bits once in 400,000 sweeps.
#[derive(Default)]
pub(crate) struct Once {
    state: RandomState,
    known: HashSet<u64>,
}

impl Once {
    /// Takes out what an earlier outcome told of; a value that stands twice in one field counts twice.
    pub(crate) fn keep_new(&mut self, outcome: &mut Outcome) {
        let Outcome::Scanned { findings, .. } = outcome else { return };
        findings.retain(|finding| self.hash(finding).is_none_or(|hash| !self.known.contains(&hash)));
        let new: Vec<u64> = findings.iter().filter_map(|finding| self.hash(finding)).collect();
        self.known.extend(new);
    }

    /// `None` where no ARN tells the resource from others.
    fn hash(&self, finding: &Finding) -> Option<u64> {
        let arn = finding.origin.arn.as_ref()?;
        Some(self.state.hash_one((&finding.detector, arn, &finding.path, &finding.fingerprint)))
    }
}
