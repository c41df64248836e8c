//! How numbers stand in text: a regex tells of every match what kind of byte stands where.
//!
//! A regex is taken apart into sequences of kinds of bytes. Around a digit, a sequence is a few bits that are compared
//! with the text in a few instructions, so a regex runs only where nearly everything fits.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    LAYOUT_BEFORE as BEFORE, LAYOUT_JOINT, LAYOUT_LETTER, LAYOUT_MAX_RUN as MAX_RUN, LAYOUT_STOP,
    LAYOUT_WINDOW as WINDOW, Layout, joins,
};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most sequences that one regex is taken apart into; where there are more, they end with anything.
const MAX_SEQUENCES: usize = 1024;
/// The most layouts of one length of the first run; more are merged into looser ones.
const MAX_LAYOUTS: usize = 8;

/// The layouts of all matches of a regex, of which `leads` tells the bytes that stand before the anchor.
pub(crate) fn layouts(regex: &Hir, leads: impl Fn(u8) -> bool) -> Vec<Layout> {
    let leads = (0..=255).filter(|&byte| leads(byte)).fold(0, |kinds, byte| kinds | kind_of(byte));
    let mut all = BTreeSet::new();
    for sequence in sequences(regex) {
        for first in 0..=BEFORE {
            let Some(before) = sequence.lead(first, leads) else { break };
            sequence.add_layouts(&before, first, &mut all);
        }
    }
    let mut by_run: BTreeMap<(u8, u8, u8), Vec<Layout>> = BTreeMap::new();
    for layout in all {
        add_merged(by_run.entry((layout.run, layout.next, layout.before)).or_default(), layout);
    }
    by_run.into_values().flatten().collect()
}

/// Layouts that every number has.
pub(crate) fn any() -> Vec<Layout> {
    let nexts = [LAYOUT_LETTER, LAYOUT_JOINT, LAYOUT_STOP];
    let runs = (1..=MAX_RUN as u8).flat_map(|run| nexts.map(|next| (run, next)));
    runs.map(|(run, next)| Layout { run, next, before: before_of(u8::MAX), ..Layout::default() }).collect()
}

const DIGIT: u8 = 1;
const CAPITAL: u8 = 2;
const SMALL: u8 = 4;
const JOINT: u8 = 8;
const STOP: u8 = 16;
const OTHER: u8 = JOINT | STOP;
const LETTER: u8 = CAPITAL | SMALL;

const fn kind_of(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => DIGIT,
        b'A'..=b'Z' => CAPITAL,
        b'a'..=b'z' => SMALL,
        _ if joins(byte) => JOINT,
        _ => STOP,
    }
}

/// Kinds of a byte that is no digit, with what a layout calls them.
const NEIGHBOURS: [(u8, u8); 3] = [(LETTER, LAYOUT_LETTER), (JOINT, LAYOUT_JOINT), (STOP, LAYOUT_STOP)];

/// The kinds of a byte before a run, as a layout tells them.
fn before_of(kinds: u8) -> u8 {
    NEIGHBOURS.iter().filter(|(of, _)| kinds & of != 0).fold(0, |bits, (_, name)| bits | 1 << name)
}

/// Kinds of bytes, one after the other, of some matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Sequence {
    kinds: Vec<u8>,
    /// Whether anything may follow.
    is_open: bool,
}

/// The longest sequence that a layout can use.
const MAX_LENGTH: usize = BEFORE + WINDOW;

impl Sequence {
    fn open() -> Self {
        Self { kinds: Vec::new(), is_open: true }
    }

    /// The sequence with anything behind it.
    fn opened(self) -> Self {
        Self { is_open: true, ..self }
    }

    fn then(&self, next: &Self) -> Self {
        let mut kinds = [&self.kinds[..], &next.kinds].concat();
        let is_open = next.is_open || kinds.len() > MAX_LENGTH;
        kinds.truncate(MAX_LENGTH);
        Self { kinds, is_open }
    }

    /// What may stand at an index; `None` behind the end.
    fn at(&self, index: usize) -> Option<u8> {
        self.kinds.get(index).copied().or(self.is_open.then_some(u8::MAX))
    }

    /// The kinds before the digit at `first`, as far as they may lead; `None` where a lead ends before.
    fn lead(&self, first: usize, leads: u8) -> Option<Vec<u8>> {
        (0..first)
            .map(|index| self.at(index).map(|kinds| kinds & leads).filter(|&kinds| kinds != 0))
            .collect()
    }

