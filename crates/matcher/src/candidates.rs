//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use crate::confirm::{Caches, Confirm};
use crate::matcher::{FieldScratch, Matcher, Scratch};
use crate::raw_key::RawKey;

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
        for &(place, literal) in &anchors.literals {
            if self.literal_may_match(bytes, place as usize, self.named_by(literal), caches) {
                out.push(place as usize);
            }
        }
        for &place in &anchors.phrases {
            if (RawKey { matcher: self, bytes, keys, caches }).may_call(place as usize) {
                out.push(place as usize);
            }
        }
        for &place in &anchors.digits {
            if self.number_may_match(bytes, place as usize, caches) {
                out.push(place as usize);
            }
        }
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

    fn number_may_match(&self, bytes: &[u8], place: usize, caches: &mut Caches) -> bool {
        self.numbers.at(&self.detectors, bytes, place).any(|index| {
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
}
