//! One pass over all bytes that says where a detector may match.
//!
//! Literals that start with a letter are looked up where a word starts, the few others and `@` where the kernel
//! sees their fingerprint; digits come out as starts of digit groups with enough digits behind them.

mod digits;
mod heads;
mod key_phrases;
mod literals;
mod long_words;
mod places;
mod word_filter;
mod words;

use key_phrases::first_word;
pub(crate) use key_phrases::{KeyPhrases, PhraseId, Use};
pub(crate) use literals::{LiteralId, Literals};
pub(crate) use long_words::LONG_WORD;

use std::sync::Arc;

use model::RawForm;

use crate::borders::is_border;
use crate::numbers::Fewest;
use crate::simd::{BLOCK, Kernel};
use digits::DigitGroups;
use heads::{Heads, load_eight};
use long_words::LongWords;
use places::Places;
use word_filter::WordFilter;
use words::WordStarts;

/// Finds anchors.
pub(crate) struct Prefilter {
    kernel: Kernel,
    literals: Arc<Literals>,
    /// Phrases of keys.
    phrases: KeyPhrases,
    /// Whether long words are looked for.
    has_long_words: bool,
    /// The words of literals, then those that start phrases.
    heads: Heads,
    filter: WordFilter,
    fewest: Fewest,
}

/// Places where a detector may match, ascending in each list.
#[derive(Default)]
pub(crate) struct Anchors {
    /// Where a literal starts, and which.
    pub(crate) literals: Vec<(u32, LiteralId)>,
    /// Where a group of digits starts.
    pub(crate) digits: Vec<u32>,
    /// Where a phrase of a key starts, and which.
    pub(crate) phrases: Vec<(u32, PhraseId)>,
    /// Where a long run of letters and digits starts, in raw text.
    pub(crate) long_words: Vec<u32>,
    /// Where a record ends in raw JSON.
    pub(crate) borders: Vec<u32>,
    /// Blocks with other bytes than ASCII.
    pub(crate) foreign: Vec<u32>,
}

impl Prefilter {
    /// Prepares a pass that looks for phrases of keys as well; `fewest` digits make a number or a code worth a look.
    pub(crate) fn new(literals: Arc<Literals>, phrases: KeyPhrases, fewest: Fewest) -> Self {
        Self {
            kernel: Kernel::detect(),
            heads: heads_of(&literals, &phrases),
            filter: WordFilter::new(literals.with_words(), phrases.texts()),
            literals,
            phrases,
            has_long_words: false,
            fewest,
        }
    }

    /// Looks for long words as well.
    pub(crate) fn with_long_words(self) -> Self {
        Self { has_long_words: true, ..self }
    }

    /// Replaces `anchors` by those of `bytes`, of which there are fewer than 2^32.
    pub(crate) fn run(&self, bytes: &[u8], form: RawForm<'_>, anchors: &mut Anchors) {
        anchors.literals.clear();
        anchors.digits.clear();
        anchors.phrases.clear();
        anchors.long_words.clear();
        anchors.borders.clear();
        anchors.foreign.clear();
        let mut digits = DigitGroups::new(self.fewest);
        let mut words = WordStarts::default();
        let mut long_words = self.has_long_words.then(LongWords::default);
        let (mut long, mut short) = (Places::default(), Places::default());
        let is_json = matches!(form, RawForm::Json | RawForm::JsonLines);
        let Anchors { literals: found, phrases, .. } = anchors;
        self.kernel.run(self.literals.nibbles(), bytes, |start, masks| {
            let starts = words.block(masks, bytes.get(start + BLOCK..).unwrap_or_default());
            for (is, places) in [(starts.long, &mut long), (starts.short, &mut short)] {
                places.add(start, is);
            }
            if long.is_full() || short.is_full() {
                self.add_words(bytes, (&mut long, true), found, phrases);
                self.add_words(bytes, (&mut short, false), found, phrases);
            }
            each_bit(masks.literal | masks.at, |bit| {
                self.literals.at_sign_or_fingerprint(bytes, start + bit, found);
            });
            if is_json {
                each_bit(masks.end, |bit| {
                    if is_border(form, bytes, start + bit) {
                        anchors.borders.push((start + bit) as u32);
                    }
                });
            }
            if masks.foreign != 0 {
                anchors.foreign.push(start as u32);
            }
            digits.block(start, masks, &mut anchors.digits);
            if let Some(long_words) = &mut long_words {
                long_words.block(start, masks, &mut anchors.long_words);
            }
        });
        self.add_words(bytes, (&mut long, true), found, phrases);
        self.add_words(bytes, (&mut short, false), found, phrases);
        if let Some(long_words) = long_words {
            long_words.finish(&mut anchors.long_words);
        }
        digits.finish(&mut anchors.digits);
        // Words come in two lists.
        if !anchors.literals.is_sorted_by_key(|&(place, _)| place) {
            anchors.literals.sort_by_key(|&(place, _)| place);
        }
        if !anchors.phrases.is_sorted_by_key(|&(place, _)| place) {
            anchors.phrases.sort_by_key(|&(place, _)| place);
        }
    }

    /// Adds what starts with one of the words.
    fn add_words(
        &self,
        bytes: &[u8],
        (places, is_long): (&mut Places, bool),
        literals: &mut Vec<(u32, LiteralId)>,
        phrases: &mut Vec<(u32, PhraseId)>,
    ) {
        let may_start = |place: usize| {
            let before = bytes[place.saturating_sub(1)];
            self.filter.may_start(before, load_eight(&bytes[place..]), is_long)
        };
        for &place in places.take(may_start) {
            self.add_word(bytes, place as usize, literals, phrases);
        }
    }

