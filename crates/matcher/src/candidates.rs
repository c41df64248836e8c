//! Raw bytes in, places out at which a record may hold a finding.
//!
//! A reader parses only what holds such a place. So every finding of the decoded records must have one inside its
//! record's raw text; the other way, a place without a finding costs time only.

use model::RawForm;

use crate::confirm::{Caches, Confirm, MAX_DIGIT_LEAD};
use crate::encoded;
use crate::matcher::{FieldScratch, Matcher, Scratch};
use crate::near::Near;
use crate::number_set::NumberSet;
use crate::prefilter::{Anchors, PhraseId, Use};
use crate::raw_key::RawKey;
use crate::simd::Around;

impl Matcher {
    /// Byte offsets in raw text at which a record may hold a finding, ascending.
    ///
    /// A superset: every finding of [`Matcher::scan`] over the decoded records has an offset inside its record's
    /// raw text (key or value), provided that the value stands there verbatim. A reader must decode a record with
    /// escapes to know.
    pub fn candidates(&self, bytes: &[u8], form: RawForm<'_>, scratch: &mut Scratch, out: &mut Vec<usize>) {
        out.clear();
        let mut anchors = std::mem::take(&mut scratch.anchors);
        self.raw.run(bytes, form, &mut anchors);
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
        let mut near = Near::new(form, self.speaking(&anchors), &anchors);
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
        let around = Around::of(bytes, place);
        let mut set = None;
        let mut is_number = |number: usize| {
            let shape = self.detectors[self.numbers.all()[number]].shape();
            shape.may_start_in(&bytes[place.saturating_sub(MAX_DIGIT_LEAD)..=place])
                && set.get_or_insert_with(|| self.numbers.at(bytes, place)).contains(number)
                && self.confirms(number, bytes, place, caches)
        };
        if self.numbers.runs().any_free(around, &mut is_number) {
            return true;
        }
        let span = near.span(place);
        let gated = self.numbers.runs().gated(around);
        let called = near.called_in(&span).map(|called| called.and(gated));
        let is_foreign = near.is_foreign(&span);
        if called.is_none() && !is_foreign {
            return false;
        }
        let wanted = self.numbers.wanted(gated, &called.unwrap_or_default(), is_foreign);
        !wanted.is_empty() && self.numbers.runs().any_gated(around, &wanted, is_number)
    }

    /// Whether a detector takes the number at `place`, context aside.
    ///
    /// The borders of a number are the same in raw and in decoded text, so its validator can decide.
    fn confirms(&self, number: usize, bytes: &[u8], place: usize, caches: &mut Caches) -> bool {
        let index = self.numbers.all()[number];
        let compiled = &self.detectors[index];
        match (Confirm { index, compiled, caches }).at_number(bytes, place) {
            Some(found) => compiled.accepts(&bytes[found.span.start..found.span.end]),
            None => compiled.needs_whole_text,
        }
    }

    /// The phrases that give numbers their context.
    fn speaking<'a>(&'a self, anchors: &Anchors) -> Vec<(usize, &'a NumberSet)> {
        let numbers =
            |&(place, phrase): &(u32, PhraseId)| (place as usize, &self.raw.purpose(phrase).numbers);
        anchors.phrases.iter().map(numbers).filter(|(_, numbers)| !numbers.is_empty()).collect()
    }
}
