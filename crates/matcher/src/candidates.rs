//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use crate::compiled::HiddenPhrases;
use crate::confirm::{Caches, Confirm};
use crate::encoded;
use crate::matcher::{FieldScratch, Matcher, Scratch};
use crate::prefilter::PhraseId;
use crate::raw_key::RawKey;
use crate::rule::MAX_NUMBER_TEXT;

/// Bytes of raw text before and after a number in which its key stands: the value, and what is written around it.
const NEAR_BEFORE: usize = MAX_NUMBER_TEXT + 1024;
const NEAR_AFTER: usize = MAX_NUMBER_TEXT + 512;

impl Matcher {
    /// Byte offsets in raw text at which a record may hold a finding, ascending.
    ///
    /// A superset: every finding of [`Matcher::scan`] over the decoded records has an offset inside its record's
    /// raw text (key or value), provided that the value stands there verbatim. A reader must decode a record with
    /// escapes to know.
    pub fn candidates(&self, bytes: &[u8], scratch: &mut Scratch, out: &mut Vec<usize>) {
        out.clear();
        let mut anchors = std::mem::take(&mut scratch.anchors);
        self.raw.run(bytes, &mut anchors);
        let Scratch { field: FieldScratch { caches, .. }, keys, .. } = scratch;
        let calls = anchors.phrases.chunk_by(|one, next| one.0 == next.0);
        let calls = calls.filter(|same| same.iter().any(|&(_, phrase)| self.raw.purpose(phrase).is_call));
        for place in calls.map(|same| same[0].0) {
            if (RawKey { matcher: self, bytes, keys, caches }).may_call(place as usize) {
                out.push(place as usize);
            }
        }
        for &(place, literal) in &anchors.literals {
            if self.literal_may_match(bytes, place as usize, self.named_by(literal), caches) {
                out.push(place as usize);
            }
        }
        for &place in &anchors.digits {
            let near = near(&anchors.phrases, place as usize);
            if self.number_may_match(bytes, place as usize, near, caches) {
                out.push(place as usize);
            }
        }
        out.extend(encoded::blobs_at(bytes, &anchors.long_words).map(|blob| blob.start));
        out.sort_unstable();
        out.dedup();
        scratch.anchors = anchors;
    }

    fn literal_may_match(
        &self,
        bytes: &[u8],
        place: usize,
        detectors: &[usize],
        caches: &mut Caches,
    ) -> bool {
        detectors.iter().any(|&index| {
            Confirm { index, compiled: &self.detectors[index], caches }.may_match_literal(bytes, place)
                || self.detectors[index].needs_whole_text
        })
    }

    fn number_may_match(
        &self,
        bytes: &[u8],
        place: usize,
        near: &[(u32, PhraseId)],
        caches: &mut Caches,
    ) -> bool {
        self.numbers.at(&self.detectors, bytes, place).any(|index| {
            if self.numbers.needs_context(index) && !self.may_have_context(bytes, place, near, index) {
                return false;
            }
            let compiled = &self.detectors[index];
            if compiled.detector.confidence < self.config.min_confidence {
                return false;
            }
            match (Confirm { index, compiled, caches }).at_number(bytes, place) {
                // The borders of a number are the same in raw and in decoded text, so its validator can decide.
                Some(found) => compiled.accepts(&bytes[found.span.start..found.span.end]),
                None => compiled.needs_whole_text,
            }
        })
    }

    /// Whether a phrase that gives context to a detector of numbers stands near enough to be its key or neighbour.
    fn may_have_context(
        &self,
        bytes: &[u8],
        place: usize,
        near: &[(u32, PhraseId)],
        detector: usize,
    ) -> bool {
        let speaks = |phrase| self.raw.purpose(phrase).numbers.binary_search(&(detector as u16)).is_ok();
        let window = &bytes[place.saturating_sub(NEAR_BEFORE)..bytes.len().min(place + NEAR_AFTER)];
        near.iter().any(|&(_, phrase)| speaks(phrase))
            || match self.detectors[detector].hidden_phrases {
                HiddenPhrases::None => false,
                HiddenPhrases::Foreign => !window.is_ascii(),
                HiddenPhrases::Short => true,
            }
    }
}

/// The phrases near a number.
fn near(phrases: &[(u32, PhraseId)], place: usize) -> &[(u32, PhraseId)] {
    let from = phrases.partition_point(|&(phrase, _)| (phrase as usize) + NEAR_BEFORE < place);
    let to = phrases.partition_point(|&(phrase, _)| (phrase as usize) < place + NEAR_AFTER);
    &phrases[from..to]
}
