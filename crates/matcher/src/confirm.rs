//! Runs a detector's regex at a candidate, on a bounded window.

use model::{Anchor, Kind, Span};
use regex_automata::meta::Cache;
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Anchored, Input, PatternID};

use crate::byte_class::ByteClass;
use crate::compiled::Compiled;

/// The most bytes of lead before a literal anchor.
const MAX_LEAD: usize = 256;
/// The most bytes of lead before the first digit of a number.
pub(crate) const MAX_DIGIT_LEAD: usize = 8;
/// The most bytes of a number after its first digit.
pub(crate) const MAX_NUMBER: usize = 64;
/// The most places where a match is looked for one by one before a search takes all that are left.
const MAX_ANCHORED: usize = 4;
/// The most separators at which a match is cut.
const MAX_CUTS: usize = 6;
/// Groups of a regex for which no memory is asked; the first is the whole match.
const FEW_GROUPS: usize = 4;
/// The most bytes that a whole value is searched in.
const MAX_VALUE: usize = 4096;

/// What a regex matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The whole match.
    pub(crate) whole: Span,
    /// The group named `value`, or the whole match.
    pub(crate) span: Span,
}

/// Regex caches of one worker, one per detector, made on first use.
///
/// Boxed, because a cache has 2 kB before it holds anything, and most detectors of a run need none.
#[derive(Default)]
pub(crate) struct Caches(Vec<Option<Box<Cache>>>);

impl Caches {
    fn of(&mut self, index: usize, compiled: &Compiled) -> &mut Cache {
        if self.0.len() <= index {
            self.0.resize_with(index + 1, || None);
        }
        self.0[index].get_or_insert_with(|| Box::new(compiled.regex().create_cache()))
    }
}

/// A detector and the caches to run it with.
pub(crate) struct Confirm<'a> {
    pub(crate) index: usize,
    pub(crate) compiled: &'a Compiled,
    pub(crate) caches: &'a mut Caches,
}

