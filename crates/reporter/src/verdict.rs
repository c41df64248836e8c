//! What a run comes to.

use model::Summary;

/// The result of a run, and the exit code that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything was scanned and nothing was found.
    Clean,
    /// Everything was scanned and something was found.
    Findings,
    /// Something was not scanned, whatever else was found.
    Incomplete,
}

impl Verdict {
    /// Judges a run.
    pub fn of(summary: &Summary) -> Self {
        if summary.incomplete {
            Self::Incomplete
        } else if summary.n_findings() > 0 {
            Self::Findings
        } else {
            Self::Clean
        }
    }

    /// The exit code: 0 clean, 1 findings, 2 incomplete.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Incomplete => 2,
        }
    }
}
