//! The engine's entries.

use model::{Confidence, Detector, Finding, Page};

use crate::Error;

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
pub struct Matcher {}

/// Mutable state of one worker.
#[derive(Default)]
pub struct Scratch {}

/// Why a detector fired on a text or did not, for `detectors test`.
#[derive(Debug)]
pub struct Verdict {
    /// Id of the detector.
    pub detector: String,
    /// Confidence where it fired.
    pub fired: Option<Confidence>,
    /// The reason, in one sentence; never holds the text.
    pub reason: String,
    /// The masked match, where the regex matched.
    pub preview: Option<String>,
}

impl Matcher {
    /// Prepares detectors; regexes compile on first use.
    ///
    /// # Errors
    /// Where a detector is unusable.
    pub fn new(_detectors: &[Detector], _config: Config) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Finds everything sensitive in a page, in order of its records.
    pub fn scan(&self, _page: &Page, _scratch: &mut Scratch, _on_finding: &mut dyn FnMut(Finding)) {}

    /// Byte offsets in raw text at which a record may hold a finding, ascending.
    ///
    /// A superset: every finding of [`Matcher::scan`] over the decoded records has an offset inside its record's
    /// raw text (key or value).
    pub fn candidates(&self, _bytes: &[u8], _scratch: &mut Scratch, _out: &mut Vec<usize>) {}

    /// Whether any value under this key is a candidate, whatever its text.
    pub fn wants_key(&self, _key: &str) -> bool {
        false
    }

    /// The text with every sensitive value in it masked.
    pub fn redact(&self, text: &str, _scratch: &mut Scratch) -> String {
        text.to_owned()
    }

    /// Says of every detector with a candidate in the text what it decided and why.
    pub fn explain(&self, _key: &str, _text: &str) -> Vec<Verdict> {
        Vec::new()
    }
}
