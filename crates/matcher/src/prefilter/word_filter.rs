//! The first bytes of the words that are worth a look, as tables that fit the first-level cache.
//!
//! Nine words in ten end here. So the tables are made for one look each: words of one and two letters by a hash of
//! three bytes, the first three letters of all others exactly, and longer ones by a hash of four bytes that leads to
//! eight.

use super::heads::load_eight;

/// Bits of the set of short words.
const SHORT: usize = 1 << 16;
/// Values of three letters.
const THREE: usize = 1 << 15;
/// Values of a hash of four bytes.
const FOUR: usize = 1 << 13;

/// A factor that spreads bits, of Fibonacci hashing.
const SPREAD: u32 = 0x9E37_79B1;
/// Makes both cases of a letter equal.
const FOLD: u64 = 0x2020_2020_2020_2020;

/// Says of most words at once that nothing starts with them.
pub(super) struct WordFilter {
    short: Box<[u64; SHORT / 64]>,
    /// Four bits for each three letters: whether any word may start with them, and whether one may end with them;
    /// the third bit is for words behind one of `before`.
    three: Box<[u64; THREE / 16]>,
    /// As many as [`FOUR`].
    four: Box<[Head]>,
    /// ASCII that stands before the first word of some literal, as bits.
    before: [u64; 2],
}

/// What the words have in common that share the hash of their first four bytes.
#[derive(Clone, Copy, Default)]
struct Head {
    /// Their first eight bytes, folded.
    eight: u64,
    /// The bits that all of them have.
    mask: u64,
    /// Hashes of their fifth and sixth byte; none where there is no word.
    next: u32,
}

/// Bits of three letters.
const STARTS: u64 = 1;
const ENDS: u64 = 2;
const IS_BEHIND: u64 = 4;

impl WordFilter {
    /// Prepares a filter for literals, each with the offset of its first word, and for phrases, their words with a space
    /// between them.
    pub(super) fn new<'a>(
        literals: impl Iterator<Item = (&'a [u8], usize)>,
        phrases: impl Iterator<Item = &'a [u8]>,
    ) -> Self {
        let mut filter = Self {
            short: Box::new([0; SHORT / 64]),
            three: Box::new([0; THREE / 16]),
            four: vec![Head::default(); FOUR].into(),
            before: [0; 2],
        };
        literals.for_each(|(text, start)| filter.add_literal(text, start));
        phrases.for_each(|words| filter.add_phrase(words));
        filter
    }

    /// Whether some literal or phrase may start with these eight bytes, of which the first is a letter that starts a
    /// word behind `before`.
    ///
    /// Three letters or more stand in a row, if `is_long`.
    #[inline]
    pub(super) fn may_start(&self, before: u8, eight: u64, is_long: bool) -> bool {
        if !is_long {
            let short = short_slot(eight);
            return self.short[short / 64] >> (short % 64) & 1 == 1;
        }
        let fourth = (eight >> 24) as u8;
        let three = three_slot(eight);
        let of_three = self.three[three / 16] >> (4 * (three % 16));
        let ends = u64::from(!fourth.is_ascii_lowercase()) | u64::from(fourth == b's');
        let is_behind = self.before[usize::from(before >> 6 & 1)] >> (before & 63);
        let head = &self.four[four_slot(eight)];
        let has_bits = u64::from(((eight | FOLD) ^ head.eight) & head.mask == 0);
        let is_head = has_bits & u64::from(head.next >> next_bit(eight));
        (of_three | of_three >> 1 & ends | of_three >> 2 & is_behind | is_head) & 1 == 1
    }

    /// Adds a literal, whatever follows; its first word starts at `start`.
    fn add_literal(&mut self, literal: &[u8], start: usize) {
        let text = &literal[start..];
        let before = start.checked_sub(1).map(|before| literal[before]);
        if let Some(before) = before {
            self.before[usize::from(before >> 6 & 1)] |= 1 << (before & 63);
        }
        match (n_letters(text), text.len()) {
            // Fewer letters than bytes: the third byte tells them from other words.
            (1 | 2, 3..) => self.add_short(text[0], text[1], text[2]),
            (3, 3) if before.is_some() => self.add_three(text, IS_BEHIND),
            (3, 3) => self.add_three(text, STARTS),
            _ => self.add_four(text),
        }
    }

