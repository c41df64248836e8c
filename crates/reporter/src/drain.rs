//! The one writer: everything that the matcher sends passes here.

use std::io;

use model::{CallStatus, Finding, Notice, Outcome, Summary};

use crate::report::{Reporter, Run};

/// Hands every outcome to every reporter and counts.
///
/// A reader that closes its pipe ends its report, and no other. When none is left, the run stops.
///
/// # Errors
/// `BrokenPipe` where the run stopped early because nobody reads any more, and whatever else keeps an output from
/// being written.
pub fn drain(
    reporters: Vec<Box<dyn Reporter>>,
    run: &Run,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> io::Result<Summary> {
    let mut fan = Fan { reporters };
    let mut summary = Summary::default();
    fan.each(|reporter| reporter.begin(run))?;
    for outcome in outcomes {
        match outcome {
            Outcome::Scanned { findings, allowed, records, bytes, files } => {
                summary.allowed += allowed;
                summary.records += records;
                summary.bytes += bytes;
                summary.files += files;
                fan.findings(&findings, &mut summary)?;
            }
            Outcome::Notice(notice) => fan.notice(&notice, &mut summary)?,
            Outcome::Coverage(coverage) => {
                summary.incomplete |= coverage.status > CallStatus::Skipped;
                summary.coverage.push(coverage);
            }
        }
        if fan.reporters.is_empty() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
    }
    summary.coverage.sort_by(|left, right| {
        (&left.account, &left.region, &left.call).cmp(&(&right.account, &right.region, &right.call))
    });
    summary.elapsed = run.started.elapsed();
    fan.each(|reporter| reporter.end(&summary))?;
    Ok(summary)
}

/// All reports of a run; one whose pipe is closed leaves.
struct Fan {
    reporters: Vec<Box<dyn Reporter>>,
}

impl Fan {
    fn findings(&mut self, findings: &[Finding], summary: &mut Summary) -> io::Result<()> {
        for finding in findings {
            summary.count_finding(finding);
            self.each(|reporter| reporter.finding(finding))?;
        }
        Ok(())
    }

    fn notice(&mut self, notice: &Notice, summary: &mut Summary) -> io::Result<()> {
        summary.count_notice(notice);
        self.each(|reporter| reporter.notice(notice))
    }

    fn each(&mut self, mut write: impl FnMut(&mut dyn Reporter) -> io::Result<()>) -> io::Result<()> {
        let mut failed = None;
        self.reporters.retain_mut(|reporter| match write(reporter.as_mut()) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => false,
            Err(error) => {
                failed.get_or_insert(error);
                false
            }
        });
        failed.map_or(Ok(()), Err)
    }
}
