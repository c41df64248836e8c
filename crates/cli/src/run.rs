//! The run functions: each one is the diagram of the product.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, bounded};
use matcher::Work;
use model::{Event, RawForm, Summary};

use crate::args::{ScanArgs, SweepArgs};
use crate::checkpoint::Checkpoint;
use crate::once::Once;
use crate::plan::{self, Plan};
use crate::{closing, console, output};

/// Sweeps an account and gives the exit code.
pub(crate) fn sweep(args: &SweepArgs) -> anyhow::Result<u8> {
    let checkpoint = Checkpoint::open(args)?;
    let mut account = plan::account(args)?;
    account.done = checkpoint.as_ref().map(Checkpoint::done).unwrap_or_default();
    let mut plan = Plan::new(&args.common, checkpoint.as_ref().map(Checkpoint::fingerprint_key))?;
    plan.checkpoint = checkpoint;
    plan.is_broad = true;
    let is_shown = plan.is_shown;
    let summary = sweep_account(plan, account)?;
    Ok(closing::tell(&summary, is_shown))
}

/// Fetches, matches, reports.
pub(crate) fn sweep_account(mut plan: Plan, account: fetcher::Config) -> anyhow::Result<Summary> {
    plan.once = Some(Once::default());
    let (events, fetching) = fetcher::spawn(account, Arc::new(plan.bar.clone()))?;
    let outcomes = matcher::spawn(plan.matcher.clone(), events, plan.threads);
    let summary = plan.drain(outcomes)?;
    // A panic on that thread has been told and counted by `crash`.
    let _ = fetching.join();
    Ok(summary)
}

/// Reads, matches, reports, and gives the exit code.
pub(crate) fn scan(mut args: ScanArgs) -> anyhow::Result<u8> {
    args.common.selection.skip.append(&mut args.exclude);
    output::refuse_to_overwrite_input(&args)?;
    output::refuse_to_scan_reports(&args)?;
    let mut plan = Plan::new(&args.common, None)?;
    plan.is_broad = args.paths.iter().any(|path| path.is_dir());
    let is_shown = plan.is_shown;
    let config = reader::Config {
        hidden: args.hidden || plan.settings.hidden,
        no_ignore: args.no_ignore || plan.settings.no_ignore,
        skip: own_files(&args, &plan),
        ..reader::Config::default()
    };
    let blocks = reader::spawn(args.paths, config, Arc::new(plan.bar.clone()));
    let outcomes = matcher::spawn(plan.matcher.clone(), as_work(blocks), plan.threads);
    let summary = plan.drain(outcomes)?;
    if summary.files == 0 && !summary.incomplete {
        console::say("warning: 0 files scanned");
    }
    Ok(closing::tell(&summary, is_shown))
}

/// The reports, the configuration and the dictionaries in use, which are no input even where they lie in a folder that is one.
fn own_files(args: &ScanArgs, plan: &Plan) -> Vec<PathBuf> {
    let reports = args.common.targets.0.iter().filter_map(|target| target.file.clone());
    let dictionaries = plan.settings.dictionaries.iter().map(|spec| spec.file.clone());
    reports.chain(plan.settings.file.clone()).chain(dictionaries).collect()
}

/// A block of the reader as work for the matcher; the two know nothing of each other.
struct Raw(reader::Block);

struct Sieve<'a, 'matcher>(&'a mut matcher::Sieve<'matcher>);

impl Work for Raw {
    fn expand(self, sieve: &mut matcher::Sieve<'_>, emit: &mut dyn FnMut(Event)) {
        self.0.locate(&mut Sieve(sieve), emit);
    }
}

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

fn as_work(blocks: Receiver<reader::Block>) -> Receiver<Raw> {
    let (sender, receiver) = bounded(1);
    thread::spawn(move || blocks.into_iter().try_for_each(|block| sender.send(Raw(block))));
    receiver
}
