//! All detectors, made ready, and what a run asks of them.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use model::{Anchor, Confidence, Detector, Kind};

use crate::Error;
use crate::claims::Claims;
use crate::compiled::Compiled;
use crate::confirm::Caches;
use crate::context::{KeyContext, Phrases};
use crate::dictionary::{Dictionary, Flood};
use crate::fingerprint::Fingerprinter;
use crate::hit::Hit;
use crate::number_set::{MAX_NUMBERS, NumberSet};
use crate::numbers::Numbers;
use crate::policy::{Decisions, Policy};
use crate::prefilter::{Anchors, KeyPhrases, LiteralId, Literals, Prefilter, Use};
use crate::redact::CleanNames;

/// What a run asks of the matcher.
#[derive(Clone)]
pub struct Config {
    /// Findings below it are not given.
    pub min_confidence: Confidence,
    /// Key of the fingerprints.
    pub fingerprint_key: [u8; 32],
    /// Whether findings carry the raw value.
    pub reveal: bool,
}

/// All detectors, ready to scan; immutable and shared by all workers.
pub struct Matcher {
    pub(crate) detectors: Vec<Compiled>,
    pub(crate) phrases: Phrases,
    pub(crate) fingerprinter: Fingerprinter,
    pub(crate) config: Config,
    pub(crate) policy: Decisions,
    /// Finds anchors in decoded values.
    pub(crate) values: Prefilter,
    /// Finds anchors and key words in raw text.
    pub(crate) raw: Prefilter,
    /// The detectors that name each literal.
    literals: Vec<Vec<usize>>,
    pub(crate) numbers: Numbers,
    /// Detectors whose anchor is the key.
    pub(crate) keyed: Vec<usize>,
    /// Values of the user, and the detector that stands for each dictionary.
    pub(crate) dictionaries: Vec<(usize, Dictionary)>,
}

/// Mutable state of one worker.
#[derive(Default)]
pub struct Scratch {
    pub(crate) anchors: Anchors,
    /// Literals and phrases at the start of the value that is looked at.
    pub(crate) starts: Anchors,
    pub(crate) field: FieldScratch,
    pub(crate) keys: KeyCache,
    /// Findings that the policy allowed since someone last asked.
    pub(crate) n_allowed: u64,
    /// State of [`Matcher::redact`], which runs in the middle of a scan.
    pub(crate) redactor: Option<Box<Scratch>>,
    pub(crate) clean_names: CleanNames,
}

/// Buffers for one field.
#[derive(Default)]
pub(crate) struct FieldScratch {
    pub(crate) hits: Vec<Hit>,
    pub(crate) claims: Claims,
    pub(crate) caches: Caches,
    /// What the names of pairs in texts mean.
    pub(crate) names: KeyCache,
    /// State of a look into base64.
    pub(crate) decoded: Option<Box<Scratch>>,
}

/// What a key means: its context and the detectors that it calls for.
#[derive(Default)]
pub(crate) struct KeyRoles {
    pub(crate) context: KeyContext,
    pub(crate) detectors: Vec<usize>,
    /// Detectors of numbers to which it gives context.
    pub(crate) numbers: NumberSet,
}

/// Keys repeat massively, so what they mean is kept.
#[derive(Default)]
pub(crate) struct KeyCache(HashMap<Box<str>, Arc<KeyRoles>, FixedState>);

/// The most keys that a worker remembers; hostile input may invent a new one for each record.
const MAX_KEYS: usize = 4096;

impl KeyCache {
    /// What a key means.
    pub(crate) fn roles(&mut self, matcher: &Matcher, key: &str) -> Arc<KeyRoles> {
        if let Some(roles) = self.0.get(key) {
            return Arc::clone(roles);
        }
        if self.0.len() >= MAX_KEYS {
            self.0.clear();
        }
        let roles = Arc::new(matcher.key_roles(key));
        self.0.insert(key.into(), Arc::clone(&roles));
        roles
    }
}

impl Matcher {
    /// Prepares detectors; regexes compile on first use.
    ///
    /// # Errors
    /// Where a detector is unusable. Regexes are not looked at; [`Matcher::check`] does that.
    pub fn new(detectors: &[Detector], config: Config) -> Result<Self, Error> {
        // With its size at once: a megabyte is not moved while it grows.
        let mut compiled = Vec::with_capacity(detectors.len());
        for detector in detectors {
            compiled.push(Compiled::new(detector)?);
        }
        let anchors = anchor_literals(detectors, &config);
        let texts: Vec<&str> = anchors.iter().map(|(text, _)| *text).collect();
        let literals = Arc::new(Literals::new(&texts));
        let keyed = keyed(detectors, &config);
        let numbers = Numbers::new(&compiled, config.min_confidence).ok_or_else(too_many_numbers)?;
        let fewest = numbers.fewest();
        let key_phrases = phrase_uses(&compiled, &keyed, &numbers);
        let names = key_phrases.iter().copied().filter(|(_, purpose)| purpose.is_name);
        let names = KeyPhrases::new(names.map(|(phrase, _)| (phrase, Use::default())));
        Ok(Self {
            phrases: Phrases::new(detectors),
            fingerprinter: Fingerprinter::new(&config.fingerprint_key),
            values: Prefilter::new(Arc::clone(&literals), names, fewest),
            raw: Prefilter::new(literals, KeyPhrases::new(key_phrases.into_iter()), fewest).with_long_words(),
            literals: anchors.into_iter().map(|(_, users)| users).collect(),
            numbers,
            keyed,
            detectors: compiled,
            policy: Decisions::default(),
            dictionaries: Vec::new(),
            config,
        })
    }