impl Confirm<'_> {
    /// Matches around a literal that starts at `place`.
    pub(crate) fn at_literal(&mut self, text: &[u8], place: usize) -> Option<Match> {
        let from = self.literal_start(text, place)?;
        self.search(text, from, place)
    }

    /// Whether there is such a match, at a tenth of the cost where the regex has a group.
    pub(crate) fn may_match_literal(&mut self, text: &[u8], place: usize) -> bool {
        self.literal_start(text, place).is_some_and(|from| self.search_whole(text, from, place).is_some())
    }

    /// Where a match around a literal may start.
    fn literal_start(&self, text: &[u8], place: usize) -> Option<usize> {
        match &self.compiled.lead {
            Some(lead) => Some(lead_start(text, place, lead, MAX_LEAD)),
            None if self.compiled.starts_at_word && place > 0 && is_word(text[place - 1]) => None,
            None => Some(place),
        }
    }

    /// Matches a number whose first group of digits, or an IBAN whose check digits, start at `place`.
    ///
    /// The caller has counted its digits.
    pub(crate) fn at_number(&mut self, text: &[u8], place: usize) -> Option<Match> {
        let found = match (&self.compiled.detector.anchor, &self.compiled.lead) {
            (Anchor::IbanHead, _) => {
                let head = place.checked_sub(2)?;
                let is_country = text[head..place].iter().all(u8::is_ascii_alphabetic);
                is_country.then(|| self.search(text, head, head))?
            }
            (_, Some(lead)) => self.search(text, lead_start(text, place, lead, MAX_DIGIT_LEAD), place),
            (_, None) => self.search(text, place, place),
        };
        found.filter(|found| stands_alone(text, found.whole))
    }

    /// The next match from `from` on in a whole value that a key has named; the first search starts at 0.
    ///
    /// A value may name several people. The end of a match is searched again, because a comma between two of
    /// them belongs to both.
    pub(crate) fn in_value(&mut self, text: &[u8], from: usize) -> Option<Match> {
        let start = text.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let end = text.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(start, |last| last + 1);
        let value = Span::new(start, end.min(start + MAX_VALUE));
        if self.compiled.detector.regex.is_empty() {
            return (from == 0).then_some(Match { whole: value, span: value });
        }
        let start = value.start.max(from);
        let input = (start < value.end).then(|| Input::new(text).range(start..value.end))?;
        let whole = self.find(&input)?;
        let span = self.with_group(text, whole).span;
        Some(Match { whole: if from == 0 { whole } else { span }, span })
    }

    fn search(&mut self, text: &[u8], from: usize, anchor: usize) -> Option<Match> {
        let whole = self.search_whole(text, from, anchor)?;
        let found = self.with_group(text, whole);
        let is_contact = self.compiled.detector.kind == Kind::Contact;
        let span = &text[found.span.start..found.span.end];
        Some(if is_contact && !self.compiled.accepts(span) {
            self.shortened(text, found, anchor)
        } else {
            found
        })
    }

    /// The longest match that the validator takes, cut at separators; the given one where it takes none.
    ///
    /// An address or a phone number has no end of its own: `jane@acme.io.bak`, `+44 20 7946 0958 24/7`. Nor has it
    /// a start behind characters that are no letters but not ASCII either, such as those that turn text around.
    fn shortened(&mut self, text: &[u8], found: Match, anchor: usize) -> Match {
        let after_other = text[found.whole.start..anchor].iter().rposition(|byte| !byte.is_ascii());
        let starts = [Some(found.whole.start), after_other.map(|last| found.whole.start + last + 1)];
        let taken =
            starts.into_iter().flatten().find_map(|start| self.cut(text, start, found.whole.end, anchor));
        taken.unwrap_or(found)
    }

    fn cut(&mut self, text: &[u8], start: usize, end: usize, anchor: usize) -> Option<Match> {
        let mut end = end;
        for _ in 0..MAX_CUTS {
            let whole = self.find(&Input::new(text).range(start..end).anchored(Anchored::Yes))?;
            let tried = (whole.end > anchor).then(|| self.with_group(text, whole))?;
            if self.compiled.accepts(&text[tried.span.start..tried.span.end]) {
                return Some(tried);
            }
            let inside = &text[anchor + 1..whole.end];
            end = anchor + 1 + inside.iter().rposition(|byte| b" .-/_()".contains(byte))?;
        }
        None
    }

    /// The first match from `from` on that covers the byte at `anchor`.
    ///
    /// It is anchored at each of the first places where one may start: a search without an anchor reads all of the
    /// reach to find none, as in `a@a@a@`, and goes back over what it found to find the start.
    fn search_whole(&mut self, text: &[u8], from: usize, anchor: usize) -> Option<Span> {
        let to = text.len().min(anchor + self.compiled.reach);
        let mut start = from;
        for _ in 0..MAX_ANCHORED {
            start = self.next_start(text, start, anchor)?;
            let input = Input::new(text).range(start..to).anchored(Anchored::Yes);
            match self.find(&input) {
                Some(found) if found.end > anchor => return Some(found),
                Some(found) => start = found.end.max(start + 1),
                None => start += 1,
            }
        }
        let start = self.next_start(text, start, anchor)?;
        self.search_from(Input::new(text).range(start..to), anchor)
    }

    /// The next place up to `anchor` where a match may start.
    fn next_start(&self, text: &[u8], from: usize, anchor: usize) -> Option<usize> {
        let first = &self.compiled.shape().first;
        let length = text.get(from..=anchor)?.iter().position(|&byte| first.contains(byte))?;
        Some(from + length)
    }

    fn search_from(&mut self, mut input: Input<'_>, anchor: usize) -> Option<Span> {
        loop {
            let found = self.find(&input)?;
            if found.start > anchor {
                return None;
            }
            if found.end > anchor {
                return Some(found);
            }
            input.set_start(found.end.max(found.start + 1));
        }
    }

    fn find(&mut self, input: &Input<'_>) -> Option<Span> {
        let found = self.compiled.regex().search_with(self.caches.of(self.index, self.compiled), input)?;
        Some(Span::new(found.start(), found.end()))
    }

    /// Narrows a match to the group named `value`, where the regex has one.
    fn with_group(&mut self, text: &[u8], whole: Span) -> Match {
        let regex = self.compiled.regex();
        let groups = regex.group_info();
        let has_groups = groups.group_len(PatternID::ZERO) > 1;
        let named = || groups.to_index(PatternID::ZERO, "value");
        let Some(group) = has_groups.then(named).flatten() else { return Match { whole, span: whole } };
        let (mut few, mut many) = ([None; 2 * FEW_GROUPS], Vec::new());
        let slots = if group < FEW_GROUPS {
            &mut few[..]
        } else {
            many.resize(2 * (group + 1), None);
            &mut many[..]
        };
        let input = Input::new(text).range(whole.start..whole.end).anchored(Anchored::Yes);
        regex.search_slots_with(self.caches.of(self.index, self.compiled), &input, slots);
        let span = offset(slots[2 * group]).zip(offset(slots[2 * group + 1]));
        Match { whole, span: span.map_or(whole, |(start, end)| Span::new(start, end)) }
    }
}

fn offset(slot: Option<NonMaxUsize>) -> Option<usize> {
    slot.map(NonMaxUsize::get)
}

fn lead_start(text: &[u8], place: usize, lead: &ByteClass, most: usize) -> usize {
    let before = &text[place.saturating_sub(most)..place];
    place - before.iter().rev().take_while(|&&byte| lead.contains(byte)).count()
}

/// Whether neither neighbour is a letter or a digit, so that the match is no part of a longer token.
fn stands_alone(text: &[u8], span: Span) -> bool {
    let before = span.start.checked_sub(1).map(|place| text[place]);
    let after = text.get(span.end).copied();
    ![before, after].into_iter().flatten().any(|byte| byte.is_ascii_alphanumeric())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
