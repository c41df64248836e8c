//! Cuts keys and text into lower-case words.

use std::ops::Range;
use std::str::Chars;

/// The most words that one phrase may have.
pub const MAX_WORDS: usize = 6;

/// The most words of one text that are looked at.
const MAX_TOKENS: usize = 64;

/// The words of a text in lower case.
pub struct Words {
    /// Their letters, one word behind the other.
    letters: String,
    ends: [Word; MAX_TOKENS],
    count: usize,
}

/// Where a word ends, and what separates it from the word before.
#[derive(Clone, Copy, Default)]
struct Word {
    end: u32,
    is_separated: bool,
}

impl Words {
    /// Cuts at every character that is neither letter nor digit, at camelCase humps and between letters and digits.
    pub fn of(text: &str) -> Self {
        let letters = String::with_capacity(text.len());
        let mut words = Self { letters, ends: [Word::default(); MAX_TOKENS], count: 0 };
        let mut is_separated = true;
        let mut before = Class::Separator;
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let class = Class::of(character);
            if starts_word(before, class, &characters) {
                if words.end_word(is_separated) {
                    is_separated = false;
                }
                is_separated |= before == Class::Separator || class == Class::Separator;
                if words.count == MAX_TOKENS {
                    return words;
                }
            }
            if class != Class::Separator {
                words.push(character);
            }
            before = class;
        }
        words.end_word(is_separated);
        words
    }

    fn push(&mut self, character: char) {
        if character.is_ascii() {
            self.letters.push(character.to_ascii_lowercase());
        } else {
            self.letters.extend(character.to_lowercase());
        }
    }

    /// Ends the word at hand; gives whether it has letters.
    fn end_word(&mut self, is_separated: bool) -> bool {
        let end = self.letters.len() as u32;
        let has_letters = end > self.end(self.count);
        if has_letters {
            self.ends[self.count] = Word { end, is_separated };
            self.count += 1;
        }
        has_letters
    }

    /// Where the first words end in the letters.
    fn end(&self, count: usize) -> u32 {
        count.checked_sub(1).map_or(0, |last| self.ends[last].end)
    }

    /// The number of words.
    #[inline]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The letters of some words, without what separates them.
    #[inline]
    pub fn letters(&self, words: Range<usize>) -> &str {
        &self.letters[self.end(words.start) as usize..self.end(words.end) as usize]
    }

    /// One word.
    #[inline]
    pub fn word(&self, index: usize) -> &str {
        self.letters(index..index + 1)
    }

    /// Whether a separator stands before the word; otherwise only a change of case or of letter to digit.
    #[inline]
    pub fn is_separated(&self, index: usize) -> bool {
        self.ends[index].is_separated
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Separator,
    Lower,
    Upper,
    Digit,
}

impl Class {
    fn of(character: char) -> Self {
        match character {
            'a'..='z' => Self::Lower,
            'A'..='Z' => Self::Upper,
            '0'..='9' => Self::Digit,
            '\0'..='\x7f' => Self::Separator,
            _ => Self::of_foreign(character),
        }
    }

    fn of_foreign(character: char) -> Self {
        if character.is_numeric() {
            Self::Digit
        } else if character.is_uppercase() {
            Self::Upper
        } else if character.is_alphabetic() || is_tone_mark(character) {
            Self::Lower
        } else {
            Self::Separator
        }
    }
}

/// Thai writes tones above its letters; they are no borders of words.
fn is_tone_mark(character: char) -> bool {
    ('\u{e47}'..='\u{e4e}').contains(&character)
}

/// Whether a script joins words to each other: Thai, Chinese and Japanese, and Korean, whose particles follow at once.
pub fn is_joined(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether the character of class `class` is the first of a word, or a separator that ends one.
fn starts_word(before: Class, class: Class, rest: &Chars<'_>) -> bool {
    if class == Class::Separator || before == Class::Separator {
        return true;
    }
    match (before, class) {
        (Class::Lower, Class::Upper)
        | (Class::Digit, Class::Upper | Class::Lower)
        | (Class::Lower | Class::Upper, Class::Digit) => true,
        // `SSNNumber` is SSN and Number, but `SSNs` is one word.
        (Class::Upper, Class::Upper) => {
            let mut rest = rest.clone();
            let next = rest.next();
            let is_plural =
                next == Some('s') && rest.next().is_none_or(|end| Class::of(end) == Class::Separator);
            next.is_some_and(|next| Class::of(next) == Class::Lower) && !is_plural
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_cut_into_words() {
        let table: &[(&str, &[&str])] = &[
            ("Owner", &["owner"]),
            ("oncall_phone", &["oncall", "phone"]),
            ("EmployeeSSN", &["employee", "ssn"]),
            ("SSNNumber", &["ssn", "number"]),
            ("SSNs", &["ssns"]),
            ("public_id", &["public", "id"]),
            ("aws:cloudformation:stack-id", &["aws", "cloudformation", "stack", "id"]),
            ("cvv2", &["cvv", "2"]),
            ("Téléphone Mobile", &["téléphone", "mobile"]),
            ("身份证号码是110101", &["身份证号码是", "110101"]),
            ("ชื่อ นี้", &["ชื่อ", "นี้"]),
            ("--", &[]),
        ];
        for (key, words) in table {
            let found = Words::of(key);
            let found: Vec<_> = (0..found.count()).map(|index| found.word(index)).collect();
            assert_eq!(&found, words, "{key}");
        }
    }

    #[test]
    fn a_hump_is_no_separator() {
        let separated = |key| {
            let words = Words::of(key);
            (0..words.count()).map(|index| words.is_separated(index)).collect::<Vec<_>>()
        };
        assert_eq!(separated("CreatedBy"), [true, false]);
        assert_eq!(separated("created_by"), [true, true]);
        assert_eq!(separated("a  b"), [true, true]);
    }
}