    /// Gives a dictionary to the detector of this id, which finds nothing without one.
    #[must_use]
    pub fn with_dictionary(mut self, id: &str, dictionary: Dictionary) -> Self {
        let detector = self.detectors.iter().position(|compiled| compiled.detector.id == id);
        self.dictionaries.extend(detector.map(|detector| (detector, dictionary)));
        self
    }

    /// The dictionaries with what each left out because it stands everywhere, by id of the detector.
    pub fn floods(&self) -> impl Iterator<Item = (&str, Flood)> {
        let flood = |(detector, dictionary): &(usize, Dictionary)| {
            (self.detectors[*detector].detector.id.as_ref(), dictionary.flood())
        };
        self.dictionaries.iter().map(flood)
    }

    /// Sets what the run keeps to itself; without one, it gives everything that it finds.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = Decisions::new(policy, &self.detectors);
        self
    }

    /// Places, in the policy's list, of the rules that allowed nothing so far.
    pub fn unused_rules(&self) -> Vec<usize> {
        self.policy.unused()
    }

    /// Compiles every regex, to tell whether a set of detectors is usable.
    ///
    /// # Errors
    /// For the first regex that is wrong or too large.
    pub fn check(&self) -> Result<(), Error> {
        self.detectors.iter().try_for_each(Compiled::check_regex)
    }

    pub(crate) fn key_roles(&self, key: &str) -> KeyRoles {
        // An ARN or a type of CloudFormation (`AWS::AppSync::ApiKey`) names a thing; it says nothing about a value.
        if key.is_empty() || key.starts_with("arn:") || key.contains("::") {
            return KeyRoles::default();
        }
        let context = self.phrases.of_key(key);
        let detectors = self.keyed.iter().copied().filter(|&index| context.gives_context(index)).collect();
        let mut numbers = NumberSet::default();
        for (number, &index) in self.numbers.all().iter().enumerate() {
            if context.gives_context(index) {
                numbers.insert(number);
            }
        }
        KeyRoles { context, detectors, numbers }
    }

    /// The detectors that name a literal.
    pub(crate) fn named_by(&self, literal: LiteralId) -> &[usize] {
        &self.literals[literal.index()]
    }
}

/// The literals of all detectors, each once, with the detectors that name it.
fn anchor_literals<'a>(detectors: &'a [Detector], config: &Config) -> Vec<(&'a str, Vec<usize>)> {
    let mut literals: Vec<(&'a str, Vec<usize>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, detector) in detectors.iter().enumerate().filter(|(_, detector)| may_matter(detector, config))
    {
        let Anchor::Literals(texts) = &detector.anchor else { continue };
        for text in texts.iter() {
            let place = *known.entry(text.to_ascii_lowercase()).or_insert_with(|| {
                literals.push((text, Vec::new()));
                literals.len() - 1
            });
            literals[place].1.push(index);
        }
    }
    literals
}

fn keyed(detectors: &[Detector], config: &Config) -> Vec<usize> {
    let is_keyed = |detector: &Detector| detector.anchor == Anchor::Key && may_matter(detector, config);
    (0..detectors.len()).filter(|&index| is_keyed(&detectors[index])).collect()
}

/// Whether a detector can be shown or keep a span from one that is shown; one that cannot costs nothing.
fn may_matter(detector: &Detector, config: &Config) -> bool {
    let best = detector.alone.map_or(detector.confidence, |alone| alone.max(detector.confidence));
    best >= config.min_confidence.min(Confidence::Likely)
}

/// Phrases that raw text is searched for: of keys that call for a detector, and of numbers that need context.
fn phrase_uses<'a>(detectors: &'a [Compiled], keyed: &[usize], numbers: &Numbers) -> Vec<(&'a str, Use)> {
    let mut uses = Vec::new();
    let mut add = |index: usize, purpose: Use| {
        let phrases = detectors[index].detector.keys.iter();
        uses.extend(phrases.map(|phrase| (phrase, purpose)));
    };
    for &index in keyed {
        let is_name = detectors[index].detector.kind == Kind::Credential;
        add(index, Use { is_call: true, is_name, ..Use::default() });
    }
    for number in numbers.needing_context().iter() {
        let mut alone = NumberSet::default();
        alone.insert(number);
        add(numbers.all()[number], Use { numbers: alone, ..Use::default() });
    }
    uses
}

fn too_many_numbers() -> Error {
    let reason = format!("more than {MAX_NUMBERS} detectors of numbers");
    Error { detector: "all".to_owned(), field: "anchor", reason }
}
