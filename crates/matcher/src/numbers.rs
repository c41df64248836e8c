//! Which detectors of numbers are worth a look where a group of digits starts.

use model::{Anchor, Confidence, Context, Detector, Shape};

use crate::claims;
use crate::compiled::Compiled;
use crate::confirm::{MAX_DIGIT_LEAD, MAX_NUMBER};
use crate::digit_groups::{self, MAX_DIGITS};
use crate::number_runs::NumberRuns;
use crate::number_set::{MAX_NUMBERS, NumberSet};

/// Detectors whose anchor is a number, a code or an IBAN's head, as sets by what they ask for.
pub(crate) struct Numbers {
    /// Index of each such detector among all detectors, ascending; sets hold places in this list.
    detectors: Vec<usize>,
    /// By total of digits: numbers that ask for exactly so many, and codes for so many or fewer.
    by_number: Box<[NumberSet; MAX_DIGITS + 1]>,
    by_code: Box<[NumberSet; MAX_DIGITS + 1]>,
    /// The fewest digits of a number, and of a code or an IBAN.
    fewest: Fewest,
    ibans: NumberSet,
    /// Those that may match behind a letter or a digit.
    behind_letter: NumberSet,
    pierces: NumberSet,
    /// Those of which nothing is shown without context.
    needs_context: NumberSet,
    /// Those that a run can show.
    shown: NumberSet,
    /// Those with context words that raw text is not searched for.
    foreign: NumberSet,
    runs: NumberRuns,
}

/// The fewest digits that a detector asks for; none where there is no such detector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fewest {
    pub(crate) number: Option<u32>,
    pub(crate) code: Option<u32>,
}

/// An IBAN has seven digits at the least.
const FEWEST_OF_IBAN: u32 = 7;

impl Numbers {
    /// Sorts the detectors; `None` where there are more of them than a set holds.
    pub(crate) fn new(detectors: &[Compiled], min_confidence: Confidence) -> Option<Self> {
        let mut numbers = Self {
            detectors: Vec::new(),
            by_number: Box::new([NumberSet::default(); MAX_DIGITS + 1]),
            by_code: Box::new([NumberSet::default(); MAX_DIGITS + 1]),
            fewest: Fewest::default(),
            ibans: NumberSet::default(),
            behind_letter: NumberSet::default(),
            pierces: NumberSet::default(),
            needs_context: NumberSet::default(),
            shown: NumberSet::default(),
            foreign: NumberSet::default(),
            runs: NumberRuns::new(&[], &[], |_| None),
        };
        for (index, compiled) in detectors.iter().enumerate() {
            let anchor = &compiled.detector.anchor;
            if matches!(anchor, Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead) {
                (numbers.detectors.len() < MAX_NUMBERS).then_some(())?;
                numbers.add(index, compiled, min_confidence);
            }
        }
        let is_gated =
            |number| numbers.shown.contains(number).then(|| numbers.needs_context.contains(number));
        numbers.runs = NumberRuns::new(detectors, &numbers.detectors, is_gated);
        Some(numbers)
    }

    fn add(&mut self, index: usize, compiled: &Compiled, min_confidence: Confidence) {
        let number = self.detectors.len();
        self.detectors.push(index);
        let least = |fewest: Option<u32>, counts: u64| {
            Some(fewest.map_or(counts.trailing_zeros(), |fewest| fewest.min(counts.trailing_zeros())))
        };
        match compiled.detector.anchor {
            Anchor::Digits(counts) => {
                (0..=MAX_DIGITS)
                    .filter(|n| counts >> n & 1 == 1)
                    .for_each(|n| self.by_number[n].insert(number));
                self.fewest.number = least(self.fewest.number, counts);
            }
            Anchor::Code(counts) => {
                let fewest = counts.trailing_zeros() as usize;
                (fewest..=MAX_DIGITS).for_each(|n| self.by_code[n].insert(number));
                self.fewest.code = least(self.fewest.code, counts);
            }
            _ => {
                self.ibans.insert(number);
                self.fewest.code = least(self.fewest.code, 1 << FEWEST_OF_IBAN);
            }
        }
        let takes = |byte: u8| compiled.lead.as_ref().is_some_and(|lead| lead.contains(byte));
        let takes_letters = (0..128_u8).any(|byte| byte.is_ascii_alphanumeric() && takes(byte));
        for (set, belongs) in [
            (&mut self.behind_letter, takes_letters),
            (&mut self.pierces, compiled.detector.pierces),
            (&mut self.needs_context, needs_context(&compiled.detector, min_confidence)),
            (&mut self.shown, compiled.detector.confidence >= min_confidence),
            (&mut self.foreign, compiled.odd_phrases.is_any_hidden),
        ] {
            if belongs {
                set.insert(number);
            }
        }
    }

    pub(crate) const fn fewest(&self) -> Fewest {
        self.fewest
    }

    /// Those of which nothing is shown without context.
    pub(crate) const fn needing_context(&self) -> &NumberSet {
        &self.needs_context
    }

