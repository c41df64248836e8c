//! What values begin with: a filter that lets nearly no word of a text go on to the hashes.
//!
//! A head is the words of a value up to the first space. It has a shape, of which there are few, and a hash, of which
//! a bit is kept; heads with digits have bits of their own, because account numbers are all different while first
//! names are few, and the bits of the few stay in the cache.

use super::chain::{Chain, MAX_WORDS};
use super::words::{Word, Words};

/// Lengths above it count as one.
const LONGEST: usize = 63;

/// Bits for each head, or up to twice as many: of the words that are none, one in 16 or fewer passes, and is then not
/// found among the hashes.
const BITS_EACH: usize = 16;

/// The fewest bits, as a power of two.
const LEAST: u32 = 12;

/// The shapes and hashes of all heads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heads {
    pub(super) shapes: [u64; 3],
    /// Of heads without and with digits.
    pub(super) bits: [Bits; 2],
}

impl Heads {
    /// Takes the shapes and the hashes, each list with each hash once.
    pub(super) fn new(shapes: [u64; 3], hashes: [&[u32]; 2]) -> Self {
        Self { shapes, bits: hashes.map(Bits::of) }
    }

    /// Whether a value may begin with a word, and what follows it without a space, by lengths alone.
    #[inline]
    pub(super) fn may_begin(&self, word: &Word, next: Option<&Word>, rest: &Words<'_>) -> bool {
        let Some(n_bytes) = word.n_bytes() else { return true };
        self.has_shape(shape_of([word.has_digit, word.has_letter], n_bytes))
            || next.is_some_and(|next| word.is_glued_to(next) && self.may_go_on(word, next, rest.clone()))
    }

    fn may_go_on(&self, word: &Word, next: &Word, rest: Words<'_>) -> bool {
        let mut n_bytes = word.n_bytes().unwrap_or_default();
        let (mut has_digit, mut has_letter, mut last) = (word.has_digit, word.has_letter, *word);
        for word in std::iter::once(*next).chain(rest).take(MAX_WORDS as usize) {
            if !last.is_glued_to(&word) || n_bytes > self.longest() {
                return false;
            }
            let Some(more) = word.n_bytes() else { return true };
            n_bytes += more;
            has_digit |= word.has_digit;
            has_letter |= word.has_letter;
            if self.has_shape(shape_of([has_digit, has_letter], n_bytes)) {
                return true;
            }
            last = word;
        }
        false
    }

    /// The length of the longest head.
    fn longest(&self) -> usize {
        match self.shapes.iter().fold(0, |all, shapes| all | shapes).checked_ilog2() {
            Some(length) if (length as usize) < LONGEST => length as usize,
            Some(_) => usize::MAX,
            None => 0,
        }
    }

    #[inline]
    fn has_shape(&self, (kind, bit): Shape) -> bool {
        self.shapes[kind] & bit != 0
    }

    /// Whether a value may begin with these words.
    #[inline]
    pub(super) fn has(&self, chain: &Chain) -> bool {
        self.has_shape(shape(chain)) && self.bits[usize::from(chain.has_digit)].has(chain.hash() as u32)
    }
}

/// The kind and the length of a head, as an index and a bit.
pub(super) type Shape = (usize, u64);

#[inline]
pub(super) fn shape(chain: &Chain) -> Shape {
    shape_of([chain.has_digit, chain.has_letter], chain.n_bytes)
}

#[inline]
fn shape_of([has_digit, has_letter]: [bool; 2], n_bytes: usize) -> Shape {
    (usize::from(has_digit) + usize::from(has_digit && has_letter), 1 << n_bytes.min(LONGEST))
}

/// A set of hashes, one bit each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    fn of(hashes: &[u32]) -> Self {
        let exponent = (hashes.len() * BITS_EACH).next_power_of_two().trailing_zeros().clamp(LEAST, 32);
        let mut bits = Self { words: vec![0; 1 << (exponent - 6)] };
        for &hash in hashes {
            let (word, bit) = bits.place(hash);
            bits.words[word] |= bit;
        }
        bits
    }

    /// Takes words whose number is a power of two.
    pub(super) fn from_words(words: Vec<u64>) -> Option<Self> {
        words.len().is_power_of_two().then_some(Self { words })
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    #[inline]
    fn has(&self, hash: u32) -> bool {
        let (word, bit) = self.place(hash);
        self.words[word] & bit != 0
    }

    #[inline]
    fn place(&self, hash: u32) -> (usize, u64) {
        (hash as usize >> 6 & (self.words.len() - 1), 1 << (hash & 63))
    }
}
