//! Which detectors of numbers may match, by the bytes around the first digit.

use model::{ByteSet, LAYOUT_BEFORE, LAYOUT_MAX_RUN, LAYOUT_WINDOW, Layout};

use crate::compiled::Compiled;
use crate::number_set::NumberSet;
use crate::simd::Around;

/// Kinds of bytes beside a run that is no longer one of digits.
const KINDS: usize = 3;
/// Lists by the length of the first run of digits, by what stands before and by what follows it.
const LISTS: usize = (LAYOUT_MAX_RUN + 1) * KINDS * KINDS;

/// The layouts of all detectors of numbers.
pub(crate) struct NumberRuns {
    lists: Box<[List]>,
}

/// Layouts with the detectors that have them; those of one detector stand together.
#[derive(Default)]
struct List {
    /// Of detectors that show something without context.
    free: Vec<(Layout, u16)>,
    /// The same of those whose numbers start with `+`, which is rare.
    plus: Vec<(Layout, u16)>,
    /// Of all others.
    gated: Vec<(Layout, u16)>,
    in_gated: NumberSet,
}

impl NumberRuns {
    /// Sorts the layouts of detectors, which go by their places in `numbers`; `is_gated` tells of `None` that nothing
    /// is shown of it, else whether only context makes it visible.
    pub(crate) fn new(
        detectors: &[Compiled],
        numbers: &[usize],
        is_gated: impl Fn(usize) -> Option<bool>,
    ) -> Self {
        let mut lists: Box<[List]> = (0..LISTS).map(|_| List::default()).collect();
        for (number, &index) in numbers.iter().enumerate() {
            let Some(is_gated) = is_gated(number) else { continue };
            let is_plus = detectors[index].shape().first == ByteSet::of(b"+");
            for &layout in detectors[index].detector.layouts.iter() {
                for before in (0..KINDS).filter(|before| layout.before >> before & 1 == 1) {
                    let list = &mut lists[list(layout.run.into(), before, layout.next.into())];
                    if is_gated {
                        list.gated.push((layout, number as u16));
                        list.in_gated.insert(number);
                    } else if is_plus {
                        list.plus.push((layout, number as u16));
                    } else {
                        list.free.push((layout, number as u16));
                    }
                }
            }
        }
        Self { lists }
    }

    /// Whether `is_match` says so of a detector that needs no context and whose layout is around a digit.
    #[inline]
    pub(crate) fn any_free(&self, around: Around, mut is_match: impl FnMut(usize) -> bool) -> bool {
        let list = self.of(around);
        any_fitting(&list.free, around, &NumberSet::ALL, &mut is_match)
            || around.is_behind_plus && any_fitting(&list.plus, around, &NumberSet::ALL, is_match)
    }

    /// The detectors that need context and have a layout with such a first run.
    #[inline]
    pub(crate) fn gated(&self, around: Around) -> &NumberSet {
        &self.of(around).in_gated
    }

    /// Whether `is_match` says so of one of some detectors that need context and whose layout is around a digit.
    pub(crate) fn any_gated(
        &self,
        around: Around,
        wanted: &NumberSet,
        is_match: impl FnMut(usize) -> bool,
    ) -> bool {
        any_fitting(&self.of(around).gated, around, wanted, is_match)
    }

    #[inline]
    fn of(&self, around: Around) -> &List {
        let run = (around.digit >> LAYOUT_BEFORE).trailing_ones() as usize;
        let before = around.kind(LAYOUT_BEFORE - 1);
        // What follows the longest runs is not looked at.
        let next = around.kind((LAYOUT_BEFORE + run).min(LAYOUT_WINDOW - 1));
        &self.lists[list(run, before, next)]
    }
}

impl Around {
    /// What stands at a bit, as a layout tells it; a digit is taken for a stop.
    #[inline]
    fn kind(self, bit: usize) -> usize {
        let of = |mask: u32| (mask >> bit & 1) as usize;
        // LAYOUT_LETTER, LAYOUT_JOINT and LAYOUT_STOP are 0, 1 and 2.
        2 - 2 * of(self.letter) - of(self.joint)
    }
}

fn list(run: usize, before: usize, next: usize) -> usize {
    (run.min(LAYOUT_MAX_RUN) * KINDS + before) * KINDS + next
}

#[inline]
fn any_fitting(
    layouts: &[(Layout, u16)],
    around: Around,
    wanted: &NumberSet,
    mut confirms: impl FnMut(usize) -> bool,
) -> bool {
    let mut last = None;
    for (layout, number) in layouts {
        let number = *number;
        if wanted.contains(number.into())
            && layout.fits(around.digit, around.letter, around.small, around.joint)
            && last != Some(number)
        {
            if confirms(number.into()) {
                return true;
            }
            last = Some(number);
        }
    }
    false
}
