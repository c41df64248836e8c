//! The first four bytes of the words that are worth a look, as a bit set that fits the first-level cache.

/// Bits of the set.
const BITS: usize = 1 << 16;

/// Says of most words at once that nothing starts with them.
pub(crate) struct FirstLetters(Box<[u64; BITS / 64]>);

impl FirstLetters {
    /// Prepares a set for words of 3 bytes or more; a word of 3 stands for all four bytes that may go on.
    pub(crate) fn new<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut set = Self(Box::new([0; BITS / 64]));
        for word in words {
            match *word {
                [a, b, c] => (0..32).for_each(|next| set.put([a, b, c, next])),
                [a, b, c, d, ..] => set.put([a, b, c, d]),
                _ => {}
            }
        }
        set
    }

    fn put(&mut self, four: [u8; 4]) {
        let slot = slot(four);
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    /// Whether some word may start with these bytes.
    #[inline]
    pub(crate) fn contains(&self, four: [u8; 4]) -> bool {
        let slot = slot(four);
        self.0[slot / 64] >> (slot % 64) & 1 == 1
    }
}

/// A hash of the low five bits of each byte, in which both cases of a letter are equal.
#[inline]
fn slot(four: [u8; 4]) -> usize {
    ((u32::from_le_bytes(four) & 0x1f1f_1f1f).wrapping_mul(0x9E37_79B1) >> 16) as usize
}
