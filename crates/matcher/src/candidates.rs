//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use std::ops::Range;

use crate::confirm::{Caches, Confirm};
use crate::encoded;
use crate::matcher::{FieldScratch, Matcher, Scratch};
use crate::number_set::NumberSet;
use crate::prefilter::{Anchors, PhraseId, Use};
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
        for same in calls {
            let is_of =
                |purpose: fn(&Use) -> bool| same.iter().any(|&(_, phrase)| purpose(self.raw.purpose(phrase)));
            let place = same[0].0 as usize;
            let mut key = RawKey { matcher: self, bytes, keys, caches };
            if is_of(|purpose| purpose.is_call) && key.may_call(place)
                || is_of(|purpose| purpose.is_name) && key.may_be_a_name(place)
            {
                out.push(place);
            }
        }
        for &(place, literal) in &anchors.literals {
            if self.literal_may_match(bytes, place as usize, self.named_by(literal), caches) {
                out.push(place as usize);
            }
        }
        let mut near = Near::new(self.speaking(&anchors));
        for &place in &anchors.digits {
            if self.number_may_match(bytes, place as usize, &mut near, caches) {
                out.push(place as usize);
            }
        }
        for (_, dictionary) in &self.dictionaries {
            dictionary.find(bytes, &mut |span| out.push(span.start));
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

    fn number_may_match(&self, bytes: &[u8], place: usize, near: &mut Near<'_>, caches: &mut Caches) -> bool {
        let set = self.numbers.at(bytes, place);
        if set.is_empty() {
            return false;
        }
        let is_foreign =
            || !bytes[place.saturating_sub(NEAR_BEFORE)..bytes.len().min(place + NEAR_AFTER)].is_ascii();
        let called = near.called_at(place);
        let set = self.numbers.worth_a_look(set, called, is_foreign);
        let mut short = None;
        self.numbers.starting(set, &self.detectors, bytes, place).any(|(number, index)| {
            let compiled = &self.detectors[index];
            let is_match = match (Confirm { index, compiled, caches }).at_number(bytes, place) {
                // The borders of a number are the same in raw and in decoded text, so its validator can decide.
                Some(found) => compiled.accepts(&bytes[found.span.start..found.span.end]),
                None => compiled.needs_whole_text,
            };
            is_match && !self.numbers.lacks_short_word(number, called, (bytes, place), &mut short)
        })
    }

    /// The phrases that give numbers their context.
    fn speaking<'a>(&'a self, anchors: &Anchors) -> Vec<(usize, &'a NumberSet)> {
        let numbers =
            |&(place, phrase): &(u32, PhraseId)| (place as usize, &self.raw.purpose(phrase).numbers);
        anchors.phrases.iter().map(numbers).filter(|(_, numbers)| !numbers.is_empty()).collect()
    }
}

/// What the phrases near a number call for, as numbers come in order.
struct Near<'a> {
    /// Places of phrases, ascending, and detectors that they give context to.
    phrases: Vec<(usize, &'a NumberSet)>,
    /// The phrases in the window, and what they call for together.
    window: Range<usize>,
    called: NumberSet,
}

impl<'a> Near<'a> {
    fn new(phrases: Vec<(usize, &'a NumberSet)>) -> Self {
        Self { phrases, window: 0..0, called: NumberSet::default() }
    }

    /// The detectors that the phrases near the number at `place` call for; places ascend.
    fn called_at(&mut self, place: usize) -> &NumberSet {
        let Range { mut start, mut end } = self.window;
        start += self.phrases[start..].iter().take_while(|(at, _)| at + NEAR_BEFORE < place).count();
        end = end.max(start);
        end += self.phrases[end..].iter().take_while(|(at, _)| *at < place + NEAR_AFTER).count();
        if self.window != (start..end) {
            self.window = start..end;
            self.called = NumberSet::default();
            self.phrases[start..end].iter().for_each(|(_, numbers)| self.called.add(numbers));
        }
        &self.called
    }
}
