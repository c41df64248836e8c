//! Which detectors hear a phrase.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use model::{Detector, Kind};

use super::things::is_thing;
use super::tokens::{Token, is_joined, tokens};

/// The most words that one phrase may have.
const MAX_WORDS: usize = 6;

/// The fewest and the most letters of a phrase that is heard inside a longer run of a script without spaces.
const JOINED_LETTERS: std::ops::RangeInclusive<usize> = 2..=20;
/// The most letters of one run in which such phrases are looked for.
const MAX_JOINED_RUN: usize = 200;

/// The phrases of all detectors.
pub(crate) struct Phrases {
    /// By the phrase's letters without its separators.
    by_letters: HashMap<Box<str>, Vec<Role>, FixedState>,
    n_detectors: usize,
    /// Bit set over the detectors that a thing at the end of a key silences.
    of_persons: Box<[u64]>,
}

/// What one phrase means to one detector.
#[derive(Clone, Copy)]
struct Role {
    detector: u16,
    is_veto: bool,
    n_words: u8,
    /// Bit `n`: a word ends after byte `n` of the letters.
    word_ends: u64,
    /// Whether every word is one letter (`r.u.n.`), which must not be heard in a word of these letters (`run`).
    is_dotted: bool,
}

/// What a key says to every detector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KeyContext {
    /// Bit sets over detectors.
    hears: Box<[u64]>,
    vetoes: Box<[u64]>,
}

impl KeyContext {
    /// Whether the key names what the detector looks for.
    pub(crate) fn gives_context(&self, detector: usize) -> bool {
        bit(&self.hears, detector)
    }

    /// Whether the key says that it is something else.
    pub(crate) fn is_vetoed(&self, detector: usize) -> bool {
        bit(&self.vetoes, detector)
    }
}

impl Phrases {
    /// Indexes the `keys` and `veto` phrases; phrases over 63 bytes or 6 words are cut off.
    pub(crate) fn new(detectors: &[Detector]) -> Self {
        let mut by_letters: HashMap<Box<str>, Vec<Role>, FixedState> = HashMap::default();
        let mut of_persons: Box<[u64]> = vec![0; detectors.len().div_ceil(64)].into();
        for (index, detector) in detectors.iter().enumerate() {
            of_persons[index / 64] |= u64::from(detector.kind != Kind::Credential) << (index % 64);
            let keys = detector.keys.iter().map(|phrase| (phrase, false));
            let veto = detector.veto.iter().map(|phrase| (phrase, true));
            for (phrase, is_veto) in keys.chain(veto) {
                let words = tokens(phrase);
                let window = &words[..words.len().min(MAX_WORDS)];
                let (letters, word_ends) = join(window);
                by_letters.entry(letters.into()).or_default().push(Role {
                    detector: index as u16,
                    is_veto,
                    n_words: window.len() as u8,
                    word_ends,
                    is_dotted: window.len() > 1 && window.iter().all(|word| word.text.len() == 1),
                });
            }
        }
        Self { by_letters, n_detectors: detectors.len(), of_persons }
    }

    /// What a key says to each detector; the longer phrase wins, among equals the later one.
    ///
    /// The last word of a key is its head: `password_policy` is a policy, `owner_password` a password.
    pub(crate) fn of_key(&self, key: &str) -> KeyContext {
        let words = self.n_detectors.div_ceil(64);
        let mut context = KeyContext { hears: vec![0; words].into(), vetoes: vec![0; words].into() };
        let mut longest: HashMap<u16, (u8, usize, bool)> = HashMap::new();
        let thing = thing_of(key);
        self.each_role(key, |role, end| {
            let is_of_thing = thing.is_some_and(|place| end <= place);
            if is_of_thing && !role.is_veto && bit(&self.of_persons, role.detector.into()) {
                return;
            }
            let best = longest.entry(role.detector).or_default();
            *best = (*best).max((role.n_words, end, !role.is_veto));
        });
        for (detector, (_, _, is_heard)) in longest {
            let set = if is_heard { &mut context.hears } else { &mut context.vetoes };
            set[usize::from(detector) / 64] |= 1 << (detector % 64);
        }
        context
    }

