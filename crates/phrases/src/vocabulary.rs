//! Makes a vocabulary of the phrases of detectors.

use std::collections::BTreeMap;

use model::{Detector, LettersHash, Phrase, Vocabulary};

use crate::words::{MAX_WORDS, Words};

/// A phrase as it is compared: its letters, where words end, the number of words, whether each is one letter.
type Form = (String, u64, u8, bool);

/// The vocabulary of detectors, whose sets hold their places in the list.
///
/// Phrases over 63 bytes or 6 words are cut off; one without a letter or digit is left out.
pub fn vocabulary<'a>(detectors: impl IntoIterator<Item = &'a Detector>) -> Vocabulary {
    let detectors: Vec<_> = detectors.into_iter().collect();
    let set_size = detectors.len().div_ceil(64);
    let mut forms: BTreeMap<Form, [Vec<u64>; 2]> = BTreeMap::new();
    for (index, detector) in detectors.into_iter().enumerate() {
        for (side, phrases) in [&detector.keys, &detector.veto].into_iter().enumerate() {
            for form in phrases.iter().filter_map(form) {
                let sets = forms.entry(form).or_insert_with(|| [vec![0; set_size], vec![0; set_size]]);
                sets[side][index / 64] |= 1 << (index % 64);
            }
        }
    }
    lay_out(forms, set_size)
}

fn form(phrase: &str) -> Option<Form> {
    let words = Words::of(phrase);
    let count = words.count().min(MAX_WORDS);
    let letters = words.letters(0..count);
    let ends = (1..count).map(|index| words.letters(0..index).len() as u32);
    let word_ends = ends.fold(0, |ends, place| ends | 1_u64.checked_shl(place).unwrap_or(0));
    let is_dotted = count > 1 && letters.len() == count;
    (!letters.is_empty()).then(|| (letters.to_owned(), word_ends, count as u8, is_dotted))
}

/// Equal sets stand once; detectors share many words.
fn lay_out(forms: BTreeMap<Form, [Vec<u64>; 2]>, set_size: usize) -> Vocabulary {
    let mut known: BTreeMap<Vec<u64>, u32> = BTreeMap::new();
    let (mut sets, mut all_letters, mut phrases) = (Vec::new(), String::new(), Vec::new());
    for ((letters, word_ends, n_words, is_dotted), both) in forms {
        let [hears, vetoes] = both.map(|set| {
            let next = known.len() as u32;
            *known.entry(set).or_insert_with_key(|set| {
                sets.extend_from_slice(set);
                next
            })
        });
        let (start, length) = (all_letters.len() as u32, letters.len() as u32);
        all_letters.push_str(&letters);
        phrases.push(Phrase { start, length, word_ends, n_words, is_dotted, hears, vetoes });
    }
    let slots = slots(&phrases, &all_letters);
    Vocabulary {
        slots: slots.into(),
        phrases: phrases.into(),
        letters: all_letters.into(),
        sets: sets.into(),
        set_size,
    }
}

fn slots(phrases: &[Phrase], letters: &str) -> Vec<u32> {
    // At most half full, so that a word that is no phrase mostly meets an empty slot at once.
    let mut slots = vec![0; (2 * phrases.len() + 1).next_power_of_two()];
    let mask = slots.len() - 1;
    for (phrase, number) in phrases.iter().zip(1..) {
        let letters = &letters[phrase.start as usize..][..phrase.length as usize];
        let mut slot = LettersHash::of(letters).slot() & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
    }
    slots
}
