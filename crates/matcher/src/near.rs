//! What the phrases near a number in raw text call for.

use std::ops::Range;

use crate::number_set::NumberSet;
use crate::prefilter::Anchors;
use crate::rule::MAX_NUMBER_TEXT;

/// Bytes of raw text before and after a number in which its key stands: the value, and what is written around it.
const BEFORE: usize = MAX_NUMBER_TEXT + 1024;
const AFTER: usize = MAX_NUMBER_TEXT + 512;

/// Phrases and borders around numbers, which come in order.
pub(crate) struct Near<'a> {
    /// Places of phrases, ascending, and detectors that they give context to.
    phrases: Vec<(usize, &'a NumberSet)>,
    /// Where a record ends, ascending, and how many of these stand before the number.
    borders: &'a [u32],
    n_borders: usize,
    /// Blocks with other bytes than ASCII.
    foreign: &'a [u32],
    /// The phrases in the window, and what they call for together.
    window: Range<usize>,
    called: NumberSet,
}

impl<'a> Near<'a> {
    pub(crate) fn new(phrases: Vec<(usize, &'a NumberSet)>, anchors: &'a Anchors) -> Self {
        Self {
            phrases,
            borders: &anchors.borders,
            n_borders: 0,
            foreign: &anchors.foreign,
            window: 0..0,
            called: NumberSet::default(),
        }
    }

    /// The text around the number at `place` in which words may speak for it; places ascend.
    #[inline]
    pub(crate) fn span(&mut self, place: usize) -> Range<usize> {
        let before = |&&border: &&u32| (border as usize) < place;
        self.n_borders += self.borders[self.n_borders..].iter().take_while(before).count();
        let last = self.n_borders.checked_sub(1).map_or(0, |last| self.borders[last] as usize);
        let next = self.borders.get(self.n_borders).map_or(usize::MAX, |&next| next as usize);
        place.saturating_sub(BEFORE).max(last)..place.saturating_add(AFTER).min(next)
    }

    /// The detectors that the phrases in a span call for; none where there is no phrase. Spans ascend.
    #[inline]
    pub(crate) fn called_in(&mut self, span: &Range<usize>) -> Option<&NumberSet> {
        let Range { mut start, mut end } = self.window;
        start += self.phrases[start..].iter().take_while(|(at, _)| *at < span.start).count();
        end = end.max(start);
        end += self.phrases[end..].iter().take_while(|(at, _)| *at < span.end).count();
        if self.window != (start..end) {
            self.window = start..end;
            self.called = NumberSet::default();
            self.phrases[start..end].iter().for_each(|(_, numbers)| self.called.add(numbers));
        }
        (start < end).then_some(&self.called)
    }

    /// Whether a span may hold other bytes than ASCII.
    #[inline]
    pub(crate) fn is_foreign(&self, span: &Range<usize>) -> bool {
        if self.foreign.is_empty() {
            return false;
        }
        let block = self.foreign.partition_point(|&start| start as usize + crate::simd::BLOCK <= span.start);
        self.foreign.get(block).is_some_and(|&start| (start as usize) < span.end)
    }
}
