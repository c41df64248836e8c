//! Which detectors hear a phrase.

use std::borrow::Cow;
use std::ptr;
use std::sync::OnceLock;

use model::{Detector, Kind, LettersHash, Phrase, Vocabulary};
use phrases::{MAX_WORDS, Words, is_joined};

use super::openings::{self, Openings};
use super::things::is_thing;

/// The fewest and the most letters of a phrase that is heard inside a longer run of a script without spaces.
const JOINED_LETTERS: std::ops::RangeInclusive<usize> = 2..=20;
/// The most letters of one run in which such phrases are looked for.
const MAX_JOINED_RUN: usize = 200;

/// The phrases of all detectors.
pub(crate) struct Phrases {
    /// Those of built-in detectors, made at build time, and those of all others.
    groups: Vec<Group>,
    /// Made when the first text is looked at.
    openings: OnceLock<Openings>,
    n_detectors: usize,
}

/// Detectors with a vocabulary of their own.
struct Group {
    vocabulary: Cow<'static, Vocabulary>,
    /// The place among all detectors of each one in the sets of the vocabulary.
    places: Vec<usize>,
    /// Whether it has the same place in both.
    is_in_place: bool,
    /// The set of the detectors that are there, and of those that a thing at the end of a key leaves.
    all: Vec<u64>,
    of_things: Vec<u64>,
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
    /// Takes the vocabulary of the built-in detectors, and makes one of the others.
    pub(crate) fn new(detectors: &[Detector]) -> Self {
        let built_in = detectors.iter().find_map(|detector| detector.built_in);
        let vocabulary = built_in.map(|built_in| built_in.vocabulary);
        // A second vocabulary would be that of another build.
        let place_in = |detector: &Detector| {
            let own =
                detector.built_in.filter(|own| vocabulary.is_some_and(|one| ptr::eq(one, own.vocabulary)));
            own.map(|own| usize::from(own.index))
        };
        let (known, others): (Vec<_>, Vec<_>) =
            (0..detectors.len()).partition(|&index| place_in(&detectors[index]).is_some());
        let own = phrases::vocabulary(others.iter().map(|&index| &detectors[index]));
        let known = known.into_iter().filter_map(|index| Some((place_in(&detectors[index])?, index)));
        let mut groups: Vec<_> = vocabulary
            .into_iter()
            .map(|one| Group::new(Cow::Borrowed(one), known.clone(), detectors))
            .collect();
        if !others.is_empty() {
            groups.push(Group::new(Cow::Owned(own), others.into_iter().enumerate(), detectors));
        }
        Self { groups, openings: OnceLock::new(), n_detectors: detectors.len() }
    }

    /// What a key says to each detector; the longer phrase wins, among equals the later one.
    ///
    /// The last word of a key is its head: `password_policy` is a policy, `owner_password` a password.
    pub(crate) fn of_key(&self, key: &str) -> KeyContext {
        let words = Words::of(key);
        let thing = thing_of(&words);
        let mut found = Vec::new();
        self.each_phrase(&words, &mut |group, phrase, end| {
            found.push((phrase.n_words, end, false, group, phrase.vetoes));
            found.push((phrase.n_words, end, true, group, phrase.hears));
        });
        found.sort_unstable();
        let mut context = KeyContext { hears: self.empty_set(), vetoes: self.empty_set() };
        for (_, end, is_heard, group, set) in found {
            let group = &self.groups[group];
            let is_of_thing = is_heard && thing.is_some_and(|place| end <= place);
            let (to, from) = if is_heard {
                (&mut context.hears, &mut context.vetoes)
            } else {
                (&mut context.vetoes, &mut context.hears)
            };
            let among = if is_of_thing { &group.of_things } else { &group.all };
            group.each_part(set, among, |index, bits| {
                to[index] |= bits;
                from[index] &= !bits;
            });
        }
        context
    }

    /// Whether text near a match holds a phrase that the detector hears.
    pub(crate) fn text_gives_context(&self, text: &str, detector: usize) -> bool {
        self.heard_in([text, ""]).gives_context(detector)
    }

