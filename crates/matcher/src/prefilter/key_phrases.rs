//! The phrases that call for a value or give a number its meaning, found in raw text without parsing it.

use std::collections::BTreeMap;

use super::heads::Heads;
use crate::number_set::NumberSet;

/// The most bytes that may separate two words of a phrase.
const MAX_GAP: usize = 3;

/// A set of phrases, compared word by word without ASCII case.
pub(crate) struct KeyPhrases {
    heads: Heads,
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

/// The words of a phrase; any run of separators, or none, may stand between them.
struct Entry {
    words: Box<[Box<[u8]>]>,
    purpose: Use,
}

impl KeyPhrases {
    /// Prepares a set of fewer than 2^16 phrases.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a str, Use)>) -> Self {
        let mut all: BTreeMap<Vec<Vec<u8>>, Use> = BTreeMap::new();
        for (phrase, purpose) in phrases {
            for words in spellings(phrase) {
                all.entry(words).or_default().add(purpose);
            }
        }
        let boxed = |words: Vec<Vec<u8>>| words.into_iter().map(Into::into).collect();
        let entries: Vec<_> =
            all.into_iter().map(|(words, purpose)| Entry { words: boxed(words), purpose }).collect();
        Self { heads: Heads::new(entries.iter().map(|entry| &*entry.words[0])), entries }
    }

    /// Whether a phrase can be found in raw text: it has a run of three ASCII letters or digits.
    pub(crate) fn can_find(phrase: &str) -> bool {
        let mut runs = runs(phrase).peekable();
        while let Some(run) = runs.next() {
            if is_telling(run, runs.peek().copied()) {
                return true;
            }
        }
        false
    }

    /// What a phrase does.
    pub(crate) fn purpose(&self, phrase: PhraseId) -> &Use {
        &self.entries[usize::from(phrase.0)].purpose
    }

    /// The first word of each phrase.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| entry.words[0].as_ref())
    }

    /// Adds the phrases that stand where the word at `place` starts.
    pub(crate) fn at_word(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, PhraseId)>) {
        self.heads.each(bytes, place, |index| {
            if self.entries[index].stands_in(&bytes[place..]) {
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
    fn stands_in(&self, text: &[u8]) -> bool {
        let mut end = 0;
        for (index, word) in self.words.iter().enumerate() {
            if index > 0 {
                let gap = text[end..].iter().take(MAX_GAP).take_while(|byte| !byte.is_ascii_alphanumeric());
                end += gap.count();
            }
            match text.get(end..end + word.len()) {
                Some(bytes) if bytes.eq_ignore_ascii_case(word) => end += word.len(),
                _ => return false,
            }
        }
        ends_word(&text[end - 1..])
    }
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

/// The words of a phrase, in each form in which its head of three bytes may be written.
///
/// A phrase is cut into runs of ASCII letters and digits. A first run under three bytes (`db pass`) gives two
/// forms: its neighbour alone, and both in one; so does `aws`, which stands in
/// every ARN, unless `key` follows, which stands in every tag. Only ASCII case is folded
/// in raw text, so a word with other letters (`prénom`) is cut at them.
fn spellings(phrase: &str) -> Vec<Vec<Vec<u8>>> {
    let runs: Vec<&[u8]> = runs(phrase).collect();
    let first = (0..runs.len()).find(|&index| is_telling(runs[index], runs.get(index + 1).copied()));
    let Some(first) = first else { return Vec::new() };
    let runs: Vec<Vec<u8>> = runs.into_iter().map(<[u8]>::to_ascii_lowercase).collect();
    if !phrase.is_ascii() {
        return vec![vec![runs[first].clone()]];
    }
    let mut forms = vec![runs[first..].to_vec()];
    if first > 0 {
        let mut merged = vec![runs[..=first].concat()];
        merged.extend_from_slice(&runs[first + 1..]);
        forms.push(merged);
    }
    forms
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