    /// Of detectors that need context, those that raw text near a number may give it to: `called` are those that
    /// phrases near it name, and `is_foreign` says whether it holds other than ASCII.
    pub(crate) fn wanted(&self, gated: &NumberSet, called: &NumberSet, is_foreign: bool) -> NumberSet {
        let mut wanted = *called;
        if is_foreign {
            wanted.add(&gated.and(&self.foreign));
        }
        wanted
    }

    /// Detectors by the bytes around a digit.
    pub(crate) const fn runs(&self) -> &NumberRuns {
        &self.runs
    }

    /// The detectors of numbers, by their places in sets.
    pub(crate) fn all(&self) -> &[usize] {
        &self.detectors
    }

    /// Detectors that may match the number whose first group of digits starts at `place`.
    ///
    /// Behind a letter most numbers are a part of a longer token, and a date or an account id is none, so most
    /// places end here.
    pub(crate) fn at(&self, text: &[u8], place: usize) -> NumberSet {
        let is_behind_letter = place > 0 && text[place - 1].is_ascii_alphanumeric();
        let look = look_at(text, place);
        if matches!(look, Look::Other) {
            return NumberSet::default();
        }
        let mut set = self.by_code[digit_groups::of_code(text, place)];
        digit_groups::each_total(text, place, |total| set.add(&self.by_number[total]));
        if is_behind_letter {
            set = set.and(&self.behind_letter);
            if is_iban_head(text, place) {
                set.add(&self.ibans);
            }
        }
        if matches!(look, Look::Day) { set.and(&self.pierces) } else { set }
    }

    /// The detectors of a set, and their places in it, whose regex may match around `place`.
    pub(crate) fn starting<'a>(
        &'a self,
        set: NumberSet,
        detectors: &'a [Compiled],
        text: &'a [u8],
        place: usize,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let before = place.checked_sub(1).map(|before| text[before]).filter(u8::is_ascii_alphanumeric);
        let (word, run) = (word_around(text, place), run_around(text, place));
        set.iter().map(|number| (number, self.detectors[number])).filter(move |&(_, index)| {
            let compiled = &detectors[index];
            if !compiled.shape().may_have_length(word.len(), run) {
                return false;
            }
            let takes = |byte| compiled.lead.as_ref().is_some_and(|lead| lead.contains(byte));
            let may_start = match compiled.detector.anchor {
                Anchor::IbanHead => true,
                // Only letters may stand before the first digit, so a match starts where its word does.
                Anchor::Code(_) if compiled.detector.lead.is_empty() => {
                    compiled.shape().may_start_in(&word[..1])
                }
                _ => compiled.shape().may_start_in(&text[place.saturating_sub(MAX_DIGIT_LEAD)..=place]),
            };
            may_start && (compiled.detector.anchor == Anchor::IbanHead || before.is_none_or(takes))
        })
    }
}

/// The letters before a digit, as far as a code may hold them, and the letters and digits from it on.
fn word_around(text: &[u8], place: usize) -> &[u8] {
    let before = &text[place.saturating_sub(MAX_DIGIT_LEAD)..place];
    let start = place - before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let length =
        text[place..].iter().take(MAX_NUMBER).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    &text[start..place + length]
}

/// How many bytes around a digit a number or a code may take, with what may stand inside of it.
fn run_around(text: &[u8], place: usize) -> usize {
    let goes_on = |byte: &&u8| Shape::is_of_run(**byte);
    let before = text[place.saturating_sub(MAX_DIGIT_LEAD)..place].iter().rev().take_while(goes_on).count();
    before + text[place..].iter().take(MAX_NUMBER).take_while(goes_on).count()
}

fn needs_context(detector: &Detector, min_confidence: Confidence) -> bool {
    match detector.context {
        Context::None => false,
        Context::Boosts | Context::Required => detector.alone.is_none_or(|alone| alone < min_confidence),
        Context::KeyOnly => true,
    }
}

/// Whether two letters that start a word stand before the digits.
fn is_iban_head(text: &[u8], place: usize) -> bool {
    let Some(head) = place.checked_sub(2) else { return false };
    text[head..place].iter().all(u8::is_ascii_alphabetic)
        && !head.checked_sub(1).is_some_and(|before| text[before].is_ascii_alphanumeric())
}

/// What the first group of digits looks like.
#[derive(Clone, Copy)]
enum Look {
    Number,
    /// A day: owned as a time, but a date of birth may still stand there.
    Day,
    /// A day with its time, or an account id in an ARN: no number of a person ends there.
    Other,
}

fn look_at(text: &[u8], place: usize) -> Look {
    if claims::is_date(text, place) {
        let next = text.get(place + claims::DATE.len());
        return if next.is_some_and(u8::is_ascii_alphanumeric) { Look::Other } else { Look::Day };
    }
    if is_account_field(text, place) { Look::Other } else { Look::Number }
}

/// Twelve digits between two colons, as the account id stands in an ARN.
fn is_account_field(text: &[u8], place: usize) -> bool {
    const LENGTH: usize = 12;
    let is_field = place > 0 && text[place - 1] == b':' && text.get(place + LENGTH) == Some(&b':');
    is_field && text[place..place + LENGTH].iter().all(u8::is_ascii_digit)
}
