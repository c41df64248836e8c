//! Where groups of digits start that may be a number or belong to a code.

use super::each_bit;
use crate::numbers::Fewest;
use crate::simd::{BLOCK, Masks};

/// Bytes behind the start of a digit group in which its digits are counted.
pub(super) const WINDOW: u32 = 24;

/// Turns masks into group starts, one block late, because a group may run into the next block.
pub(super) struct DigitGroups {
    number: u32,
    code: u32,
    waiting: Waiting,
    /// The last two bits of the block before: digits and letters.
    digit: u64,
    letter: u64,
}

/// A block that waits for the next one.
#[derive(Default)]
struct Waiting {
    /// Its offset.
    start: usize,
    digit: u64,
    /// Where a number and a code end: at what is no part of them.
    number_end: u64,
    code_end: u64,
    /// Where a group of digits starts.
    starts: u64,
}

impl DigitGroups {
    pub(super) fn new(fewest: Fewest) -> Self {
        // No window holds more digits than bytes, so nothing passes where no detector wants digits.
        let count = |fewest: Option<u32>| fewest.unwrap_or(WINDOW + 1);
        Self {
            number: count(fewest.number),
            code: count(fewest.code),
            waiting: Waiting::default(),
            digit: 0,
            letter: 0,
        }
    }

    #[inline]
    pub(super) fn block(&mut self, start: usize, masks: Masks, out: &mut Vec<u32>) {
        let Masks { digit, letter, joint, .. } = masks;
        let (number_end, code_end) = (!(digit | joint), !(digit | joint | letter));
        self.flush(digit, number_end, code_end, out);
        let behind_digit = digit << 1 | self.digit >> 1;
        // Digit, letter, digit: the middle of a hash or an id, where no number starts.
        let behind_mixture = (letter << 1 | self.letter >> 1) & (digit << 2 | self.digit);
        let starts = digit & !behind_digit & !behind_mixture;
        self.waiting = Waiting { start, digit, number_end, code_end, starts };
        self.digit = digit >> (BLOCK - 2);
        self.letter = letter >> (BLOCK - 2);
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u32>) {
        self.flush(0, u64::MAX, u64::MAX, out);
    }

    #[inline]
    fn flush(&mut self, next_digit: u64, next_number_end: u64, next_code_end: u64, out: &mut Vec<u32>) {
        let Waiting { start, digit, number_end, code_end, starts } = self.waiting;
        let both = |here: u64, next: u64| u128::from(here) | u128::from(next) << BLOCK;
        let (digits, number_ends, code_ends) =
            (both(digit, next_digit), both(number_end, next_number_end), both(code_end, next_code_end));
        each_bit(starts, |bit| {
            let digits = (digits >> bit) as u32;
            // The digits before the end, or those of the window where it goes on.
            let count = |ends: u128| {
                let end = (ends >> bit) as u32 | 1 << WINDOW;
                (digits & (end & end.wrapping_neg()).wrapping_sub(1)).count_ones()
            };
            if count(code_ends) >= self.code || count(number_ends) >= self.number {
                out.push((start + bit) as u32);
            }
        });
    }
}
