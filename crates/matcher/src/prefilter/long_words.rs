//! Where long runs of letters and digits start: text under base64 holds one.

use super::each_bit;
use crate::simd::Masks;

/// Letters and digits in a row from which on a run counts.
pub(crate) const LONG_WORD: usize = 16;

/// Turns masks into starts of long runs, one block late, because a run may go on in the next block.
#[derive(Default)]
pub(super) struct LongWords {
    /// Start and word bytes of the block that waits.
    waiting: (usize, u64),
    /// Whether a long run stands at the last byte of the block before it.
    is_inside: bool,
}

impl LongWords {
    #[inline]
    pub(super) fn block(&mut self, start: usize, Masks { letter, digit, .. }: Masks, out: &mut Vec<u32>) {
        let word = letter | digit;
        self.flush(word, out);
        self.waiting = (start, word);
    }

    pub(super) fn finish(mut self, out: &mut Vec<u32>) {
        self.flush(0, out);
    }

    #[inline]
    fn flush(&mut self, next: u64, out: &mut Vec<u32>) {
        let (start, word) = self.waiting;
        // Sixteen bits in a row fill a whole byte of the mask.
        if !has_full_byte(word) && !has_full_byte(next) {
            self.is_inside = false;
            return;
        }
        let joined = u128::from(word) | u128::from(next) << 64;
        let long = [1, 2, 4, 8].iter().fold(joined, |run, shift| run & run >> shift) as u64;
        each_bit(long & !(long << 1 | u64::from(self.is_inside)), |bit| out.push((start + bit) as u32));
        self.is_inside = long >> 63 == 1;
    }
}

#[inline]
const fn has_full_byte(mask: u64) -> bool {
    const LOW: u64 = 0x0101_0101_0101_0101;
    // The known test for a zero byte, on the complement.
    (!mask).wrapping_sub(LOW) & mask & (LOW << 7) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simd::BLOCK;

    fn starts(text: &str) -> Vec<u32> {
        let mut words = LongWords::default();
        let mut out = Vec::new();
        for (index, block) in text.as_bytes().chunks(BLOCK).enumerate() {
            let bits = block.iter().enumerate();
            let letter =
                bits.fold(0, |mask, (bit, byte)| mask | u64::from(byte.is_ascii_alphanumeric()) << bit);
            let masks = Masks { letter, ..Masks::default() };
            words.block(index * BLOCK, masks, &mut out);
        }
        words.finish(&mut out);
        out
    }

    #[test]
    fn long_runs_at_every_place() {
        for before in 0..140 {
            for length in [LONG_WORD - 1, LONG_WORD, LONG_WORD + 1, 70, 150] {
                let text = format!(
                    "{}{}. {}",
                    ".".repeat(before),
                    "a1".repeat(length).split_at(length).0,
                    "b".repeat(15)
                );
                let expected: &[u32] = if length >= LONG_WORD { &[before as u32] } else { &[] };
                assert_eq!(starts(&text), expected, "{before} {length}");
            }
        }
    }
}
