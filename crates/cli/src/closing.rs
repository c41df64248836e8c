//! The last line on stderr: what the exit code means.

use model::Summary;
use reporter::Verdict;

use crate::console::say;

/// Exit code of an error or of an incomplete run.
pub(crate) const ERROR: u8 = Verdict::Incomplete.exit_code();

/// Gives the exit code of a run, and tells it unless a report for people has said as much.
pub(crate) fn tell(summary: &Summary, is_shown: bool) -> u8 {
    let verdict = Verdict::of(summary);
    let is_told = match verdict {
        Verdict::Clean => false,
        Verdict::Findings => !is_shown,
        Verdict::Incomplete => true,
    };
    if is_told {
        say(&format!("tagleaks: {}", sentence(summary)));
    }
    verdict.exit_code()
}

/// What the exit code means, in words.
pub(crate) fn sentence(summary: &Summary) -> String {
    let findings = match summary.n_findings() {
        0 => "no findings".to_owned(),
        1 => "1 finding".to_owned(),
        number => format!("{number} findings"),
    };
    let findings = match summary.allowed {
        0 => findings,
        allowed => format!("{findings}, {allowed} allowed"),
    };
    let code = Verdict::of(summary).exit_code();
    match Verdict::of(summary) {
        Verdict::Clean | Verdict::Findings => format!("{findings}, exit code {code}"),
        Verdict::Incomplete => {
            format!(
                "{findings}, but not everything was scanned: exit code {code}, which wins over 1 for findings"
            )
        }
    }
}