    /// The detectors that hear a phrase in one of the texts.
    pub(crate) fn heard_in(&self, texts: [&str; 2]) -> KeyContext {
        let mut hears = self.empty_set();
        for text in texts {
            self.each_phrase(&Words::of(text), &mut |group, phrase, _| {
                let group = &self.groups[group];
                group.each_part(phrase.hears, &group.all, |index, bits| hears[index] |= bits);
            });
        }
        KeyContext { hears, vetoes: Box::default() }
    }

    /// Whether text holds a phrase that one of the detectors hears.
    pub(crate) fn text_calls(&self, text: &str, detectors: &[usize]) -> bool {
        let heard = self.heard_in([text, ""]);
        detectors.iter().any(|&detector| heard.gives_context(detector))
    }

    fn empty_set(&self) -> Box<[u64]> {
        vec![0; self.n_detectors.div_ceil(64)].into()
    }

    /// Calls `on_phrase` for each phrase that stands in the text, with the number of its group and that of the words
    /// up to its end.
    fn each_phrase(&self, words: &Words, on_phrase: &mut impl FnMut(usize, &Phrase, usize)) {
        let groups = || self.groups.iter().map(|group| &group.vocabulary);
        let openings = self.openings.get_or_init(|| Openings::new(groups()));
        for start in 0..words.count() {
            let first = words.word(start);
            if !first.is_ascii() {
                self.inside_joined(first, &mut |group, phrase| on_phrase(group, phrase, start + 1));
            }
            let mut hard_ends = 0;
            let mut hash = LettersHash::EMPTY;
            let mut n_letters = 0;
            let end = words.count().min(start + MAX_WORDS);
            let is_open = openings.may_open(words.letters(start..end));
            for last in start..end {
                if last > start && words.is_separated(last) {
                    hard_ends |= 1_u64.checked_shl(n_letters as u32).unwrap_or(0);
                }
                let letters = words.letters(start..last + 1);
                // Only a shorter phrase, in the plural at most, may still stand here.
                if !is_open && letters.len() > openings::LENGTH {
                    break;
                }
                let (body, end) = letters.as_bytes().split_at(letters.len() - 1);
                let shorter = body[n_letters..].iter().fold(hash, |hash, &byte| hash.with(byte));
                hash = shorter.with(end[0]);
                n_letters = letters.len();
                let mut on_phrase = |group, phrase: &Phrase| on_phrase(group, phrase, last + 1);
                self.look_up(letters, hash, hard_ends, &mut on_phrase);
                if let Some(singular) = letters.strip_suffix('s') {
                    self.look_up(singular, shorter, hard_ends, &mut on_phrase);
                }
            }
        }
    }

    /// Calls `on_phrase` for each phrase inside a word of a script that writes its words without spaces, where the
    /// word is more than the phrase: `我的身份证号码是` hears `身份证号码`.
    fn inside_joined(&self, word: &str, on_phrase: &mut impl FnMut(usize, &Phrase)) {
        let letters: Vec<(usize, char)> = word.char_indices().take(MAX_JOINED_RUN).collect();
        for (first, &(start, _)) in letters.iter().enumerate().filter(|(_, (_, letter))| is_joined(*letter)) {
            let joined = letters[first..].iter().take_while(|(_, letter)| is_joined(*letter));
            for (length, &(place, letter)) in (1..=*JOINED_LETTERS.end()).zip(joined) {
                let inside = &word[start..place + letter.len_utf8()];
                if JOINED_LETTERS.contains(&length) && inside.len() < word.len() {
                    self.look_up(inside, LettersHash::of(inside), 0, on_phrase);
                }
            }
        }
    }

    /// A separator in the text must be one in the phrase, but not the other way: `access key` hears `accesskey`
    /// and `AccessKey`, and `password` does not hear `pass word`.
    fn look_up(
        &self,
        letters: &str,
        hash: LettersHash,
        hard_ends: u64,
        on_phrase: &mut impl FnMut(usize, &Phrase),
    ) {
        for (number, group) in self.groups.iter().enumerate() {
            for phrase in group.vocabulary.look_up(letters, hash) {
                if hard_ends & !phrase.word_ends == 0 && (!phrase.is_dotted || hard_ends == phrase.word_ends)
                {
                    on_phrase(number, phrase);
                }
            }
        }
    }
}

