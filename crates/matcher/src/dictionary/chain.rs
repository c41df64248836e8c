//! Words in a row as one hash.
//!
//! A value is its words with one space between them, and with nothing where a word of digits begins or ends:
//! account numbers are written in groups of any length. So `DE89 3704…` and `de893704…` are one value, and so are
//! `Jane Doe` and `jane_doe`; `janedoe` is another.

use super::key::Key;
use super::siphash::Sip;
use super::words::Word;

/// The most words of a value, or of the text of one.
pub(super) const MAX_WORDS: u32 = 16;

/// Digits that are written in groups and could as well be a date, a time or a version.
const DOUBTFUL: usize = 8;

/// The hash of words that follow each other.
#[derive(Clone, Copy)]
pub(super) struct Chain {
    sip: Sip,
    pub(super) n_words: u32,
    /// Bytes that were hashed.
    pub(super) n_bytes: usize,
    /// Letters and digits; a letter of Han counts for two.
    pub(super) n_letters: usize,
    last: Word,
    pub(super) has_digit: bool,
    pub(super) has_letter: bool,
    /// Whether only what people write between groups of digits stands between the words.
    is_grouped: bool,
}

impl Chain {
    /// Starts with a word; a hash with words of more than `most` bytes means nothing.
    #[inline]
    pub(super) fn start(key: &Key, text: &[u8], word: Word, most: usize) -> Self {
        let mut sip = key.hash();
        let length = word.add_to(&mut sip, text, most);
        Self {
            sip,
            n_words: 1,
            n_bytes: length.n_bytes,
            n_letters: length.n_letters,
            last: word,
            has_digit: word.has_digit,
            has_letter: word.has_letter,
            is_grouped: true,
        }
    }

    /// Adds the word that follows.
    pub(super) fn push(&mut self, text: &[u8], word: Word, most: usize) {
        if !self.is_glued_to(&word) {
            self.sip.push(u64::from(b' '), 1);
            self.n_bytes += 1;
        }
        let length = word.add_to(&mut self.sip, text, most);
        self.is_grouped &= is_grouping(&text[self.last.end..word.start]);
        self.n_words += 1;
        self.n_bytes += length.n_bytes;
        self.n_letters += length.n_letters;
        self.has_digit |= word.has_digit;
        self.has_letter |= word.has_letter;
        self.last = word;
    }

    /// Whether the next word goes on without a space.
    pub(super) fn is_glued_to(&self, next: &Word) -> bool {
        self.last.is_glued_to(next)
    }

    /// Where it ends in the text.
    pub(super) fn end(&self) -> usize {
        self.last.end
    }

    pub(super) fn hash(&self) -> u64 {
        self.sip.hash()
    }

    /// Whether the text is written like the value that it hashes to: numbers of a list do not make a longer one.
    pub(super) fn is_trusted(&self) -> bool {
        self.has_letter || self.n_words == 1 || self.is_grouped && self.n_bytes > DOUBTFUL
    }
}

fn is_grouping(between: &[u8]) -> bool {
    between.len() <= 2 && between.iter().all(|byte| b" -./()".contains(byte))
}
