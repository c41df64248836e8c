//! Which detectors of numbers are worth a look where a group of digits starts.

use model::{Anchor, Detector};

use crate::claims;
use crate::compiled::Compiled;
use crate::confirm::MAX_DIGIT_LEAD;
use crate::digit_groups;

/// Detectors whose anchor is a number or an IBAN's head, with the digit counts that each wants.
pub(crate) struct Numbers {
    all: Vec<Entry>,
    /// Those that may match behind a letter or a digit.
    behind_letter: Vec<Entry>,
}

/// A detector and its digit counts as bits.
type Entry = (usize, u64);

impl Numbers {
    pub(crate) fn new(detectors: &[Detector], compiled: &[Compiled]) -> Self {
        let counts = |(index, detector): (usize, &Detector)| match detector.anchor {
            Anchor::Digits(counts) => Some((index, counts)),
            // The check digits are a group of their own or the start of one.
            Anchor::IbanHead => Some((index, u64::MAX)),
            Anchor::Literals(_) | Anchor::Key => None,
        };
        let all: Vec<Entry> = detectors.iter().enumerate().filter_map(counts).collect();
        let takes_letters = |&(index, _): &Entry| {
            let compiled = &compiled[index];
            let lead = compiled.lead.as_ref();
            compiled.detector.anchor == Anchor::IbanHead
                || lead.is_some_and(|lead| {
                    (0..128_u8).any(|byte| byte.is_ascii_alphanumeric() && lead.contains(byte))
                })
        };
        Self { behind_letter: all.iter().copied().filter(takes_letters).collect(), all }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.all.iter().map(|&(index, _)| index)
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
        let mut totals = None;
        let mut look = None;
        let entries = if before.is_some() { &self.behind_letter } else { &self.all };
        entries.iter().filter_map(move |&(index, counts)| {
            let compiled = &detectors[index];
            let may_start = match (before, &compiled.detector.anchor) {
                (Some(_), Anchor::IbanHead) => is_iban_head(text, place),
                (None, Anchor::IbanHead) => false,
                (Some(letter), _) => compiled.lead.as_ref().is_some_and(|lead| lead.contains(letter)),
                (None, _) => true,
            };
            let fits = may_start
                && *totals.get_or_insert_with(|| digit_groups::totals(text, place)) & counts != 0
                && match *look.get_or_insert_with(|| look_at(text, place)) {
                    Look::Number => true,
                    Look::Day => compiled.detector.pierces,
                    Look::Other => false,
                }
                && compiled.may_start_in(&text[place.saturating_sub(MAX_DIGIT_LEAD)..=place]);
            fits.then_some(index)
        })
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
