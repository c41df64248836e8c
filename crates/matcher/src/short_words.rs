//! Context words of one or two letters, such as `cc`, which the search for phrases in raw text leaves out.

use std::ops::Range;

use crate::compiled::{Compiled, HiddenPhrases};
use crate::number_set::NumberSet;

/// Bytes of raw text before and after a number in which such a word stands: a short value, and what is around it.
const NEAR: usize = 128;

/// Words of one letter, and of two.
const WORDS: usize = 26 + 26 * 26;

/// Detectors of numbers by the short words that start one of their phrases.
pub(crate) struct ShortWords {
    /// Place + 1 in `sets`; 0 where no phrase starts with the word.
    by_word: Box<[u8; WORDS]>,
    sets: Vec<NumberSet>,
}

impl ShortWords {
    /// Collects the words of the detectors of numbers, which go by their places in `numbers`.
    pub(crate) fn new(detectors: &[Compiled], numbers: &[usize]) -> Self {
        let mut words = Self { by_word: Box::new([0; WORDS]), sets: Vec::new() };
        for (number, &index) in numbers.iter().enumerate() {
            let compiled = &detectors[index];
            if compiled.hidden_phrases == HiddenPhrases::Short {
                for phrase in compiled.detector.keys.iter() {
                    words.add(phrase, number);
                }
            }
        }
        words
    }

    fn add(&mut self, phrase: &str, number: usize) {
        let first = phrase.split(|letter: char| !letter.is_ascii_alphabetic()).find(|run| !run.is_empty());
        let Some(word) = first.and_then(|first| word(first.as_bytes())) else { return };
        if self.by_word[word] == 0 {
            self.sets.push(NumberSet::default());
            self.by_word[word] = u8::try_from(self.sets.len()).unwrap_or(u8::MAX);
        }
        self.sets[usize::from(self.by_word[word]) - 1].insert(number);
    }

    /// The detectors whose short words stand near `place`, in a span around it.
    pub(crate) fn near(&self, bytes: &[u8], place: usize, span: &Range<usize>) -> NumberSet {
        let start = place.saturating_sub(NEAR).max(span.start);
        let window = &bytes[start..bytes.len().min(place + NEAR).min(span.end)];
        let mut called = NumberSet::default();
        let mut start = 0;
        for (end, byte) in window.iter().enumerate() {
            if !byte.is_ascii_alphabetic() {
                self.call(&window[start..end], &mut called);
                start = end + 1;
            }
        }
        self.call(&window[start..], &mut called);
        called
    }

    /// Adds what a run of letters calls for; a plural and the end of camelCase count as well.
    fn call(&self, run: &[u8], called: &mut NumberSet) {
        let singular = run.strip_suffix(b"s").filter(|rest| rest.len() < 3);
        let hump = run.len().checked_sub(2).map(|start| &run[start..]).filter(|_| run.len() < 24);
        let head = run.first_chunk::<2>().map(<[u8; 2]>::as_slice);
        for part in [Some(run), singular, hump, head].into_iter().flatten() {
            if let Some(set) = word(part).and_then(|word| usize::from(self.by_word[word]).checked_sub(1)) {
                called.add(&self.sets[set]);
            }
        }
    }
}

/// The index of a word of one or two letters.
fn word(letters: &[u8]) -> Option<usize> {
    let index = |letter: &u8| usize::from(letter.to_ascii_lowercase() - b'a');
    match letters {
        [one] => Some(index(one)),
        [one, two] => Some(26 + 26 * index(one) + index(two)),
        _ => None,
    }
}