    /// Adds a phrase, between whose words separators or none may stand.
    fn add_phrase(&mut self, words: &[u8]) {
        let mut joined = Vec::with_capacity(words.len());
        let mut left = words.split(|&byte| byte == b' ').peekable();
        while let Some(word) = left.next() {
            joined.extend_from_slice(word);
            let next = left.peek().and_then(|word| word.first());
            match (n_letters(&joined), joined.len()) {
                (1, 1) => self.add_single(joined[0], next.copied()),
                (2, 2) => self.add_double([joined[0], joined[1]], next.is_some()),
                (1 | 2, _) => self.add_short(joined[0], joined[1], *joined.get(2).unwrap_or(&b' ')),
                (3, _) => self.add_three(&joined, ENDS),
                _ => {
                    // What is joined to these goes on like them.
                    self.add_four(&joined);
                    return;
                }
            }
        }
    }

    /// A word of one letter, as in `r.f.c.`: a separator follows, then another one or the next word.
    fn add_single(&mut self, letter: u8, next: Option<u8>) {
        for separator in separators() {
            separators().chain(next).for_each(|third| self.add_short(letter, separator, third));
        }
    }

    /// A word of two letters: it ends there, in the plural, or at a hump.
    fn add_double(&mut self, [first, second]: [u8; 2], is_continued: bool) {
        (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphabetic()).for_each(|third| {
            self.add_short(first, second, third);
        });
        if !is_continued {
            (b'a'..=b'z').for_each(|third| self.add_three(&[first, second, third], STARTS));
        }
    }

    fn add_short(&mut self, first: u8, second: u8, third: u8) {
        let slot = short_slot(u64::from_le_bytes([first, second, third, 0, 0, 0, 0, 0]));
        self.short[slot / 64] |= 1 << (slot % 64);
    }

    fn add_three(&mut self, text: &[u8], bits: u64) {
        let three = three_slot(u64::from_le_bytes([text[0], text[1], text[2], 0, 0, 0, 0, 0]));
        self.three[three / 16] |= bits << (4 * (three % 16));
    }

    fn add_four(&mut self, text: &[u8]) {
        let eight = load_eight(text) | FOLD;
        let mask = u64::MAX >> (64 - 8 * text.len().min(8));
        let head = &mut self.four[four_slot(eight)];
        let is_first = head.next == 0;
        head.mask = if is_first { mask } else { head.mask & mask & !(head.eight ^ eight) };
        head.eight = eight;
        let any = |index: usize| text.get(index).map_or(0..=u8::MAX, |&byte| byte..=byte);
        for (fifth, sixth) in any(4).flat_map(|fifth| any(5).map(move |sixth| (fifth, sixth))) {
            head.next |= 1 << next_bit(u64::from_le_bytes([0, 0, 0, 0, fifth, sixth, 0, 0]));
            if head.next == u32::MAX {
                return;
            }
        }
    }
}

/// ASCII that separates words.
fn separators() -> impl Iterator<Item = u8> {
    (0..128).filter(|byte: &u8| !byte.is_ascii_alphanumeric())
}

fn n_letters(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// A hash of the first three bytes, folded.
#[inline]
const fn short_slot(eight: u64) -> usize {
    (((eight | FOLD) as u32 & 0x00ff_ffff).wrapping_mul(SPREAD) >> 16) as usize
}

/// Five bits of each of the first three bytes: exact for letters.
#[inline]
const fn three_slot(eight: u64) -> usize {
    (eight & 0x1f | eight >> 3 & 0x3e0 | eight >> 6 & 0x7c00) as usize
}

/// A hash of the first four bytes, folded.
#[inline]
const fn four_slot(eight: u64) -> usize {
    (((eight | FOLD) as u32).wrapping_mul(SPREAD) >> 19) as usize
}

/// A hash of the fifth and sixth byte, folded, from 0 to 31.
#[inline]
const fn next_bit(eight: u64) -> u32 {
    (((eight | FOLD) >> 32) as u32 & 0xffff).wrapping_mul(SPREAD) >> 27
}