impl Group {
    /// Takes a vocabulary, and pairs of a place in its sets and one among all detectors.
    fn new(
        vocabulary: Cow<'static, Vocabulary>,
        pairs: impl Iterator<Item = (usize, usize)>,
        detectors: &[Detector],
    ) -> Self {
        let size = vocabulary.set_size;
        let mut group = Self {
            vocabulary,
            places: vec![0; 64 * size],
            is_in_place: true,
            all: vec![0; size],
            of_things: vec![0; size],
        };
        for (own, place) in pairs {
            group.places[own] = place;
            group.is_in_place &= own == place;
            group.all[own / 64] |= 1 << (own % 64);
            group.of_things[own / 64] |= u64::from(detectors[place].kind == Kind::Credential) << (own % 64);
        }
        group
    }

    /// Calls `on_bits` with the parts of a set over all detectors that stands for a set of the vocabulary.
    fn each_part(&self, set: u32, among: &[u64], mut on_bits: impl FnMut(usize, u64)) {
        for (index, (word, among)) in self.vocabulary.set(set).iter().zip(among).enumerate() {
            let mut left = word & among;
            if self.is_in_place && left != 0 {
                on_bits(index, left);
                continue;
            }
            while left != 0 {
                let place = self.places[64 * index + left.trailing_zeros() as usize];
                on_bits(place / 64, 1 << (place % 64));
                left &= left - 1;
            }
        }
    }
}

/// How many words stand before the last one of a key, where that names a thing; numbers behind it do not count.
fn thing_of(words: &Words) -> Option<usize> {
    let is_number = |index: &usize| words.word(*index).bytes().all(|byte| byte.is_ascii_digit());
    let place = (0..words.count()).rev().find(|index| !is_number(index))?;
    is_thing(words.word(place)).then_some(place)
}

fn bit(set: &[u64], index: usize) -> bool {
    set.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use model::{Anchor, Confidence, Context, Kind, Mask, Severity, Shape, Texts};

    use super::*;

    fn detector(keys: &'static [&'static str], veto: &'static [&'static str]) -> Detector {
        let texts = |texts: &[&'static str]| texts.iter().copied().collect::<Texts>();
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
            layouts: [].as_slice().into(),
            lead: "".into(),
            reach: 0,
            validate: "".into(),
            context: Context::KeyOnly,
            keys: texts(keys),
            veto: texts(veto),
            built_in: None,
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

    /// Detectors in another place than in the build, or with phrases of their own, hear the same.
    #[test]
    fn the_vocabulary_of_the_build_says_what_one_made_at_run_time_does() {
        let built = patterns::builtin();
        let own: Vec<_> = built.iter().map(|one| Detector { built_in: None, ..one.clone() }).collect();
        let some: Vec<_> = built.iter().chain(&own[..9]).skip(5).step_by(3).cloned().collect();
        let all = [built, &own, &some].map(Phrases::new);
        assert_eq!(all.each_ref().map(|phrases| phrases.groups.len()), [1, 1, 2]);
        let place = |same: &Detector| built.iter().position(|other| other.id == same.id).unwrap();
        let places: Vec<_> = some.iter().map(place).collect();
        let mut n_heard = 0;
        for (index, detector) in built.iter().enumerate() {
            let texts = detector.keys.iter().chain(detector.veto.iter()).chain(detector.matches.iter());
            for text in texts.chain([&*detector.id]) {
                let [one, two, three] = all.each_ref().map(|phrases| phrases.of_key(text));
                assert_eq!(one, two, "{text}");
                let heard = all.each_ref().map(|phrases| phrases.heard_in([text, "by phone"]));
                assert_eq!(heard[0], heard[1], "{text}");
                n_heard += usize::from(one.gives_context(index));
                for (place, &index) in places.iter().enumerate() {
                    assert_eq!(
                        [one.gives_context(index), one.is_vetoed(index), heard[0].gives_context(index)],
                        [three.gives_context(place), three.is_vetoed(place), heard[2].gives_context(place)],
                        "{text} {}",
                        built[index].id
                    );
                }
            }
        }
        assert!(n_heard > 1000, "{n_heard}");
    }
}
