//! How a number stands in text, as bits: which bytes around its first digit are digits, letters or neither.

/// Bytes before the first digit that a layout covers.
pub const LAYOUT_BEFORE: usize = 8;
/// Bytes that a layout covers.
pub const LAYOUT_WINDOW: usize = 32;
/// First runs of digits of this length and longer ones are one.
pub const LAYOUT_MAX_RUN: usize = 20;

/// A letter before or behind a run.
pub const LAYOUT_LETTER: u8 = 0;
/// A joint there.
pub const LAYOUT_JOINT: u8 = 1;
/// Anything else there.
pub const LAYOUT_STOP: u8 = 2;

/// Whether a byte joins parts of a number: a space, `(`, `)`, `*`, `+`, `,`, `-`, `.` or `/`, which are found at once.
pub const fn joins(byte: u8) -> bool {
    matches!(byte, b' ' | b'('..=b'/')
}

/// What every match of some form of a regex has around its first digit; the crate `shape` works it out.
///
/// Bit `i` stands for the byte `i - LAYOUT_BEFORE` behind the first digit. Plain data, see [`crate::Shape`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Layout {
    /// Bytes of the first run of digits, at most `LAYOUT_MAX_RUN`.
    pub run: u8,
    /// What follows that run, [`LAYOUT_LETTER`] and so on.
    pub next: u8,
    /// What may stand before it, a bit for each kind.
    pub before: u8,
    /// Digits.
    pub digit: u32,
    /// Letters.
    pub letter: u32,
    /// Letters or digits.
    pub word: u32,
    /// Neither.
    pub other: u32,
    /// What joins parts of a number: see [`joins`].
    pub joint: u32,
    /// No small letters.
    pub not_small: u32,
}

impl Layout {
    /// Whether the bytes around a digit have it; `small` are letters too, and what lies beyond the text is nothing.
    #[inline]
    pub const fn fits(&self, digit: u32, letter: u32, small: u32, joint: u32) -> bool {
        let word = digit | letter;
        (self.digit & !digit
            | self.letter & !letter
            | self.word & !word
            | self.other & word
            | self.joint & !joint
            | self.not_small & small)
            == 0
    }
}
