//! What values begin with: a filter that lets nearly no word of a text go on to the hashes.
//!
//! A head is the words of a value up to the first space. It has a shape, of which there are few, and a hash, of which
//! a bit is kept; heads with digits have bits of their own, because account numbers are all different while first
//! names are few, and the bits of the few stay in the cache.

use super::chain::Chain;

/// Lengths above it count as one.
const LONGEST: usize = 63;

/// Bits for each head: one word in eight that is none passes, and is then not found among the hashes.
const BITS_EACH: usize = 8;

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

    /// Whether a value may begin with these words.
    #[inline]
    pub(super) fn has(&self, chain: &Chain) -> bool {
        let (kind, bit) = shape(chain);
        self.shapes[kind] & bit != 0 && self.bits[usize::from(chain.has_digit)].has(chain.hash() as u32)
    }
}

/// The kind and the length of a head, as an index and a bit.
#[inline]
pub(super) fn shape(chain: &Chain) -> (usize, u64) {
    let kind = match (chain.has_digit, chain.has_letter) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };
    (kind, 1 << chain.n_bytes.min(LONGEST))
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
