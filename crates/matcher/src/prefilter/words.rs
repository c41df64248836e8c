//! Where words start.

use crate::simd::Masks;

/// Finds starts of words in the masks of one block after the other.
#[derive(Default)]
pub(super) struct WordStarts {
    /// Whether the byte before the block is a letter, and a capital.
    letter: u64,
    capital: u64,
}

impl WordStarts {
    /// Bit `i` is set where byte `i` is a letter that starts a word.
    ///
    /// That is a letter behind anything else, a capital behind a small letter, and the last of several capitals
    /// before a small letter (`DBPassword`), all as keys are cut into words. `next` is the byte behind the block.
    #[inline]
    pub(super) fn block(&mut self, masks: Masks, next: Option<&u8>) -> u64 {
        let Masks { letter, capital, .. } = masks;
        let behind_letter = letter << 1 | self.letter;
        let behind_capital = capital << 1 | self.capital;
        let before_small =
            (letter & !capital) >> 1 | u64::from(next.is_some_and(u8::is_ascii_lowercase)) << 63;
        self.letter = letter >> 63;
        self.capital = capital >> 63;
        letter & !behind_letter | capital & (!behind_capital | before_small)
    }
}
