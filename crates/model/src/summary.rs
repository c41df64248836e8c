//! Counts of a run.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::{Coverage, Finding, Kind, Notice, Severity};

/// What a run did; the last line of every report.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Records looked at (fields of resources, or values of files that held a candidate).
    pub records: u64,
    /// Bytes looked at, decompressed.
    pub bytes: u64,
    /// Files looked at; 0 for a sweep.
    #[serde(skip_serializing_if = "is_zero")]
    pub files: u64,
    /// Findings by severity.
    pub findings: BTreeMap<Severity, u64>,
    /// Findings that a rule of the user allowed; they are in no other count.
    pub allowed: u64,
    /// Whether there is a hole.
    pub incomplete: bool,
    /// Wall time in seconds.
    #[serde(rename = "elapsed_s", serialize_with = "seconds")]
    pub elapsed: Duration,
    /// Findings by kind.
    pub kinds: BTreeMap<Kind, u64>,
    /// Notices.
    pub notices: u64,
    /// Calls of a sweep, sorted; empty for a scan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Coverage>,
}

impl Summary {
    /// Counts a finding.
    pub fn count_finding(&mut self, finding: &Finding) {
        *self.findings.entry(finding.severity).or_default() += 1;
        *self.kinds.entry(finding.kind).or_default() += 1;
    }

    /// Counts a notice; a hole makes the run incomplete.
    pub fn count_notice(&mut self, notice: &Notice) {
        self.notices += 1;
        self.incomplete |= notice.code.is_hole();
    }

    /// Findings of all severities.
    pub fn n_findings(&self) -> u64 {
        self.findings.values().sum()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over like this")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

fn seconds<S: Serializer>(elapsed: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((elapsed.as_secs_f64() * 1000.0).round() / 1000.0)
}
