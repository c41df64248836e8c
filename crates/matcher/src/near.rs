//! What the phrases near a number in raw text call for.

use std::ops::Range;

use model::RawForm;

use crate::number_set::NumberSet;
use crate::prefilter::Anchors;
use crate::rule::MAX_NUMBER_TEXT;
use crate::simd::BLOCK;

/// Bytes of raw text before and after a number in which its key stands: the value, and what is written around it.
const BEFORE: usize = MAX_NUMBER_TEXT + 1024;
const AFTER: usize = MAX_NUMBER_TEXT + 512;
/// The same in JSON, where other members and deep indentation may stand between key and value.
const IN_JSON: usize = 16 * 1024;
/// Bytes between two starts of a window.
const STEP: usize = 1024;

/// Phrases and borders around numbers, which come in order.
pub(crate) struct Near<'a> {
    before: usize,
    after: usize,
    /// Places of phrases, ascending, and detectors that they give context to.
    phrases: Vec<(usize, &'a NumberSet)>,
    /// Where a record ends, ascending, and how many of these stand before the number.
    borders: &'a [u32],
    n_borders: usize,
    /// Blocks with other bytes than ASCII, and how many of these end before the span.
    foreign: &'a [u32],
    n_foreign: usize,
    /// The phrases in the window, and what they call for together.
    window: Range<usize>,
    called: NumberSet,
}

impl<'a> Near<'a> {
    pub(crate) fn new(form: RawForm<'a>, phrases: Vec<(usize, &'a NumberSet)>, anchors: &'a Anchors) -> Self {
        let (before, after) = match form {
            RawForm::Json | RawForm::JsonLines => (IN_JSON, IN_JSON),
            RawForm::Rows(_) | RawForm::Other => (BEFORE, AFTER),
        };
        let borders = if let RawForm::Rows(ends) = form { ends } else { &anchors.borders };
        Self {
            before,
            after,
            phrases,
            borders,
            n_borders: 0,
            foreign: &anchors.foreign,
            n_foreign: 0,
            window: 0..0,
            called: NumberSet::default(),
        }
    }

    /// The text around the number at `place` in which words may speak for it; places ascend.
    #[inline]
    pub(crate) fn span(&mut self, place: usize) -> Range<usize> {
        let before = |&&border: &&u32| (border as usize) <= place;
        self.n_borders += self.borders[self.n_borders..].iter().take_while(before).count();
        let last = self.n_borders.checked_sub(1).map_or(0, |last| self.borders[last] as usize);
        let next = self.borders.get(self.n_borders).map_or(usize::MAX, |&next| next as usize);
        // In steps, so that what is called for is summed up again only now and then.
        let start = place.saturating_sub(self.before) / STEP * STEP;
        start.max(last)..place.saturating_add(self.after).min(next)
    }

    /// The detectors that the phrases in a span call for; none where there is no phrase. Spans ascend.
    #[inline]
    pub(crate) fn called_in(&mut self, span: &Range<usize>) -> Option<&NumberSet> {
        let Range { mut start, mut end } = self.window;
        start += self.phrases[start..].iter().take_while(|(at, _)| *at < span.start).count();
        end = end.max(start);
        end += self.phrases[end..].iter().take_while(|(at, _)| *at < span.end).count();
        if self.window != (start..end) {
            let is_longer = self.window.start == start && self.window.end <= end;
            let new = if is_longer { self.window.end..end } else { start..end };
            if !is_longer {
                self.called = NumberSet::default();
            }
            self.phrases[new].iter().for_each(|(_, numbers)| self.called.add(numbers));
            self.window = start..end;
        }
        (start < end).then_some(&self.called)
    }

    /// Whether a span may hold other bytes than ASCII. Spans ascend.
    #[inline]
    pub(crate) fn is_foreign(&mut self, span: &Range<usize>) -> bool {
        let ends_before = |&&start: &&u32| start as usize + BLOCK <= span.start;
        self.n_foreign += self.foreign[self.n_foreign..].iter().take_while(ends_before).count();
        self.foreign.get(self.n_foreign).is_some_and(|&start| (start as usize) < span.end)
    }
}
