//! The phrases that call for a value or give a number its meaning, found in raw text without parsing it.

use super::heads::Heads;
use crate::number_set::NumberSet;

/// The most bytes that may separate two words of a phrase.
const MAX_GAP: usize = 3;

/// A set of phrases, compared word by word without ASCII case.
pub(crate) struct KeyPhrases {
    heads: Heads,
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
    purpose: Use,
}

impl KeyPhrases {
    /// Prepares a set of fewer than 2^16 phrases.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a str, Use)>) -> Self {
        let mut words = Vec::new();
        let mut entries: Vec<Entry> = Vec::new();
        for (phrase, purpose) in phrases {
            each_spelling(phrase, &mut words, |start, end| {
                entries.push(Entry { start: start as u32, end: end as u32, purpose });
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
        Self {
            heads: Heads::new(entries.iter().map(|entry| entry.first_word(&words))),
            words: words.into(),
            entries,
        }
    }

    /// Whether a phrase can be found in raw text: it has a run of three ASCII letters or digits.
    pub(crate) fn can_find(phrase: &str) -> bool {
        first_telling(phrase).is_some()
    }

    /// What a phrase does.
    pub(crate) fn purpose(&self, phrase: PhraseId) -> &Use {
        &self.entries[usize::from(phrase.0)].purpose
    }

    /// The first word of each phrase.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| entry.first_word(&self.words))
    }

    /// Adds the phrases that stand where the word at `place` starts.
    pub(crate) fn at_word(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, PhraseId)>) {
        self.heads.each(bytes, place, |index| {
            if stands_in(self.entries[index].words(&self.words), &bytes[place..]) {
                out.push((place as u32, PhraseId(index as u16)));
            }
        });
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

    fn first_word<'a>(&self, all: &'a [u8]) -> &'a [u8] {
        let words = self.words(all);
        &words[..words.iter().position(|byte| *byte == b' ').unwrap_or(words.len())]
    }
}

/// Whether the words, with a space between them, stand where the text begins.
fn stands_in(words: &[u8], text: &[u8]) -> bool {
    let mut end = 0;
    for &byte in words {
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

/// Adds the words of a phrase, in each form in which its head of three bytes may be written, and tells where each
/// form stands.
///
/// A phrase is cut into runs of ASCII letters and digits. A first run under three bytes (`db pass`) gives two
/// forms: its neighbour alone, and both in one; so does `aws`, which stands in
/// every ARN, unless `key` follows, which stands in every tag. Only ASCII case is folded
/// in raw text, so a word with other letters (`prénom`) is cut at them.
fn each_spelling(phrase: &str, words: &mut Vec<u8>, mut on_form: impl FnMut(usize, usize)) {
    let Some(first) = first_telling(phrase) else { return };
    let mut form = |n_merged: usize, n_words: usize| {
        let start = words.len();
        for (index, run) in runs(phrase).enumerate().skip(first - n_merged).take(n_merged + n_words) {
            if index > first {
                words.push(b' ');
            }
            words.extend(run.iter().map(u8::to_ascii_lowercase));
        }
        on_form(start, words.len());
    };
    if !phrase.is_ascii() {
        form(0, 1);
        return;
    }
    form(0, usize::MAX - first);
    if first > 0 {
        form(first, usize::MAX - first);
    }
}

/// The number of runs before the first one that is worth a search.
fn first_telling(phrase: &str) -> Option<usize> {
    let next = runs(phrase).skip(1).map(Some).chain([None]);
    runs(phrase).zip(next).position(|(run, next)| is_telling(run, next))
}

/// The runs of ASCII letters and digits.
fn runs(phrase: &str) -> impl Iterator<Item = &[u8]> {
    phrase.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|run| !run.is_empty())
}

/// Whether a run is worth a search, given the one behind it.
fn is_telling(run: &[u8], next: Option<&[u8]>) -> bool {
    let starts_every_arn =
        run.eq_ignore_ascii_case(b"aws") && next.is_some_and(|next| !next.eq_ignore_ascii_case(b"key"));
    run.len() >= 3 && !starts_every_arn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_in_keys_however_they_are_written() {
        let set =
            ["api key", "owner", "db pass", "prénom", "aws secret"].map(|phrase| (phrase, Use::default()));
        let set = KeyPhrases::new(set.into_iter());
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
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            set.at_word(text.as_bytes(), 0, &mut found);
            assert_eq!(!found.is_empty(), expected, "{text}");
        }
    }
}
