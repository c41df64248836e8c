//! Which detectors of numbers are worth a look where a group of digits starts.

use model::{Anchor, Detector};

use crate::claims;
use crate::compiled::Compiled;
use crate::digit_groups;

/// Detectors whose anchor is a number or an IBAN's head, with the digit counts that each wants.
pub(crate) struct Numbers(Vec<(usize, u64)>);

impl Numbers {
    pub(crate) fn new(detectors: &[Detector]) -> Self {
        let counts = |(index, detector): (usize, &Detector)| match detector.anchor {
            Anchor::Digits(counts) => Some((index, counts)),
            // The check digits are a group of their own or the start of one.
            Anchor::IbanHead => Some((index, u64::MAX)),
            Anchor::Literals(_) | Anchor::Key => None,
        };
        Self(detectors.iter().enumerate().filter_map(counts).collect())
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|&(index, _)| index)
    }

    /// Detectors that may match the number whose first group of digits starts at `place`.
    ///
    /// Behind a letter most numbers are a part of a longer token, and a date is none, so most places end here.
    pub(crate) fn at<'a>(
        &'a self,
        detectors: &'a [Compiled],
        text: &'a [u8],
        place: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let before = place.checked_sub(1).map(|before| text[before]).filter(u8::is_ascii_alphanumeric);
        let mut totals = None;
        let mut is_date = None;
        self.0.iter().filter_map(move |&(index, counts)| {
            let compiled = &detectors[index];
            let may_start = match (before, &compiled.detector.anchor) {
                (Some(_), Anchor::IbanHead) => is_iban_head(text, place),
                (None, Anchor::IbanHead) => false,
                (Some(letter), _) => compiled.lead.as_ref().is_some_and(|lead| lead.contains(letter)),
                (None, _) => true,
            };
            let fits = may_start
                && *totals.get_or_insert_with(|| digit_groups::totals(text, place)) & counts != 0
                && (compiled.detector.pierces
                    || !*is_date.get_or_insert_with(|| claims::is_date(text, place)));
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
