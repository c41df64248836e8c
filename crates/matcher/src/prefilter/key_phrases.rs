//! The phrases that call for a value or give a number its meaning, found in raw text without parsing it.

use crate::number_set::NumberSet;

/// The most bytes that may separate two words of a phrase.
const MAX_GAP: usize = 3;

/// A set of phrases, compared word by word without ASCII case.
pub(crate) struct KeyPhrases {
    /// The words of all phrases, those of one with a space between them.
    words: Box<[u8]>,
    entries: Vec<Entry>,
}

/// What a phrase does for detectors.
#[derive(Clone, Copy, Default)]
pub(crate) struct Use {
    /// Whether a key with it calls for a detector by itself.
    pub(crate) is_call: bool,
    /// Whether a name in a text does the same.
    pub(crate) is_name: bool,
    /// Detectors of numbers to which it gives context.
    pub(crate) numbers: NumberSet,
}

/// Index of a phrase, in one of its spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhraseId(u16);

/// A phrase; any run of separators, or none, may stand between its words.
struct Entry {
    start: u32,
    end: u32,
    /// Bytes of the first word that the heads of the prefilter compare.
    n_known: u8,
    purpose: Use,
}

impl KeyPhrases {
    /// Prepares a set of fewer than 2^16 phrases.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a str, Use)>) -> Self {
        let mut words = Vec::new();
        let mut entries: Vec<Entry> = Vec::new();
        for (phrase, purpose) in phrases {
            each_spelling(phrase, &mut words, |start, end| {
                entries.push(Entry { start: start as u32, end: end as u32, n_known: 0, purpose });
            });
        }
        entries.sort_unstable_by_key(|entry| entry.words(&words));
        entries.dedup_by(|next, entry| {
            let is_same = next.words(&words) == entry.words(&words);
            if is_same {
                entry.purpose.add(next.purpose);
            }
            is_same
        });
        for entry in &mut entries {
            entry.n_known = first_word(entry.words(&words)).len().min(EIGHT) as u8;
        }
        Self { words: words.into(), entries }
    }

    /// Whether a phrase can be found in raw text: it has a word that starts with an ASCII letter.
    pub(crate) fn can_find(phrase: &str) -> bool {
        head_of(phrase).is_some()
    }

    /// What a phrase does.
    pub(crate) fn purpose(&self, phrase: PhraseId) -> &Use {
        &self.entries[usize::from(phrase.0)].purpose
    }

    /// The words of each phrase, with a space between them.
    pub(super) fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| entry.words(&self.words))
    }

    /// Adds one of the phrases, if it stands where the word at `place` starts; its first eight bytes do.
    #[inline]
    pub(super) fn add(&self, index: usize, bytes: &[u8], place: usize, out: &mut Vec<(u32, PhraseId)>) {
        let entry = &self.entries[index];
        if stands_in(entry.words(&self.words), entry.n_known.into(), &bytes[place..]) {
            out.push((place as u32, PhraseId(index as u16)));
        }
    }
}

impl Use {
    fn add(&mut self, other: Self) {
        self.is_call |= other.is_call;
        self.is_name |= other.is_name;
        self.numbers.add(&other.numbers);
    }
}

impl Entry {
    fn words<'a>(&self, all: &'a [u8]) -> &'a [u8] {
        &all[self.start as usize..self.end as usize]
    }
}

/// The first word of several with a space between them.
pub(super) fn first_word(words: &[u8]) -> &[u8] {
    &words[..words.iter().position(|byte| *byte == b' ').unwrap_or(words.len())]
}

/// Whether the words, with a space between them, stand where a text begins, of which the first bytes are known.
fn stands_in(words: &[u8], n_known: usize, text: &[u8]) -> bool {
    let mut end = n_known;
    for &byte in &words[n_known..] {
        if byte == b' ' {
            let gap = text[end..].iter().take(MAX_GAP).take_while(|byte| !byte.is_ascii_alphanumeric());
            end += gap.count();
        } else if text.get(end).is_some_and(|found| found.to_ascii_lowercase() == byte) {
            end += 1;
        } else {
            return false;
        }
    }
    ends_word(&text[end - 1..])
}

/// Bytes that the heads of the prefilter compare.
const EIGHT: usize = 8;

/// Whether a word, of which the first byte is the last one, ends there or is a plural.
///
/// Says yes where a capital follows, because a hump may end the word.
fn ends_word(text: &[u8]) -> bool {
    match text[1..] {
        [b's', ref rest @ ..] => !rest.first().is_some_and(u8::is_ascii_lowercase),
        [next, ..] => !next.is_ascii_lowercase(),
        [] => true,
    }
}