    #[inline(never)]
    fn add_word(
        &self,
        bytes: &[u8],
        place: usize,
        literals: &mut Vec<(u32, LiteralId)>,
        phrases: &mut Vec<(u32, PhraseId)>,
    ) {
        let n_literals = self.literals.with_words().len();
        self.heads.each(bytes, place, |index| match index.checked_sub(n_literals) {
            None => self.literals.add_with_word(index, bytes, place, literals),
            Some(phrase) => self.phrases.add(phrase, bytes, place, phrases),
        });
    }

    /// What a phrase does.
    pub(crate) fn purpose(&self, phrase: PhraseId) -> &Use {
        self.phrases.purpose(phrase)
    }

    /// Adds the literals and phrases at the start of a text that stands right behind a letter of another one.
    pub(crate) fn at_start(&self, text: &[u8], out: &mut Anchors) {
        if text.first().is_some_and(u8::is_ascii_alphabetic) {
            self.add_word(text, 0, &mut out.literals, &mut out.phrases);
        }
    }

    /// Whether a phrase of a key starts where a word does.
    #[cfg(any(test, feature = "twin"))]
    pub(crate) fn has_phrase(&self, text: &[u8], place: usize) -> bool {
        let (mut literals, mut phrases) = (Vec::new(), Vec::new());
        self.add_word(text, place, &mut literals, &mut phrases);
        !phrases.is_empty()
    }
}

/// The words of literals, then those that start phrases.
fn heads_of(literals: &Literals, phrases: &KeyPhrases) -> Heads {
    let of_literals = literals.with_words().map(|(text, start)| &text[start..]);
    let of_phrases = phrases.texts().map(first_word);
    Heads::new(of_literals.chain(of_phrases))
}

#[inline]
fn each_bit(mut mask: u64, mut on_bit: impl FnMut(usize)) {
    while mask != 0 {
        on_bit(mask.trailing_zeros() as usize);
        mask &= mask - 1;
    }
}

#[cfg(test)]
mod tests {
    use aho_corasick::{AhoCorasick, MatchKind};
    use proptest::prelude::*;

    use super::*;

    const LITERALS: &[&str] = &["ghp_", "AKIA", "://", "password", "@", "-----BEGIN", "aki"];

    const FEWEST: Fewest = Fewest { number: Some(4), code: Some(5) };

    fn run(bytes: &[u8]) -> Anchors {
        let prefilter =
            Prefilter::new(Arc::new(Literals::new(LITERALS)), KeyPhrases::new(std::iter::empty()), FEWEST);
        let mut anchors = Anchors::default();
        prefilter.run(bytes, RawForm::Other, &mut anchors);
        anchors
    }

    /// Every literal by an automaton, every digit group by its definition.
    fn slow(bytes: &[u8]) -> (Vec<(u32, usize)>, Vec<u32>) {
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard);
        let automaton = builder.build(LITERALS).unwrap();
        let starts_word = |place: usize| {
            let at = |place: usize| bytes.get(place).copied().unwrap_or(0);
            let before = place.checked_sub(1).map_or(0, at);
            let is_capital = at(place).is_ascii_uppercase();
            !before.is_ascii_alphabetic()
                || is_capital && before.is_ascii_lowercase()
                || is_capital && at(place + 1).is_ascii_lowercase()
        };
        let found = automaton
            .find_overlapping_iter(bytes)
            .filter(|found| !bytes[found.start()].is_ascii_alphabetic() || starts_word(found.start()));
        let mut literals: Vec<_> =
            found.map(|found| (found.start() as u32, found.pattern().as_usize())).collect();
        literals.sort_unstable();
        let at = |place: Option<usize>| place.map_or(b' ', |place| bytes[place]);
        let is_start = |start: usize| {
            let (first, second) = (at(start.checked_sub(1)), at(start.checked_sub(2)));
            let is_mixture = first.is_ascii_alphabetic() && second.is_ascii_digit();
            bytes[start].is_ascii_digit() && !first.is_ascii_digit() && !is_mixture
        };
        let is_rich = |start: usize| {
            let window = &bytes[start..bytes.len().min(start + digits::WINDOW as usize)];
            let count = |goes_on: fn(&u8) -> bool| {
                window.iter().take_while(|byte| goes_on(byte)).filter(|byte| byte.is_ascii_digit()).count()
            };
            count(|byte| byte.is_ascii_digit() || b" -./()".contains(byte)) >= 4
                || count(|byte| byte.is_ascii_alphanumeric() || b" -./()".contains(byte)) >= 5
        };
        let starts = (0..bytes.len()).filter(|&start| is_start(start) && is_rich(start));
        (literals, starts.map(|start| start as u32).collect())
    }

    proptest! {
        #[test]
        fn finds_what_the_definition_finds(
            parts in proptest::collection::vec(
                prop_oneof![
                    proptest::sample::select(LITERALS).prop_map(str::to_owned),
                    "[0-9]{1,9}", "[0-9 ./()-]{1,9}", "[0-9A-Z-]{1,9}", "[ -~]{0,40}", "Aki|PASSWORD|\\PC",
                ], 0..20)
        ) {
            let text = parts.concat();
            let anchors = run(text.as_bytes());
            let (literals, digits) = slow(text.as_bytes());
            let mut found: Vec<_> = anchors.literals.iter().map(|&(place, id)| (place, id.index())).collect();
            found.sort_unstable();
            prop_assert_eq!(found, literals);
            prop_assert_eq!(anchors.digits, digits);
        }
    }
}
