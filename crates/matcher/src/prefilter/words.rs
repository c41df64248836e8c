//! Where words start.

use crate::simd::Masks;

/// Finds starts of words in the masks of one block after the other.
#[derive(Default)]
pub(super) struct WordStarts {
    /// Whether the byte before the block is a letter, and a capital.
    letter: u64,
    capital: u64,
}

/// Where words start in a block; bit `i` stands for byte `i`.
pub(super) struct Starts {
    /// Three letters or more stand in a row there.
    pub(super) long: u64,
    /// Fewer do.
    pub(super) short: u64,
}

impl WordStarts {
    /// Finds the words of a block; `next` are the bytes behind it.
    ///
    /// One starts at a letter behind anything else, at a capital behind a small letter, and at the last of several
    /// capitals before a small letter (`DBPassword`), all as keys are cut into words.
    #[inline]
    pub(super) fn block(&mut self, masks: Masks, next: &[u8]) -> Starts {
        let Masks { letter, capital, .. } = masks;
        let next = [0, 1].map(|index| next.get(index).copied().unwrap_or(0));
        let behind_letter = letter << 1 | self.letter;
        let behind_capital = capital << 1 | self.capital;
        let before_small = (letter & !capital) >> 1 | u64::from(next[0].is_ascii_lowercase()) << 63;
        let second = letter >> 1 | u64::from(next[0].is_ascii_alphabetic()) << 63;
        let third = second >> 1 | u64::from(next[1].is_ascii_alphabetic()) << 63;
        self.letter = letter >> 63;
        self.capital = capital >> 63;
        let starts = letter & !behind_letter | capital & (!behind_capital | before_small);
        Starts { long: starts & second & third, short: starts & !(second & third) }
    }
}
