//! `--checkpoint FILE`: what an interrupted sweep had done, so that the next one goes on there.
//!
//! The file has one JSON object a line: who wrote it, then findings as in `--format jsonl` and rows of the coverage
//! table, in the order of the sweep. A row comes after all findings of its call; so a call whose row is there is
//! done, and what was found in any other call is found again and told once. A line that was cut short is the last
//! one and counts for nothing. A sweep that misses nothing deletes the file.
//!
//! - `read`: the lines of an earlier sweep
//! - `write`: those of this one

mod read;
mod write;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use fetcher::Done;
use model::{Outcome, Summary};

use crate::args::SweepArgs;
use crate::fingerprint;
use read::Earlier;
use write::Writer;

/// Version of the file's format.
const VERSION: u64 = 1;

/// The file of this sweep, and what an earlier one left in it.
pub(crate) struct Checkpoint {
    path: PathBuf,
    writer: Writer,
    earlier: Earlier,
}

impl Checkpoint {
    /// Opens the file that is asked for, if one is.
    ///
    /// # Errors
    /// A file that cannot be written, is no checkpoint, or is that of a sweep with other options.
    pub(crate) fn open(args: &SweepArgs) -> anyhow::Result<Option<Self>> {
        let Some(path) = args.checkpoint.clone() else { return Ok(None) };
        let of = || format!("checkpoint {}", path.display());
        let options = options(args);
        let earlier = match read::read(&path, &options).with_context(of)? {
            Some(earlier) => earlier,
            None => Earlier::new(fingerprint::key()?),
        };
        let writer = Writer::open(&path, (&options, &earlier)).with_context(of)?;
        Ok(Some(Self { path, writer, earlier }))
    }

    /// The key of the fingerprints, which must be the same in both halves of a sweep.
    pub(crate) fn fingerprint_key(&self) -> [u8; 32] {
        self.earlier.key
    }

    /// Calls that need not be made again.
    pub(crate) fn done(&self) -> Done {
        self.earlier.rows.iter().map(|row| (&*row.account, &*row.region, &*row.call)).collect()
    }

    /// What the earlier sweep told, to be told again; `names` are those of the detectors.
    pub(crate) fn replay(&mut self, names: &HashMap<&str, &str>) -> Vec<Outcome> {
        let Earlier { findings, rows, bytes, .. } = &mut self.earlier;
        let mut findings = std::mem::take(findings);
        for finding in &mut findings {
            let name = names.get(&*finding.detector).copied().unwrap_or(&finding.detector);
            finding.name = Arc::from(name);
        }
        let records = rows.iter().map(|row| row.records).sum();
        let scanned = Outcome::Scanned { findings, allowed: 0, records, bytes: *bytes, files: 0 };
        std::iter::once(scanned).chain(rows.iter().cloned().map(Outcome::Coverage)).collect()
    }

    /// Notes what was found or done; gives false for a row that the earlier sweep had already told.
    pub(crate) fn note(&mut self, outcome: &Outcome) -> bool {
        if let Outcome::Coverage(row) = outcome {
            let is_known = |known: &model::Coverage| {
                (&known.account, &known.region, &known.call) == (&row.account, &row.region, &row.call)
            };
            if self.earlier.rows.iter().any(is_known) {
                return false;
            }
        }
        self.writer.note(outcome);
        true
    }

    /// Deletes the file where nothing is left to do, else says how to go on.
    ///
    /// # Errors
    /// A file that could not be written to its end: the sweep cannot go on from it.
    pub(crate) fn close(self, summary: &Summary) -> anyhow::Result<()> {
        let Self { path, writer, .. } = self;
        writer.close().with_context(|| format!("checkpoint {}", path.display()))?;
        if summary.incomplete {
            crate::console::say(&format!(
                "tagleaks: the same command goes on where this sweep stopped ({})",
                path.display()
            ));
        } else {
            std::fs::remove_file(&path).with_context(|| format!("checkpoint {}", path.display()))?;
        }
        Ok(())
    }
}

/// What must be the same for both halves of a sweep: everything that decides what is read and what is found.
fn options(args: &SweepArgs) -> String {
    let SweepArgs { region, profile, endpoint_url, organization, sources, data, common, .. } = args;
    let found = (&common.selection, &common.min_confidence, &common.dictionary, &common.config);
    format!("{region:?} {profile:?} {endpoint_url:?} {organization:?} {sources:?} {data} {found:?}")
}
