//! The first letters of all phrases: most words of a text begin none.

use std::borrow::Cow;

use model::Vocabulary;

/// Bytes of a phrase that are looked at; a shorter one is not told apart.
pub(super) const LENGTH: usize = 4;

const BITS: usize = 1 << 16;

/// A bit for each hash of the first letters of a phrase. Six thousand phrases set one in twenty.
pub(super) struct Openings(Box<[u64; BITS / 64]>);

impl Openings {
    /// Those of some vocabularies.
    pub(super) fn new<'a>(vocabularies: impl Iterator<Item = &'a Cow<'static, Vocabulary>>) -> Self {
        let mut bits = Box::new([0_u64; BITS / 64]);
        for vocabulary in vocabularies {
            for phrase in vocabulary.phrases.iter() {
                if let Some(bit) = bit_of(vocabulary.letters_of(phrase)) {
                    bits[bit / 64] |= 1 << (bit % 64);
                }
            }
        }
        Self(bits)
    }

    /// Whether a phrase of [`LENGTH`] bytes or more may begin like the letters.
    pub(super) fn may_open(&self, letters: &str) -> bool {
        bit_of(letters).is_some_and(|bit| self.0[bit / 64] >> (bit % 64) & 1 == 1)
    }
}

fn bit_of(letters: &str) -> Option<usize> {
    let first = letters.as_bytes().first_chunk::<LENGTH>()?;
    let mixed = u32::from_le_bytes(*first).wrapping_mul(0x9e37_79b1);
    Some((mixed >> 16) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_phrase_passes_and_little_else() {
        let vocabulary = phrases::vocabulary(patterns::builtin());
        let openings = Openings::new([Cow::Owned(vocabulary.clone())].iter());
        for phrase in vocabulary.phrases.iter() {
            let letters = vocabulary.letters_of(phrase);
            assert_eq!(openings.may_open(letters), letters.len() >= LENGTH, "{letters}");
        }
        let n_passed = (0..10_000).filter(|number| openings.may_open(&format!("{number:04}x"))).count();
        assert!(n_passed < 1_500, "{n_passed}");
    }
}
