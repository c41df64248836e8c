//! Words of a text: letters and digits in a row, without case and accents.
//!
//! Letters that are written without spaces (Han, kana) are a word each. Bytes that are no UTF-8 stand between words,
//! and so does punctuation in the form that URLs give it: `jane%40corp.de`.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::siphash::Sip;

/// A word and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) has_digit: bool,
    pub(super) has_letter: bool,
    script: Script,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Ascii,
    Other,
    /// Without spaces between words.
    Ideographs,
}

/// The words of a text, in order.
#[derive(Clone)]
pub(super) struct Words<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0 }
    }

    /// A word that has letters beyond ASCII, or `None` where something else stands at `start`.
    fn foreign(&self, start: usize) -> Option<Word> {
        let mut word = Word { start, end: start, has_digit: false, has_letter: false, script: Script::Other };
        while let Some(letter) = char_at(self.text, word.end) {
            let is_mark = is_combining_mark(letter);
            let is_ideograph = is_ideograph(letter);
            let goes_on =
                word.start == word.end || is_mark || !(word.script == Script::Ideographs || is_ideograph);
            if !goes_on || !is_mark && !letter.is_alphanumeric() {
                break;
            }
            word.end += letter.len_utf8();
            if is_ideograph {
                word.script = Script::Ideographs;
            }
            fold(letter, &mut |folded| {
                word.has_digit |= folded.is_ascii_digit();
                word.has_letter |= !folded.is_ascii_digit();
            });
        }
        (word.has_digit || word.has_letter).then_some(word)
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        loop {
            let start = self.at;
            let (mut end, mut seen) = (start, 0);
            let stop = loop {
                let class = self.text.get(end).map_or(END, |&byte| CLASSES[usize::from(byte)]);
                if class > DIGIT {
                    break class;
                }
                seen |= class;
                end += 1;
            };
            if stop == FOREIGN
                && let Some(word) = self.foreign(start)
            {
                self.at = word.end;
                return Some(word);
            }
            self.at = end;
            if end > start {
                return Some(Word {
                    start,
                    end,
                    has_digit: seen & DIGIT != 0,
                    has_letter: seen & LETTER != 0,
                    script: Script::Ascii,
                });
            }
            match stop {
                END => return None,
                OTHER => {
                    let gap =
                        self.text[end..].iter().take_while(|&&byte| CLASSES[usize::from(byte)] == OTHER);
                    self.at += gap.count();
                }
                FOREIGN => self.at += char_at(self.text, end).map_or(1, char::len_utf8),
                PERCENT if is_encoded_punctuation(&self.text[end..]) => self.at += 3,
                _ => self.at += 1,
            }
        }
    }
}

impl Word {
    /// Whether what stands between two words makes no difference: `4111 1111` is `41111111`, `山田 太郎` is `山田太郎`.
    pub(super) fn is_glued_to(&self, next: &Self) -> bool {
        let has_gap = [self, next].iter().any(|word| word.script != Script::Ideographs);
        self.has_digit || next.has_digit || !has_gap
    }

    /// How many bytes it has in a hash, where that is known without a look at its letters.
    #[inline]
    pub(super) fn n_bytes(&self) -> Option<usize> {
        (self.script == Script::Ascii).then_some(self.end - self.start)
    }

    /// Adds it to a hash, and gives how many bytes it has there and how many letters it counts for.
    ///
    /// A word of ASCII that is longer than `most` is not added; it cannot be a part of a value.
    #[inline]
    pub(super) fn add_to(&self, sip: &mut Sip, text: &[u8], most: usize) -> Length {
        let length = self.end - self.start;
        if self.script != Script::Ascii {
            return self.add_foreign(sip, text);
        }
        if length <= most {
            let mut at = self.start;
            while at < self.end {
                let n = (self.end - at).min(8);
                sip.push(lower(text, at, n), n as u32);
                at += n;
            }
        }
        Length { n_bytes: length, n_letters: length }
    }

    fn add_foreign(&self, sip: &mut Sip, text: &[u8]) -> Length {
        let mut length = Length::default();
        let mut at = self.start;
        while let Some(letter) = char_at(&text[..self.end], at) {
            at += letter.len_utf8();
            fold(letter, &mut |folded| {
                let mut bytes = [0; 4];
                let bytes = folded.encode_utf8(&mut bytes).as_bytes();
                sip.push_all(bytes);
                length.n_bytes += bytes.len();
                // Two of them make a name.
                length.n_letters += if self.script == Script::Ideographs { 2 } else { 1 };
            });
        }
        length
    }
}

