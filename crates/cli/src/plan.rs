//! The objects that a run is made of, built from arguments and configuration.

use std::collections::HashMap;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Instant;

use anyhow::Context;
use crossbeam_channel::Receiver;
use matcher::{Matcher, Scratch};
use model::{Confidence, Kind, Notice, Outcome, Summary};
use reporter::{Reporter, Run, visible};

use crate::args::{CommonArgs, DictionaryArgs, SweepArgs};
use crate::checkpoint::Checkpoint;
use crate::config::{self, Settings};
use crate::dictionary::{self, Spec};
use crate::once::Once;
use crate::progress::Bar;
use crate::selection::{self, Selection};
use crate::{console, fingerprint, interrupt, log, mfa, output, rules};

/// Everything between the source and the exit code.
pub(crate) struct Plan {
    pub(crate) matcher: Arc<Matcher>,
    pub(crate) threads: usize,
    pub(crate) bar: Bar,
    pub(crate) settings: Settings,
    /// Whether stdout gets a report for people, so that stderr need not repeat it.
    pub(crate) is_shown: bool,
    /// Whether so much is looked at that an allow rule without use deserves a word.
    pub(crate) is_broad: bool,
    /// Leaks that were told of, where several sources may tell of the same one.
    pub(crate) once: Option<Once>,
    /// What is done is noted there.
    pub(crate) checkpoint: Option<Checkpoint>,
    /// Line of each allow rule.
    lines: Vec<usize>,
    reporters: Vec<Box<dyn Reporter>>,
    run: Run,
}

impl Plan {
    /// Builds everything; nothing is read or called yet.
    ///
    /// `key` is that of the fingerprints; else it is the user's, or one for this run only.
    pub(crate) fn new(args: &CommonArgs, key: Option<[u8; 32]>) -> anyhow::Result<Self> {
        let started = Instant::now();
        log::start(&args.log);
        let mut settings = config::load(&args.config)?;
        add_dictionaries(&args.dictionary, &mut settings);
        let bar = Bar::new(!args.no_progress);
        let config = matcher::Config {
            min_confidence: args.min_confidence.or(settings.min_confidence).unwrap_or(Confidence::Likely),
            fingerprint_key: key.map_or_else(fingerprint::key, Ok)?,
            reveal: args.reveal,
        };
        let Selection { detectors, policy, lines } = selection::select(&args.selection, &settings)?;
        rules::warn(&settings);
        let matcher = Matcher::new(&detectors, config)?.with_policy(policy);
        let matcher = with_dictionaries(matcher, &settings)?;
        let color = args.color.or(settings.color).unwrap_or_default();
        let reporters = output::open(&args.targets, color, args.reveal, &bar)?;
        let threads = args.threads.or(settings.threads);
        let threads = threads.map(usize::from);
        let threads = threads.or_else(|| available_parallelism().ok().map(usize::from)).unwrap_or(1);
        let is_shown =
            args.targets.0.iter().any(|target| target.file.is_none() && target.format.name == "pretty");
        let run = Run { version: env!("CARGO_PKG_VERSION"), reveal: args.reveal, started };
        let matcher = Arc::new(matcher);
        Ok(Self {
            matcher,
            threads,
            bar,
            settings,
            is_shown,
            is_broad: false,
            once: None,
            checkpoint: None,
            lines,
            reporters,
            run,
        })
    }

    /// Writes every report; the end of the diagram.
    pub(crate) fn drain(mut self, outcomes: Receiver<Outcome>) -> anyhow::Result<Summary> {
        let mut scratch = Scratch::default();
        let replayed =
            self.checkpoint.as_mut().map_or_else(Vec::new, |checkpoint| checkpoint.replay(&names()));
        let mut n_replayed = replayed.len();
        let outcomes = replayed.into_iter().chain(outcomes).filter_map(|mut outcome| {
            let is_replayed = n_replayed > 0;
            n_replayed = n_replayed.saturating_sub(1);
            if let Outcome::Notice(notice) = &mut outcome {
                redact(notice, &self.matcher, &mut scratch);
                if !self.is_shown && notice.code.is_hole() {
                    self.bar.step_aside(|| warn(notice));
                }
            }
            if let Some(once) = &mut self.once {
                once.keep_new(&mut outcome);
            }
            if let Some(checkpoint) = &mut self.checkpoint
                && !is_replayed
                && !checkpoint.note(&outcome)
            {
                return None;
            }
            self.bar.watch(&outcome);
            Some(outcome)
        });
        let summary = reporter::drain(self.reporters, &self.run, outcomes);
        self.bar.finish();
        rules::tell_floods(&self.matcher);
        if self.is_shown && self.is_broad {
            rules::hint(&self.matcher, &self.lines, &self.settings);
        }
        let summary = summary.context("cannot write the report")?;
        self.checkpoint.take().map_or(Ok(()), |checkpoint| checkpoint.close(&summary))?;
        Ok(summary)
    }
}

/// Names of the detectors, by their ids.
fn names() -> HashMap<&'static str, &'static str> {
    patterns::builtin().iter().map(|detector| (&*detector.id, &*detector.name)).collect()
}

/// What is typed replaces what the file says.
fn add_dictionaries(args: &DictionaryArgs, settings: &mut Settings) {
    if !args.dictionary.is_empty() {
        let kind = args.dictionary_kind.unwrap_or(Kind::Person);
        settings.dictionaries = args.dictionary.iter().map(|text| Spec::parse(text, kind)).collect();
    }
}

fn with_dictionaries(matcher: Matcher, settings: &Settings) -> anyhow::Result<Matcher> {
    settings.dictionaries.iter().try_fold(matcher, |matcher, spec| {
        Ok(matcher.with_dictionary(&spec.detector().id, dictionary::load(spec)?))
    })
}

/// A matcher for trying detectors, which shows everything and keeps nothing.
pub(crate) fn trial(settings: &Settings) -> anyhow::Result<Matcher> {
    let config = matcher::Config {
        min_confidence: Confidence::Possible,
        fingerprint_key: fingerprint::key()?,
        reveal: false,
    };
    Ok(Matcher::new(&selection::detectors(settings), config)?)
}

/// What the fetcher needs to know.
pub(crate) fn account(args: &SweepArgs) -> anyhow::Result<fetcher::Config> {
    let mut config = fetcher::Config {
        profile: args.profile.clone(),
        endpoint_url: args.endpoint_url.clone(),
        mfa_serial: args.mfa_serial.clone(),
        mfa_code: Some(mfa::prompt()),
        regions: args.region.clone(),
        organization: args.organization.chosen(),
        optional: args.data,
        ..fetcher::Config::default()
    };
    if !args.sources.source.is_empty() {
        config.sources.clone_from(&args.sources.source);
    }
    interrupt::stops(&config.stop)?;
    Ok(config)
}

/// A leak may stand in a file name, in an ARN or in what a service answered.
fn redact(notice: &mut Notice, matcher: &Matcher, scratch: &mut Scratch) {
    notice.message = matcher.redact(&notice.message, scratch);
    for text in [&mut notice.origin.path, &mut notice.origin.arn].into_iter().flatten() {
        *text = matcher.redact(text, scratch).into();
    }
}

fn warn(notice: &Notice) {
    let origin = &notice.origin;
    let parts = [&origin.path, &origin.service, &origin.region, &origin.account];
    let place: Vec<_> = parts.into_iter().flatten().map(|part| visible(part)).collect();
    console::say(&format!("warning: {}: {}: {}", place.join(" "), notice.code, visible(&notice.message)));
}