    /// Whether text near a match holds a phrase that the detector hears.
    pub(crate) fn text_gives_context(&self, text: &str, detector: usize) -> bool {
        let mut is_heard = false;
        self.each_role(text, |role, _| is_heard |= usize::from(role.detector) == detector && !role.is_veto);
        is_heard
    }

    /// The detectors that hear a phrase in one of the texts.
    pub(crate) fn heard_in(&self, texts: [&str; 2]) -> KeyContext {
        let words = self.n_detectors.div_ceil(64);
        let mut context = KeyContext { hears: vec![0; words].into(), vetoes: Box::default() };
        for text in texts {
            self.each_role(text, |role, _| {
                if !role.is_veto {
                    context.hears[usize::from(role.detector) / 64] |= 1 << (role.detector % 64);
                }
            });
        }
        context
    }

    /// Whether text holds a phrase that one of the detectors hears.
    pub(crate) fn text_calls(&self, text: &str, detectors: &[usize]) -> bool {
        let mut is_heard = false;
        self.each_role(text, |role, _| {
            is_heard |= !role.is_veto && detectors.contains(&role.detector.into());
        });
        is_heard
    }

    /// Calls `on_role` for each phrase that stands in the text, with the number of words up to its end.
    fn each_role(&self, text: &str, mut on_role: impl FnMut(Role, usize)) {
        let words = tokens(text);
        let mut letters = String::new();
        for start in 0..words.len() {
            if !words[start].text.is_ascii() {
                self.inside_joined(&words[start].text, &mut |role| on_role(role, start + 1));
            }
            letters.clear();
            let mut hard_ends = 0;
            for (index, word) in words.iter().enumerate().skip(start).take(MAX_WORDS) {
                if index > start && word.is_separated {
                    hard_ends |= 1_u64.checked_shl(letters.len() as u32).unwrap_or(0);
                }
                letters.push_str(&word.text);
                let mut on_role = |role| on_role(role, index + 1);
                self.look_up(&letters, hard_ends, &mut on_role);
                if let Some(singular) = letters.strip_suffix('s') {
                    self.look_up(singular, hard_ends, &mut on_role);
                }
            }
        }
    }

    /// Calls `on_role` for each phrase inside a word of a script that writes its words without spaces, where the word
    /// is more than the phrase: `我的身份证号码是` hears `身份证号码`.
    fn inside_joined(&self, word: &str, on_role: &mut impl FnMut(Role)) {
        let letters: Vec<(usize, char)> = word.char_indices().take(MAX_JOINED_RUN).collect();
        for (first, &(start, _)) in letters.iter().enumerate().filter(|(_, (_, letter))| is_joined(*letter)) {
            let joined = letters[first..].iter().take_while(|(_, letter)| is_joined(*letter));
            for (length, &(place, letter)) in (1..=*JOINED_LETTERS.end()).zip(joined) {
                let inside = &word[start..place + letter.len_utf8()];
                if JOINED_LETTERS.contains(&length) && inside.len() < word.len() {
                    self.look_up(inside, 0, on_role);
                }
            }
        }
    }

    /// A separator in the text must be one in the phrase, but not the other way: `access key` hears `accesskey`
    /// and `AccessKey`, and `password` does not hear `pass word`.
    fn look_up(&self, letters: &str, hard_ends: u64, on_role: &mut impl FnMut(Role)) {
        for role in self.by_letters.get(letters).into_iter().flatten() {
            if hard_ends & !role.word_ends == 0 && (!role.is_dotted || hard_ends == role.word_ends) {
                on_role(*role);
            }
        }
    }
}