    /// Adds its layouts around the digit at `first`, one for each length of the run that starts there.
    fn add_layouts(&self, before: &[u8], first: usize, all: &mut BTreeSet<Layout>) {
        if before.last() == Some(&DIGIT) {
            return;
        }
        for run in 1..=MAX_RUN {
            if self.at(first + run - 1).is_none_or(|kinds| kinds & DIGIT == 0) {
                return;
            }
            let next = self.at(first + run).unwrap_or(OTHER);
            for (of, name) in NEIGHBOURS {
                // What follows the longest runs is not looked at.
                let end = if run == MAX_RUN { u8::MAX } else { of };
                if next & end != 0 {
                    let layout = self.layout(before, (first, run), next & end);
                    let before = before_of(before.last().map_or(OTHER, |&kinds| kinds));
                    all.insert(Layout { run: run as u8, next: name, before, ..layout });
                }
            }
        }
    }

    /// The layout where the run of digits at `first` is so long and what follows is of these kinds.
    fn layout(&self, before: &[u8], (first, run): (usize, usize), next: u8) -> Layout {
        let mut layout = Layout::default();
        let start = BEFORE - first;
        if let Some(outside) = start.checked_sub(1) {
            put(&mut layout, outside, OTHER);
        }
        for (index, &kinds) in before.iter().enumerate() {
            put(&mut layout, start + index, kinds);
        }
        for bit in BEFORE..BEFORE + run {
            put(&mut layout, bit, DIGIT);
        }
        put(&mut layout, BEFORE + run, next);
        for (index, &kinds) in self.kinds.iter().enumerate().skip(first + run + 1) {
            put(&mut layout, start + index, kinds);
        }
        if !self.is_open && self.kinds.len() > first + run {
            put(&mut layout, start + self.kinds.len(), OTHER);
        }
        layout
    }
}

/// Says of one bit of a layout which kinds of bytes may stand there.
fn put(layout: &mut Layout, bit: usize, kinds: u8) {
    if bit >= WINDOW {
        return;
    }
    let bit = 1 << bit;
    match kinds {
        DIGIT => layout.digit |= bit,
        JOINT => layout.joint |= bit,
        _ if kinds & !OTHER == 0 => layout.other |= bit,
        _ if kinds & !LETTER == 0 => layout.letter |= bit,
        _ if kinds & OTHER == 0 => layout.word |= bit,
        _ => {}
    }
    if kinds & SMALL == 0 && kinds & (CAPITAL | DIGIT) != 0 && kinds != DIGIT {
        layout.not_small |= bit;
    }
}

