//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use crate::compiled::Compiled;
use crate::confirm::{Caches, Confirm, Match};
use crate::digit_groups;
use crate::matcher::{LiteralUse, Matcher, Scratch};
use crate::prefilter::LiteralId;

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
        let caches = &mut scratch.field.caches;
        for &(place, literal) in &anchors.literals {
            if self.literal_may_match(bytes, place as usize, literal, caches) {
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

    fn literal_may_match(&self, bytes: &[u8], place: usize, literal: LiteralId, caches: &mut Caches) -> bool {
        match self.literal_use(literal) {
            LiteralUse::KeyWord => true,
            LiteralUse::Detectors(detectors) => detectors.iter().any(|&index| {
                self.may_match(index, caches, |confirm| confirm.at_literal(bytes, place)).is_some()
                    || self.detectors[index].needs_whole_text
            }),
        }
    }

    fn number_may_match(&self, bytes: &[u8], place: usize, caches: &mut Caches) -> bool {
        let totals = digit_groups::totals(bytes, place);
        self.numbers.iter().any(|&(index, counts)| {
            let compiled = &self.detectors[index];
            if totals & counts == 0 || compiled.detector.confidence < self.config.min_confidence {
                return false;
            }
            match self.may_match(index, caches, |confirm| confirm.at_number(bytes, place)) {
                Some(found) => is_valid(compiled, bytes, found),
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

/// Whether the validator accepts a number, whose borders are the same in raw and in decoded text.
fn is_valid(compiled: &Compiled, bytes: &[u8], found: Match) -> bool {
    compiled.validator.is_none_or(|is_valid| is_valid(&bytes[found.span.start..found.span.end]))
}
