//! Why a detector fired on a text or did not.

use model::{Anchor, Confidence};

use crate::hit::{Hit, Ruling};
use crate::matcher::{Matcher, Scratch};

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
    /// Says of every detector with an anchor in the text what it decided and why.
    pub fn explain(&self, key: &str, text: &str) -> Vec<Verdict> {
        let mut scratch = Scratch::default();
        let roles = self.key_roles(key);
        self.text_hits(text.as_bytes(), &roles, false, &mut scratch);
        let hits = &scratch.field.hits;
        let mut verdicts: Vec<_> = hits.iter().map(|hit| self.verdict(text, hit)).collect();
        let mut looked: Vec<usize> = roles.detectors.clone();
        for (_, literal) in &scratch.anchors.literals {
            looked.extend(self.named_by(*literal));
        }
        if !scratch.anchors.digits.is_empty() {
            looked.extend_from_slice(self.numbers.all());
        }
        looked.sort_unstable();
        looked.dedup();
        looked.retain(|index| !hits.iter().any(|hit| hit.detector == *index));
        verdicts.extend(looked.into_iter().map(|index| self.silence(index)));
        verdicts
    }

    fn verdict(&self, text: &str, hit: &Hit) -> Verdict {
        let detector = &self.detectors[hit.detector].detector;
        let reason = match hit.ruling {
            Ruling::Counts(confidence) if confidence < self.config.min_confidence => {
                format!("matches, but {confidence} is below the asked {}", self.config.min_confidence)
            }
            Ruling::Counts(_) => "matches".to_owned(),
            Ruling::Invalid => format!("has the shape, but the check {} refuses it", detector.validate),
            Ruling::Vetoed => "has the shape, but the key says that it is something else".to_owned(),
            Ruling::NoContext => "has the shape, but no word around it says what it is".to_owned(),
            Ruling::Claimed(owner) => format!("has the shape, but is a part of {owner}"),
            Ruling::Outranked => "has the shape, but a more specific detector has its span".to_owned(),
        };
        Verdict {
            detector: detector.id.to_string(),
            fired: self.shown(hit),
            reason,
            preview: Some(self.preview(text.as_bytes(), hit)),
        }
    }

    fn silence(&self, index: usize) -> Verdict {
        let detector = &self.detectors[index].detector;
        let anchor = match detector.anchor {
            Anchor::Literals(_) => "a literal of it stands in the text",
            Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead => "digits stand in the text",
            Anchor::Key => "the key calls for it",
            Anchor::Dictionary => "words stand in the text",
        };
        Verdict {
            detector: detector.id.to_string(),
            fired: None,
            reason: format!("{anchor}, but its regex does not match there"),
            preview: None,
        }
    }
}