/// How long a word is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Length {
    pub(super) n_bytes: usize,
    pub(super) n_letters: usize,
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const OTHER: u8 = 4;
const PERCENT: u8 = 5;
const FOREIGN: u8 = 6;
const END: u8 = 7;

const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'%' => PERCENT,
            0x80.. => FOREIGN,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// Up to 8 ASCII letters and digits as a word, in lower case. A digit has the bit of lower case already.
#[inline]
fn lower(text: &[u8], at: usize, n: usize) -> u64 {
    let word = match text.get(at..at + 8) {
        Some(bytes) => u64::from_le_bytes(bytes.try_into().expect("eight bytes are eight bytes")),
        None => text[at..at + n].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    (word | 0x2020_2020_2020_2020) & (u64::MAX >> (64 - 8 * n))
}

/// `%40`, but not `%C3` or `%41`.
fn is_encoded_punctuation(text: &[u8]) -> bool {
    let digits = text.get(1..3).and_then(|digits| std::str::from_utf8(digits).ok());
    let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
    byte.is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
}

/// The character at a place; `None` at the end and where there is no UTF-8.
fn char_at(text: &[u8], at: usize) -> Option<char> {
    let bytes = text.get(at..text.len().min(at + 4))?;
    let valid = match std::str::from_utf8(bytes) {
        Ok(valid) => valid,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    valid.chars().next()
}

/// The letters that stand for one: lower case, without accents.
fn fold(letter: char, give: &mut dyn FnMut(char)) {
    decompose_compatible(letter, |part| {
        for lower in part.to_lowercase().filter(|lower| lower.is_alphanumeric() && !is_combining_mark(*lower))
        {
            match lower {
                'ß' => "ss".chars().for_each(&mut *give),
                'æ' => "ae".chars().for_each(&mut *give),
                'œ' => "oe".chars().for_each(&mut *give),
                'þ' => "th".chars().for_each(&mut *give),
                'ø' => give('o'),
                'ł' => give('l'),
                'đ' | 'ð' => give('d'),
                'ı' => give('i'),
                'ς' => give('σ'),
                other => give(other),
            }
        }
    });
}

/// Whether it belongs to a script without spaces between words.
const fn is_ideograph(letter: char) -> bool {
    matches!(letter,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of a text as readable text, for tests.
#[cfg(test)]
pub(super) fn folded(text: &[u8]) -> Vec<(Word, String)> {
    let spell = |word: Word| {
        let mut spelled = String::new();
        let mut at = word.start;
        while let Some(letter) = char_at(&text[..word.end], at) {
            at += letter.len_utf8();
            fold(letter, &mut |folded| spelled.push(folded));
        }
        (word, spelled)
    };
    Words::of(text).map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_no_case_accents_or_punctuation() {
        for (text, expected) in [
            ("Jane.DOE@Corp-Mail.de", "jane doe corp mail de"),
            ("  MÜLLER--Ångström,\tŁukasz ", "muller angstrom lukasz"),
            ("Mu\u{308}ller Straße ＡＢＣ１２", "muller strasse abc12"),
            ("ŒUVRE Ødegård İpek ΝΊΚΟΣ Иванов", "oeuvre odegard ipek νικοσ иванов"),
            ("jane%40corp.de 100%41", "jane corp de 100 41"),
            ("担当:山田太郎san", "担 当 山 田 太 郎 san"),
            ("don’t • x", "don t x"),
            ("\u{301}\u{301} a\u{301}", "a"),
            ("", ""),
            ("%4", "4"),
        ] {
            let words: Vec<_> = folded(text.as_bytes()).into_iter().map(|(_, word)| word).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_stand_between_words() {
        let words: Vec<_> = folded(b"ab\xffcd\xc3 \xe5\xb1").into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["ab", "cd"]);
    }

    #[test]
    fn the_hash_is_that_of_the_folded_letters() {
        for text in ["ABCdefGHIjkl", "x", "Müller", "1234567890123456789", "ab"] {
            for before in 0..4 {
                let text = format!("{}{text}", " ".repeat(before));
                let (word, spelled) = folded(text.as_bytes()).remove(0);
                let (mut sip, mut expected) = (Sip::new([1, 2]), Sip::new([1, 2]));
                let length = word.add_to(&mut sip, text.as_bytes(), 100);
                expected.push_all(spelled.as_bytes());
                assert_eq!((sip.hash(), length.n_bytes), (expected.hash(), spelled.len()), "{text}");
            }
        }
    }
}
