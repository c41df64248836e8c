//! What a pair in a text would be as a record: the name is its key.

use model::{Kind, Span};

use crate::confirm::Confirm;
use crate::hit::Hit;
use crate::matcher::{FieldScratch, Matcher};
use crate::pairs;
use crate::validate;

impl Matcher {
    /// Adds what the pair holds whose name has a word at `place`.
    ///
    /// One word without quotes is more often prose or code, so it must look like a password.
    pub(crate) fn pair_hits(&self, text: &[u8], place: usize, scratch: &mut FieldScratch) {
        let Some(pair) = pairs::at(text, place) else { return };
        let value = &text[pair.value.start..pair.value.end];
        let name = String::from_utf8_lossy(&text[pair.name.start..pair.name.end]);
        if !pair.is_enclosed && !validate::may_stand_bare(value) {
            return;
        }
        let roles = scratch.names.roles(self, &name);
        for &index in roles.detectors.iter().filter(|&&index| self.reads_pairs(index)) {
            let compiled = &self.detectors[index];
            let mut from = 0;
            while let Some(found) =
                (Confirm { index, compiled, caches: &mut scratch.caches }).in_value(value, from)
            {
                from = found.span.end.max(from + 1);
                let within =
                    |span: Span| Span::new(pair.value.start + span.start, pair.value.start + span.end);
                push(scratch, index, within(found.whole), within(found.span));
            }
        }
    }

    /// Whether a detector looks at pairs; what a key says about people is too loose for texts.
    pub(crate) fn reads_pairs(&self, detector: usize) -> bool {
        self.detectors[detector].detector.kind == Kind::Credential
    }
}

fn push(scratch: &mut FieldScratch, detector: usize, whole: Span, span: Span) {
    let is_known = |hit: &Hit| hit.detector == detector && hit.whole == whole;
    if !scratch.hits.iter().rev().take(64).any(is_known) {
        scratch.hits.push(Hit { is_paired: true, ..Hit::new(detector, whole, span) });
    }
}
