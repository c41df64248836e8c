//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use crate::compiled::Compiled;
use crate::confirm::{Caches, Confirm, Match};
use crate::digit_groups;
use crate::matcher::{FieldScratch, KeyCache, LiteralUse, Matcher, Scratch};

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
                LiteralUse::KeyWord => self.key_may_call(bytes, place, keys),
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

    /// Whether the word at `place` may be a part of a key that calls for a detector.
    ///
    /// Between quotes stands the whole key, so its meaning is exact. Elsewhere no one knows where it ends, and any
    /// phrase in the run of bytes that a key may have is enough.
    fn key_may_call(&self, bytes: &[u8], place: usize, keys: &mut KeyCache) -> bool {
        let before = &bytes[place.saturating_sub(MAX_KEY)..place];
        let after = &bytes[place..bytes.len().min(place + MAX_KEY)];
        let start = place - before.iter().rev().take_while(|&&byte| is_key_byte(byte)).count();
        let end = place + after.iter().take_while(|&&byte| is_key_byte(byte)).count();
        let is_cut = place - start == MAX_KEY || end - place == MAX_KEY;
        let key = String::from_utf8_lossy(&bytes[start..end]);
        let quote = |at: Option<usize>| at.and_then(|at| bytes.get(at)).filter(|byte| b"\"'".contains(byte));
        match (quote(start.checked_sub(1)), quote(Some(end))) {
            (Some(open), Some(close)) if open == close => !keys.roles(self, &key).detectors.is_empty(),
            _ => is_cut || self.phrases.text_calls(&key, &self.keyed),
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

/// The most bytes of a key on either side of one of its words.
const MAX_KEY: usize = 128;

/// Bytes that keys are made of, as far as raw text shows them.
fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b" _-.:/+@#".contains(&byte)
}

/// Whether the validator accepts a number, whose borders are the same in raw and in decoded text.
fn is_valid(compiled: &Compiled, bytes: &[u8], found: Match) -> bool {
    compiled.validator.is_none_or(|is_valid| is_valid(&bytes[found.span.start..found.span.end]))
}
