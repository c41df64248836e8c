//! A match on its way to become a finding.

use model::{Confidence, Span};

/// One match of one detector in one field, and what was decided about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Index of the detector.
    pub(crate) detector: usize,
    /// The whole match.
    pub(crate) whole: Span,
    /// The sensitive part.
    pub(crate) span: Span,
    /// The confidence that a hit has inside of a blob of base64, where it stands in one.
    pub(crate) decoded: Option<Confidence>,
    /// Whether a name in the text calls for it, as a key does for the value of a record.
    pub(crate) is_paired: bool,
    /// The decision so far.
    pub(crate) ruling: Ruling,
}

/// What was decided about a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// It counts.
    Counts(Confidence),
    /// The validator refused it.
    Invalid,
    /// The key says that it is something else.
    Vetoed,
    /// No word around it says what it is.
    NoContext,
    /// A structure owns its span.
    Claimed(&'static str),
    /// A more specific detector has the span.
    Outranked,
}

impl Hit {
    /// A match that no rule has looked at yet.
    pub(crate) const fn new(detector: usize, whole: Span, span: Span) -> Self {
        Self { detector, whole, span, decoded: None, is_paired: false, ruling: Ruling::NoContext }
    }

    /// The confidence of a hit that counts.
    pub(crate) fn confidence(&self) -> Option<Confidence> {
        match self.ruling {
            Ruling::Counts(confidence) => Some(confidence),
            Ruling::Invalid | Ruling::Vetoed | Ruling::NoContext | Ruling::Claimed(_) | Ruling::Outranked => {
                None
            }
        }
    }
}
