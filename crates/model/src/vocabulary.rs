//! The words and phrases that give detectors their context, as a table of plain data.

use std::borrow::Cow;
use std::fmt;

/// Phrases by their letters; the crate `phrases` makes it.
///
/// A hash table with open addressing, so that the build script can write it into the binary and nothing is left to
/// do at start-up.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Index of a phrase plus 1, or 0; a power of two of them, at least one of which is 0.
    pub slots: Cow<'static, [u32]>,
    /// The phrases; those with the same letters stand in slots that follow each other.
    pub phrases: Cow<'static, [Phrase]>,
    /// The letters of all phrases.
    pub letters: Cow<'static, str>,
    /// Sets of detectors, `set_size` numbers each: bit `n` of the set stands for detector `n`.
    pub sets: Cow<'static, [u64]>,
    /// The numbers of one set.
    pub set_size: usize,
}

/// A phrase, and the detectors that know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where its letters, without what separates the words, start in [`Vocabulary::letters`].
    pub start: u32,
    /// The bytes of its letters.
    pub length: u32,
    /// Bit `n`: a word but the last ends after byte `n` of the letters.
    pub word_ends: u64,
    /// The number of its words.
    pub n_words: u8,
    /// Whether every word is one letter (`r.u.n.`), which must not be heard in a word of these letters (`run`).
    pub is_dotted: bool,
    /// The set of the detectors to which it gives context.
    pub hears: u32,
    /// The set of the detectors to which it says that a match is something else.
    pub vetoes: u32,
}

/// What the build script worked out for a built-in detector.
///
/// It holds only as long as the detector keeps its `keys` and `veto`.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its place among the built-in detectors, and in the sets of the vocabulary.
    pub index: u16,
    /// The phrases of all built-in detectors.
    pub vocabulary: &'static Vocabulary,
}

impl Vocabulary {
    /// The phrases with these letters, of which `hash` is the hash.
    #[inline]
    pub fn look_up(&self, letters: &str, hash: LettersHash) -> impl Iterator<Item = &Phrase> {
        let mut slot = hash.slot();
        std::iter::from_fn(move || {
            let index = *self.slots.get(slot & self.slots.len().wrapping_sub(1))?;
            slot += 1;
            Some(&self.phrases[index.checked_sub(1)? as usize])
        })
        .filter(move |phrase| phrase.length as usize == letters.len() && self.letters_of(phrase) == letters)
    }

    /// The letters of a phrase.
    #[inline]
    pub fn letters_of(&self, phrase: &Phrase) -> &str {
        &self.letters[phrase.start as usize..][..phrase.length as usize]
    }

    /// The set of detectors of this number.
    #[inline]
    pub fn set(&self, number: u32) -> &[u64] {
        &self.sets[number as usize * self.set_size..][..self.set_size]
    }
}

impl fmt::Debug for Vocabulary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Vocabulary({} phrases)", self.phrases.len())
    }
}

/// A hash of letters that grows with them, so that one pass gives that of every beginning.
#[derive(Clone, Copy, Debug)]
pub struct LettersHash(u64);

impl LettersHash {
    /// The hash of no letters.
    pub const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// The hash with one more byte.
    #[inline]
    #[must_use]
    pub const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    /// The hash of all bytes of a text.
    pub fn of(text: &str) -> Self {
        text.bytes().fold(Self::EMPTY, Self::with)
    }

    /// The slot, before it is cut to the number of slots.
    #[inline]
    pub const fn slot(self) -> usize {
        (self.0 ^ self.0 >> 32) as usize & u32::MAX as usize
    }
}
