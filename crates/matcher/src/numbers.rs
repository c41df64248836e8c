//! Which detectors of numbers are worth a look where a group of digits starts.

use model::{Anchor, Confidence, Context, Detector};

use crate::claims;
use crate::compiled::Compiled;
use crate::confirm::MAX_DIGIT_LEAD;
use crate::digit_groups;

/// Detectors whose anchor is a number, a code or an IBAN's head, with the digit counts that each wants.
pub(crate) struct Numbers {
    /// By detector: whether nothing is shown of it without context.
    needs_context: Vec<bool>,
    all: Group,
    /// Those that may match behind a letter or a digit.
    behind_letter: Group,
}

/// Some detectors, and the digit counts of them all.
#[derive(Default)]
struct Group {
    entries: Vec<Entry>,
    counts: Counts,
}

/// A detector and its digit counts.
#[derive(Clone, Copy)]
struct Entry {
    index: usize,
    counts: Counts,
}

/// Digit counts as bits: of a number, and of a code.
#[derive(Clone, Copy, Default)]
struct Counts {
    number: u64,
    code: u64,
}

impl Counts {
    const fn meet(self, other: Self) -> bool {
        self.number & other.number != 0 || self.code & other.code != 0
    }
}

impl Group {
    fn new(entries: Vec<Entry>) -> Self {
        let join = |all: Counts, entry: &Entry| Counts {
            number: all.number | entry.counts.number,
            code: all.code | entry.counts.code,
        };
        let counts = entries.iter().fold(Counts::default(), join);
        Self { entries, counts }
    }

    /// The digit counts at `place`, of the sorts that one of the detectors asks for.
    fn totals(&self, text: &[u8], place: usize) -> Counts {
        let number = if self.counts.number == 0 { 0 } else { digit_groups::totals(text, place) };
        let code = if self.counts.code == 0 { 0 } else { digit_groups::up_to_code(text, place) };
        Counts { number, code }
    }
}

impl Numbers {
    pub(crate) fn new(detectors: &[Compiled], min_confidence: Confidence) -> Self {
        let entry = |(index, compiled): (usize, &Compiled)| {
            let (number, code) = match compiled.detector.anchor {
                Anchor::Digits(counts) => (counts, 0),
                Anchor::Code(counts) => (0, counts),
                // The check digits are a group of their own or the start of one.
                Anchor::IbanHead => (u64::MAX, 0),
                Anchor::Literals(_) | Anchor::Key => return None,
            };
            Some(Entry { index, counts: Counts { number, code } })
        };
        let all: Vec<_> = detectors.iter().enumerate().filter_map(entry).collect();
        let takes_letters = |entry: &Entry| {
            let compiled = &detectors[entry.index];
            let lead = compiled.lead.as_ref();
            compiled.detector.anchor == Anchor::IbanHead
                || lead.is_some_and(|lead| {
                    (0..128_u8).any(|byte| byte.is_ascii_alphanumeric() && lead.contains(byte))
                })
        };
        let needs_context = detectors.iter().map(|compiled| {
            let is_number = matches!(compiled.detector.anchor, Anchor::Digits(_) | Anchor::Code(_));
            is_number && needs_context(&compiled.detector, min_confidence)
        });
        Self {
            needs_context: needs_context.collect(),
            behind_letter: Group::new(all.iter().copied().filter(takes_letters).collect()),
            all: Group::new(all),
        }
    }

    /// Whether nothing is shown of a detector without context.
    pub(crate) fn needs_context(&self, detector: usize) -> bool {
        self.needs_context[detector]
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.all.entries.iter().map(|entry| entry.index)
    }

    /// Detectors that may match the number whose first group of digits starts at `place`.
    ///
    /// Behind a letter most numbers are a part of a longer token, and a date or an account id is none, so most
    /// places end here.
    pub(crate) fn at<'a>(
        &'a self,
        detectors: &'a [Compiled],
        text: &'a [u8],
        place: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let before = place.checked_sub(1).map(|before| text[before]).filter(u8::is_ascii_alphanumeric);
        let group = if before.is_some() { &self.behind_letter } else { &self.all };
        let look = look_at(text, place);
        let totals = if matches!(look, Look::Other) { Counts::default() } else { group.totals(text, place) };
        let entries: &[_] = if totals.meet(group.counts) { &group.entries } else { &[] };
        entries.iter().filter(move |entry| totals.meet(entry.counts)).map(|entry| entry.index).filter(
            move |&index| {
                let compiled = &detectors[index];
                let may_start = match (before, &compiled.detector.anchor) {
                    (_, Anchor::IbanHead) => is_iban_head(text, place),
                    (Some(letter), _) => compiled.lead.as_ref().is_some_and(|lead| lead.contains(letter)),
                    (None, _) => true,
                };
                may_start
                    && (compiled.detector.pierces || matches!(look, Look::Number))
                    && compiled.may_start_in(&text[place.saturating_sub(MAX_DIGIT_LEAD)..=place])
            },
        )
    }
}

fn needs_context(detector: &Detector, min_confidence: Confidence) -> bool {
    match detector.context {
        Context::None => false,
        Context::Boosts | Context::Required => detector.alone.is_none_or(|alone| alone < min_confidence),
        Context::KeyOnly => true,
    }
}

/// Whether two letters that start a word stand before the digits.
fn is_iban_head(text: &[u8], place: usize) -> bool {
    let Some(head) = place.checked_sub(2) else { return false };
    text[head..place].iter().all(u8::is_ascii_alphabetic)
        && !head.checked_sub(1).is_some_and(|before| text[before].is_ascii_alphanumeric())
}

/// What the first group of digits looks like.
#[derive(Clone, Copy)]
enum Look {
    Number,
    /// A day: owned as a time, but a date of birth may still stand there.
    Day,
    /// A day with its time, or an account id in an ARN: no number of a person ends there.
    Other,
}

fn look_at(text: &[u8], place: usize) -> Look {
    if claims::is_date(text, place) {
        let next = text.get(place + claims::DATE.len());
        return if next.is_some_and(u8::is_ascii_alphanumeric) { Look::Other } else { Look::Day };
    }
    if is_account_field(text, place) { Look::Other } else { Look::Number }
}

/// Twelve digits between two colons, as the account id stands in an ARN.
fn is_account_field(text: &[u8], place: usize) -> bool {
    const LENGTH: usize = 12;
    let is_field = place > 0 && text[place - 1] == b':' && text.get(place + LENGTH) == Some(&b':');
    is_field && text[place..place + LENGTH].iter().all(u8::is_ascii_digit)
}
