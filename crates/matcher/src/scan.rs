//! Decoded fields in, hits out: prefilter, confirm, validate, context.

use model::{Finding, Page, RawForm};

use crate::compiled::Compiled;
use crate::confirm::{Confirm, MAX_DIGIT_LEAD, MAX_NUMBER, Match};
use crate::context::KeyContext;
use crate::hit::Hit;
use crate::matcher::{FieldScratch, KeyRoles, Matcher, Scratch};
use crate::prefilter::{Anchors, LiteralId, PhraseId};
use crate::rule::{NEAR_AFTER, NEAR_BEFORE, Rules};

/// One field, the meaning of its key and its anchors (arena offsets, and the arena offset of its first byte).
pub(crate) struct Field<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) roles: &'a KeyRoles,
    pub(crate) base: usize,
    pub(crate) literals: &'a [(u32, LiteralId)],
    pub(crate) digits: &'a [u32],
    pub(crate) phrases: &'a [(u32, PhraseId)],
    pub(crate) hidden: Hidden<'a>,
    /// Whether numbers without their context are left out at once; not where somebody asks why.
    pub(crate) is_gated: bool,
    /// Whether the text stood under base64; it is decoded once only.
    pub(crate) is_decoded: bool,
}

/// Anchors at the start of a value that its neighbour in the arena hides: values stand next to each other
/// there, so a word or a number seems to go on where a new one starts.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hidden<'a> {
    /// Where the digits of the value start.
    number: Option<usize>,
    literals: &'a [(u32, LiteralId)],
    is_name: bool,
}

impl Matcher {
    /// Finds everything sensitive in a page, in order of its records.
    pub fn scan(&self, page: &Page, scratch: &mut Scratch, on_finding: &mut dyn FnMut(Finding)) {
        let mut anchors = std::mem::take(&mut scratch.anchors);
        self.values.run(page.values(), RawForm::Other, &mut anchors);
        let mut cursor = Cursor::new(&anchors);
        let mut base = 0;
        for index in 0..page.len() {
            let end = page.value_end(index);
            let Taken { literals, digits, phrases } = cursor.take_until(end);
            let record = page.record(index);
            let roles = scratch.keys.roles(self, record.key);
            let hidden = self.hidden_by_neighbour(page.values(), base, record.value, &mut scratch.starts);
            let field = Field {
                text: record.value,
                roles: &roles,
                base,
                literals,
                digits,
                phrases,
                hidden,
                is_gated: true,
                is_decoded: false,
            };
            if self.field_hits(&field, &mut scratch.field) {
                self.emit(&record, scratch, on_finding);
            }
            base = end;
        }
        scratch.anchors = anchors;
    }

    /// Collects and rules the hits of one field; gives whether one of them counts.
    pub(crate) fn field_hits(&self, field: &Field<'_>, scratch: &mut FieldScratch) -> bool {
        scratch.hits.clear();
        if !field.is_decoded {
            self.encoded_hits(field.text, scratch);
        }
        self.dictionary_hits(field.text, scratch);
        if field.is_quiet() && scratch.hits.is_empty() {
            return false;
        }
        if let Some(place) = field.hidden.number {
            self.digit_hits(field, place, scratch);
        }
        for &(place, literal) in field.hidden.literals {
            self.literal_hits(field.text, place as usize, literal, scratch);
        }
        for &(place, literal) in field.literals {
            // A literal that began in the record before runs over the border and is none.
            if let Some(place) = (place as usize).checked_sub(field.base) {
                self.literal_hits(field.text, place, literal, scratch);
            }
        }
        for &place in field.digits {
            self.digit_hits(field, place as usize - field.base, scratch);
        }
        for &detector in &field.roles.detectors {
            self.value_hits(field.text, detector, scratch);
        }
        if field.hidden.is_name {
            self.pair_hits(field.text, 0, scratch);
        }
        for &(place, _) in field.phrases {
            if let Some(place) = (place as usize).checked_sub(field.base) {
                self.pair_hits(field.text, place, scratch);
            }
        }
        if scratch.hits.is_empty() {
            return false;
        }
        let rules = Rules {
            detectors: &self.detectors,
            phrases: &self.phrases,
            key: &field.roles.context,
            text: field.text,
        };
        rules.apply(&mut scratch.hits, &mut scratch.claims);
        scratch.hits.iter().any(|hit| self.shown(hit).is_some())
    }

    /// Looks at a text that stands alone, every anchor in it.
    pub(crate) fn text_hits(
        &self,
        text: &[u8],
        roles: &KeyRoles,
        is_gated: bool,
        scratch: &mut Scratch,
    ) -> bool {
        self.values.run(text, RawForm::Other, &mut scratch.anchors);
        let Anchors { literals, digits, phrases, .. } = &scratch.anchors;
        let field = Field {
            text,
            roles,
            base: 0,
            literals,
            digits,
            phrases,
            hidden: Hidden::default(),
            is_gated,
            is_decoded: false,
        };
        self.field_hits(&field, &mut scratch.field)
    }