/// Adds the words of a phrase, in each form in which its head may be written, and tells where each form stands.
///
/// A phrase is cut into runs of ASCII letters and digits. A first run under three bytes (`db pass`) gives two
/// forms: its neighbour alone, and both in one; so does `aws`, which stands in
/// every ARN, unless `key` follows, which stands in every tag. Where all runs are short, any of them may be one
/// (`cc no`, `ccno`). Only ASCII case is folded in raw text, so a word with other letters (`prénom`) is cut at them.
fn each_spelling(phrase: &str, words: &mut Vec<u8>, mut on_form: impl FnMut(usize, usize)) {
    let Some(first) = head_of(phrase) else { return };
    let mut form = |from: usize, n_words: usize, is_joined: &dyn Fn(usize) -> bool| {
        let start = words.len();
        for (index, run) in runs(phrase).enumerate().skip(from).take(n_words) {
            if index > from && !is_joined(index) {
                words.push(b' ');
            }
            words.extend(run.iter().map(u8::to_ascii_lowercase));
        }
        on_form(start, words.len());
    };
    let is_short = runs(phrase).nth(first).is_some_and(|run| run.len() < 3);
    if !phrase.is_ascii() {
        form(first, 1, &|_| false);
    } else if is_short {
        // `r.u.n.` is not heard where its letters are one word.
        let is_dotted = runs(phrase).all(|run| run.len() == 1);
        let n_gaps = if is_dotted { 0 } else { (runs(phrase).count() - first - 1).min(MAX_SHORT_GAPS) };
        for joined in 0..1_usize << n_gaps {
            form(first, usize::MAX, &|index| joined >> (index - first - 1) & 1 == 1);
        }
    } else {
        form(first, usize::MAX, &|_| false);
        if first > 0 {
            form(0, usize::MAX, &|index| index <= first);
        }
    }
}

/// Gaps between short words that may be left out.
const MAX_SHORT_GAPS: usize = 5;

/// The number of runs before the one that is searched for: a telling one, or where there is none and all is ASCII,
/// the first that starts with a letter.
fn head_of(phrase: &str) -> Option<usize> {
    let next = runs(phrase).skip(1).map(Some).chain([None]);
    let telling = runs(phrase).zip(next).position(|(run, next)| is_telling(run, next));
    telling
        .or_else(|| runs(phrase).position(|run| run[0].is_ascii_alphabetic()).filter(|_| phrase.is_ascii()))
}

/// The runs of ASCII letters and digits.
fn runs(phrase: &str) -> impl Iterator<Item = &[u8]> {
    phrase.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|run| !run.is_empty())
}

/// Whether a run is worth a search, given the one behind it.
fn is_telling(run: &[u8], next: Option<&[u8]>) -> bool {
    let starts_every_arn =
        run.eq_ignore_ascii_case(b"aws") && next.is_some_and(|next| !next.eq_ignore_ascii_case(b"key"));
    run.len() >= 3 && run[0].is_ascii_alphabetic() && !starts_every_arn
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Literals, Prefilter};
    use super::*;
    use crate::numbers::Fewest;

    #[test]
    fn phrases_stand_in_keys_however_they_are_written() {
        let set = ["api key", "owner", "db pass", "prénom", "aws secret", "cc no", "r.u.n.", "dl"]
            .map(|phrase| (phrase, Use::default()));
        let none = Arc::new(Literals::new(&[]));
        let set = Prefilter::new(none, KeyPhrases::new(set.into_iter()), Fewest::default());
        let table = [
            ("api_key", true),
            ("ApiKey\"", true),
            ("apikeys:", true),
            ("api  key", true),
            ("api-keyring", false),
            ("OWNER", true),
            ("owners ", true),
            ("ownership", false),
            ("OwnerName", true),
            ("dbpass", true),
            ("pass", true),
            ("nom", true),
            ("secret_x", true),
            ("awssecret", true),
            ("aws:sns", false),
            ("apex", false),
            ("cc no 1", true),
            ("CCNo", true),
            ("R.U.N. 1", true),
            ("run", false),
            ("dl: ", true),
            ("DLs", true),
            ("DLNumber", true),
            ("dlopen", false),
        ];
        for (text, expected) in table {
            let has_phrase = set.has_phrase(text.as_bytes(), 0);
            assert_eq!(has_phrase, expected, "{text}");
        }
    }
}