/// Adds a layout to a few; where they become too many, the two that are most alike become one.
fn add_merged(few: &mut Vec<Layout>, layout: Layout) {
    few.push(layout);
    if few.len() > MAX_LAYOUTS {
        let pairs = (1..few.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
        let best = pairs.max_by_key(|&(first, second)| weight(&merged(&few[first], &few[second])));
        let (first, second) = best.expect("more than one layout makes a pair");
        few[first] = merged(&few[first], &few[second]);
        few.swap_remove(second);
    }
}

/// What two layouts have both.
fn merged(first: &Layout, second: &Layout) -> Layout {
    let word = |of: &Layout| of.word | of.digit | of.letter;
    let other = |of: &Layout| of.other | of.joint;
    let not_small = |of: &Layout| of.not_small | of.digit | of.other | of.joint;
    let (digit, letter, joint) =
        (first.digit & second.digit, first.letter & second.letter, first.joint & second.joint);
    let neither = other(first) & other(second) & !joint;
    Layout {
        digit,
        letter,
        joint,
        other: neither,
        word: word(first) & word(second) & !digit & !letter,
        not_small: not_small(first) & not_small(second) & !digit & !joint & !neither,
        ..*first
    }
}

/// How much a layout asks for.
fn weight(layout: &Layout) -> u32 {
    2 * (layout.digit | layout.letter | layout.joint).count_ones()
        + (layout.other | layout.word | layout.not_small).count_ones()
}

/// The sequences of all matches.
fn sequences(regex: &Hir) -> BTreeSet<Sequence> {
    let one = |kinds: u8| BTreeSet::from([Sequence { kinds: vec![kinds], is_open: false }]);
    match regex.kind() {
        HirKind::Empty | HirKind::Look(_) => BTreeSet::from([Sequence::default()]),
        HirKind::Literal(literal) => {
            let kinds = literal.0.iter().map(|&byte| kind_of(byte)).collect();
            BTreeSet::from([Sequence { kinds, is_open: false }])
        }
        HirKind::Class(Class::Bytes(class)) => {
            let bytes = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            one(bytes.fold(0, |kinds, byte| kinds | kind_of(byte)))
        }
        HirKind::Class(Class::Unicode(_)) => BTreeSet::from([Sequence::open()]),
        HirKind::Capture(capture) => sequences(&capture.sub),
        HirKind::Concat(parts) => parts
            .iter()
            .fold(BTreeSet::from([Sequence::default()]), |before, part| joined(before, &sequences(part))),
        HirKind::Alternation(parts) => bounded(parts.iter().flat_map(sequences).collect()),
        HirKind::Repetition(repetition) => {
            let single = sequences(&repetition.sub);
            let most = repetition.max.map_or(MAX_LENGTH, |max| max as usize).min(MAX_LENGTH);
            let mut all = BTreeSet::new();
            let mut now = BTreeSet::from([Sequence::default()]);
            for count in 0..=most {
                if count >= repetition.min as usize {
                    all.extend(now.iter().cloned());
                }
                if all.len() > MAX_SEQUENCES || now.iter().all(|sequence| sequence.is_open) {
                    // Whatever is repeated more often starts like these.
                    all.extend(now.into_iter().map(Sequence::opened));
                    break;
                }
                now = joined(now, &single);
            }
            bounded(all)
        }
    }
}

/// Every sequence of the first set before every one of the second; where there are too many, only the first.
fn joined(before: BTreeSet<Sequence>, after: &BTreeSet<Sequence>) -> BTreeSet<Sequence> {
    let n_closed = before.iter().filter(|sequence| !sequence.is_open).count();
    if n_closed * after.len() > MAX_SEQUENCES {
        return before.into_iter().map(Sequence::opened).collect();
    }
    let mut all = BTreeSet::new();
    for sequence in before {
        if sequence.is_open {
            all.insert(sequence);
        } else {
            all.extend(after.iter().map(|next| sequence.then(next)));
        }
    }
    all
}

/// A set that is not too large: of one that is, the starts of its sequences, as many bytes as make it small.
fn bounded(mut all: BTreeSet<Sequence>) -> BTreeSet<Sequence> {
    let mut length = MAX_LENGTH;
    while all.len() > MAX_SEQUENCES {
        length -= 1;
        let start = |sequence: Sequence| Sequence {
            is_open: sequence.is_open || sequence.kinds.len() > length,
            kinds: sequence.kinds.into_iter().take(length).collect(),
        };
        all = all.into_iter().map(start).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layouts_of(pattern: &str, lead: &str) -> Vec<Layout> {
        crate::layouts(pattern, lead)
    }

    #[test]
    fn a_layout_says_which_bytes_stand_around_the_first_digit() {
        let borders = Layout { run: 3, next: LAYOUT_JOINT, before: 0b110, ..Layout::default() };
        let number = Layout { digit: 0b11_0111 << 8, joint: 1 << 11, other: 1 << 7 | 1 << 14, ..borders };
        assert_eq!(layouts_of("[0-9]{3}-[0-9]{2}", ""), [number]);
        let code = Layout { run: 2, next: LAYOUT_LETTER, before: 0b001, ..Layout::default() };
        let code = Layout {
            digit: 0b11 << 8,
            letter: 1 << 7 | 1 << 10,
            other: 1 << 6 | 1 << 11,
            not_small: 1 << 7,
            ..code
        };
        assert_eq!(layouts_of("[A-Z][0-9]{2}(?i:[K-N])", "A-Z"), [code]);
        assert_eq!(layouts_of("[A-Z][0-9]{2}", ""), [], "no lead, so no letter before the digits");
    }

    #[test]
    fn every_length_of_a_run_has_layouts_of_its_own() {
        let runs =
            |pattern: &str| layouts_of(pattern, "").iter().map(|layout| layout.run).collect::<Vec<_>>();
        // Behind a number stands a joint or anything else but letters and digits.
        assert_eq!(runs("[0-9]{4,5}"), [4, 4, 5, 5]);
        assert_eq!(runs("[0-9]{2}(?: ?[0-9]{2})?"), [2, 2, 2, 4, 4]);
        assert_eq!(layouts_of("(", ""), any());
    }

    #[test]
    fn many_sequences_keep_their_starts() {
        let pattern = r"[0-9]{13,19}\^[^\^]{2,26}\^[0-9]{4,}[0-9A-Za-z ]{0,40}";
        let layouts = layouts_of(pattern, "");
        assert!(layouts.iter().all(|layout| layout.run >= 13), "the first run has 13 digits or more");
        assert!(layouts.iter().all(|layout| layout.next == LAYOUT_STOP || layout.run as usize == MAX_RUN));
    }
}