    fn hidden_by_neighbour<'a>(
        &self,
        arena: &[u8],
        base: usize,
        text: &[u8],
        starts: &'a mut Anchors,
    ) -> Hidden<'a> {
        starts.literals.clear();
        starts.phrases.clear();
        let Some(before) = base.checked_sub(1).map(|place| arena[place]) else { return Hidden::default() };
        if before.is_ascii_alphabetic() {
            self.values.at_start(text, starts);
        }
        Hidden {
            number: hidden_number(before, text),
            literals: &starts.literals,
            is_name: !starts.phrases.is_empty(),
        }
    }

    fn literal_hits(&self, text: &[u8], place: usize, literal: LiteralId, scratch: &mut FieldScratch) {
        let mut refused: Option<&Compiled> = None;
        for &detector in self.named_by(literal) {
            let compiled = &self.detectors[detector];
            let is_inside =
                |hit: &Hit| hit.detector == detector && hit.whole.start <= place && place < hit.whole.end;
            // Hits come in order, so only the last of a detector can cover this anchor.
            let last = scratch.hits.iter().rev().take(8).find(|hit| hit.detector == detector);
            if last.is_some_and(is_inside) || refused.is_some_and(|other| other.matches_as(compiled)) {
                continue;
            }
            if add(self, detector, scratch, |confirm| confirm.at_literal(text, place)).is_none() {
                refused = Some(compiled);
            }
        }
    }

    fn digit_hits(&self, field: &Field<'_>, place: usize, scratch: &mut FieldScratch) {
        let set = self.numbers.at(field.text, place);
        if set.is_empty() {
            return;
        }
        let mut near = None;
        for (number, detector) in self.numbers.starting(set, &self.detectors, field.text, place) {
            // Most numbers have the digits of some detector and nothing around them that it asks for.
            let is_doubtful = field.is_gated
                && self.numbers.needing_context().contains(number)
                && !field.roles.numbers.contains(number);
            let hears = |near: &mut Option<KeyContext>| {
                near.get_or_insert_with(|| self.near(field.text, place)).gives_context(detector)
            };
            if !is_doubtful || hears(&mut near) {
                add(self, detector, scratch, |confirm| confirm.at_number(field.text, place));
            }
        }
    }

    /// What the words around a number say, over a little more text than the rules look at.
    fn near(&self, text: &[u8], place: usize) -> KeyContext {
        let before = &text[place.saturating_sub(NEAR_BEFORE + MAX_DIGIT_LEAD)..place];
        let after = &text[place..text.len().min(place + MAX_NUMBER + NEAR_AFTER)];
        if ![before, after].into_iter().any(has_letter) {
            return KeyContext::default();
        }
        let [before, after] = [before, after].map(String::from_utf8_lossy);
        self.phrases.heard_in([&before, &after])
    }

    fn dictionary_hits(&self, text: &[u8], scratch: &mut FieldScratch) {
        for (detector, dictionary) in &self.dictionaries {
            let detector = *detector;
            dictionary.find(text, &mut |span| {
                scratch.hits.push(Hit::new(detector, span, span));
            });
        }
    }

    fn value_hits(&self, text: &[u8], detector: usize, scratch: &mut FieldScratch) {
        let mut from = 0;
        while let Some(end) = add(self, detector, scratch, |confirm| confirm.in_value(text, from)) {
            from = end.max(from + 1);
        }
    }
}

/// Runs one detector and adds what it matched, unless the last hit is the same; gives where its span ends.
fn add(
    matcher: &Matcher,
    detector: usize,
    scratch: &mut FieldScratch,
    run: impl FnOnce(&mut Confirm<'_>) -> Option<Match>,
) -> Option<usize> {
    let compiled = &matcher.detectors[detector];
    let mut confirm = Confirm { index: detector, compiled, caches: &mut scratch.caches };
    let Match { whole, span } = run(&mut confirm)?;
    let is_known = |hit: &Hit| hit.detector == detector && hit.whole == whole;
    if !scratch.hits.iter().rev().take(8).any(is_known) {
        scratch.hits.push(Hit::new(detector, whole, span));
    }
    Some(span.end)
}

/// Whether there is a letter, as in everything that is heard.
fn has_letter(text: &[u8]) -> bool {
    text.iter().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
}

/// Where the first digits of a value stand, if the byte before it makes them look like the middle of a longer token.
fn hidden_number(before: u8, text: &[u8]) -> Option<usize> {
    match text {
        [first, ..] if first.is_ascii_digit() => before.is_ascii_alphanumeric().then_some(0),
        // Digit, letter, digit is the middle of a hash.
        [letter, second, ..] if letter.is_ascii_alphabetic() && second.is_ascii_digit() => {
            before.is_ascii_digit().then_some(1)
        }
        _ => None,
    }
}

impl Field<'_> {
    /// Whether nothing calls for a look.
    fn is_quiet(&self) -> bool {
        self.literals.is_empty()
            && self.digits.is_empty()
            && self.phrases.is_empty()
            && !self.hidden.is_name
            && self.roles.detectors.is_empty()
            && self.hidden.number.is_none()
            && self.hidden.literals.is_empty()
    }
}

/// Deals anchors out to records, in order.
struct Cursor<'a> {
    literals: &'a [(u32, LiteralId)],
    digits: &'a [u32],
    phrases: &'a [(u32, PhraseId)],
}

/// The anchors of one record.
struct Taken<'a> {
    literals: &'a [(u32, LiteralId)],
    digits: &'a [u32],
    phrases: &'a [(u32, PhraseId)],
}

impl<'a> Cursor<'a> {
    fn new(anchors: &'a Anchors) -> Self {
        Self { literals: &anchors.literals, digits: &anchors.digits, phrases: &anchors.phrases }
    }

    /// The anchors that start before `end` and were not taken yet.
    fn take_until(&mut self, end: usize) -> Taken<'a> {
        Taken {
            literals: take(&mut self.literals, end, |(place, _)| *place),
            digits: take(&mut self.digits, end, |place| *place),
            phrases: take(&mut self.phrases, end, |(place, _)| *place),
        }
    }
}

fn take<'a, T>(left: &mut &'a [T], end: usize, place_of: fn(&T) -> u32) -> &'a [T] {
    let n_taken = left.iter().take_while(|anchor| (place_of(anchor) as usize) < end).count();
    let (taken, rest) = left.split_at(n_taken);
    *left = rest;
    taken
}
