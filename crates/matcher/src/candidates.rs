//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use crate::confirm::{Caches, Confirm, Match};
use crate::matcher::{FieldScratch, LiteralUse, Matcher, Scratch};
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
            let place = place as usize;
            let may_match = match self.literal_use(literal) {
                LiteralUse::KeyWord => RawKey { matcher: self, bytes, keys, caches }.may_call(place),
                LiteralUse::Detectors(detectors) => self.literal_may_match(bytes, place, detectors, caches),
            };
            if may_match {
                out.push(place);
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
            self.may_match(index, caches, |confirm| confirm.at_literal(bytes, place)).is_some()
                || self.detectors[index].needs_whole_text
        })
    }

    fn number_may_match(&self, bytes: &[u8], place: usize, caches: &mut Caches) -> bool {
        self.numbers.at(&self.detectors, bytes, place).any(|index| {
            let compiled = &self.detectors[index];
            if compiled.detector.confidence < self.config.min_confidence {
                return false;
            }
            match self.may_match(index, caches, |confirm| confirm.at_number(bytes, place)) {
                // The borders of a number are the same in raw and in decoded text, so its validator can decide.
                Some(found) => compiled.accepts(&bytes[found.span.start..found.span.end]),
                None => compiled.needs_whole_text,
            }
        })
    }

    fn may_match(
        &self,
        index: usize,
        caches: &mut Caches,
        run: impl FnOnce(&mut Confirm<'_>) -> Option<Match>,
    ) -> Option<Match> {
        run(&mut Confirm { index, compiled: &self.detectors[index], caches })
    }
}