/// How many words stand before the last one of a key, where that names a thing; numbers behind it do not count.
fn thing_of(key: &str) -> Option<usize> {
    let words = tokens(key);
    let is_word = |word: &Token| !word.text.bytes().all(|byte| byte.is_ascii_digit());
    let place = words.iter().rposition(is_word)?;
    is_thing(&words[place].text).then_some(place)
}

/// The letters of a phrase, and bit `n` where a word but the last one ends after byte `n`.
fn join(words: &[Token]) -> (String, u64) {
    let mut letters = String::new();
    let mut ends = 0;
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            ends |= 1_u64.checked_shl(letters.len() as u32).unwrap_or(0);
        }
        letters.push_str(&word.text);
    }
    (letters, ends)
}

fn bit(set: &[u64], index: usize) -> bool {
    set.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use model::{Anchor, Confidence, Context, Kind, Mask, Severity, Shape};

    use super::*;

    fn detector(keys: &'static [&'static str], veto: &'static [&'static str]) -> Detector {
        let texts =
            |texts: &[&'static str]| texts.iter().map(|text| Cow::Borrowed(*text)).collect::<Vec<_>>().into();
        Detector {
            id: "x".into(),
            covers: "x".into(),
            identifiers: texts(&[]),
            kind: Kind::Person,
            countries: texts(&[]),
            name: "x".into(),
            severity: Severity::Low,
            anchor: Anchor::Key,
            regex: "".into(),
            shape: Shape::ANY,
            lead: "".into(),
            reach: 0,
            validate: "".into(),
            context: Context::KeyOnly,
            keys: texts(keys),
            veto: texts(veto),
            confidence: Confidence::Likely,
            alone: None,
            pierces: false,
            rank: 0,
            mask: Mask::All,
            help: "".into(),
            matches: texts(&[]),
            no_matches: texts(&[]),
            references: texts(&[]),
        }
    }

    #[test]
    fn phrases_are_heard_by_whole_words() {
        let table: &[(&str, &str, bool)] = &[
            ("access key", "access_key", true),
            ("access key", "AccessKeys", true),
            ("access key", "aws-accesskey", true),
            ("access key", "access/x/key", false),
            ("created by", "CreatedBy", true),
            ("createdby", "CreatedBy", true),
            ("createdby", "created_by", false),
            ("lic", "public_id", false),
            ("r.u.n.", "run", false),
            ("r.u.n.", "R.U.N. 12", true),
            ("ss#", "SS# 12", true),
            ("tel", "hotel_code", false),
            ("card", "CardinalityLimit", false),
            ("cvv2", "CVV2", true),
            ("ssn", "EmployeeSSN", true),
            ("téléphone", "TÉLÉPHONE-2", true),
            ("身份证号码", "我的身份证号码是110101", true),
            ("身份证号码", "身份证号码", true),
            ("身份证号码", "身份证", false),
            ("주민등록번호", "주민등록번호는", true),
            ("บัตรประชาชน", "เลขบัตรประชาชนของ", true),
            ("phone", "我的phone号", false),
            ("né", "tournée", false),
        ];
        for (phrase, key, expected) in table {
            let phrases = Phrases::new(&[detector(Vec::leak(vec![*phrase]), &[])]);
            assert_eq!(phrases.of_key(key).gives_context(0), *expected, "{phrase} in {key}");
        }
    }

    #[test]
    fn the_longer_phrase_wins_and_then_the_later() {
        let phrases = Phrases::new(&[detector(&["phone", "account number"], &["account", "build phone"])]);
        let table = [
            ("phone", true, false),
            ("account", false, true),
            ("account_number", true, false),
            ("account_phone", true, false),
            ("phone_account", false, true),
            ("BuildPhone", false, true),
            ("x", false, false),
            ("phone_masking_job", false, false),
            ("phoneService2", false, false),
            ("service_phone", true, false),
        ];
        for (key, hears, vetoed) in table {
            let context = phrases.of_key(key);
            assert_eq!((context.gives_context(0), context.is_vetoed(0)), (hears, vetoed), "{key}");
        }
    }
}
