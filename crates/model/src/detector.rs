//! A detector as data.

use std::borrow::Cow;

use crate::texts::Texts;
use crate::vocabulary::BuiltIn;
use crate::{Confidence, Kind, Layout, Severity, Shape};

/// Text that is static for built-in detectors and owned for the user's.
pub type Text = Cow<'static, str>;

/// What the prefilter looks for before a regex may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Literals, found without regard to ASCII case; the regex decides about case.
    ///
    /// One that starts with a letter is found only where a word starts, humps of camelCase among them.
    /// Each has 3 bytes or more, or is a single `@`. Every match of the regex holds one of them.
    Literals(Texts),
    /// Groups of digits, joined by one space, hyphen, dot, slash or parenthesis, whose total count is a set bit.
    ///
    /// Bit `n` stands for `n` digits, so 32 at most. Up to [`Detector::lead`] bytes before the first digit may
    /// belong to the match.
    Digits(u64),
    /// A word of letters and digits that holds a set bit's count of digits or more: `RSSMRA85T10A562S`.
    ///
    /// The count goes over words joined by one space, hyphen, dot or slash, from the first digit on. Up to 8 letters
    /// may stand before it, or what [`Detector::lead`] names.
    Code(u64),
    /// Two capital letters and two digits at the start of a word.
    IbanHead,
    /// The record's key alone: the whole value is the candidate.
    Key,
    /// Values of the user, known by their hashes alone; for detectors that are made from a dictionary.
    Dictionary,
}

/// What the words around a match do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// They play no part, except that a veto drops the match.
    None,
    /// They raise the confidence from `alone` to `confidence`.
    Boosts,
    /// Without them there is no finding, or one at `alone` where that is given.
    Required,
    /// One of them must stand in the record's key.
    KeyOnly,
}

/// How a match is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mask {
    /// `AKIA…7XQ2`: first and last four characters of long tokens, fewer of short ones.
    Ends,
    /// `j…@a….com`.
    Email,
    /// `•••-••-6789`: separators and the last four digits.
    Digits,
    /// `postgres://svc:…@db…`.
    Url,
    /// `D… M…`: first letter of each word.
    Initials,
    /// `…`: nothing of the value.
    All,
}

/// One kind of sensitive value: how to find it, check it, rate it and fix it.
#[derive(Clone, Debug)]
pub struct Detector {
    /// Unique kebab-case id.
    pub id: Text,
    /// What labelled data and reports call it, such as `passport`.
    pub covers: Text,
    /// Rows of the list of known identifiers that it stands for, such as `passport_fr` and `passport_it`.
    pub identifiers: Texts,
    /// Group.
    pub kind: Kind,
    /// ISO 3166 codes of two letters of the countries that issue it; empty where it knows no border.
    pub countries: Texts,
    /// Human name.
    pub name: Text,
    /// How bad a finding is.
    pub severity: Severity,
    /// What the prefilter looks for.
    pub anchor: Anchor,
    /// Confirms a candidate. Works on bytes: classes are ASCII, letters of other scripts are `\x80-\xff`. A group named `value` narrows the span. Empty only for key-only detectors, where
    /// the whole value is the match.
    pub regex: Text,
    /// What every match of the regex has, to leave places out before it runs; [`Shape::ANY`] leaves none out.
    pub shape: Shape,
    /// How the numbers that it matches stand in text, ascending by the length of their first run; for anchors of digits.
    pub layouts: Cow<'static, [Layout]>,
    /// A class of bytes that may stand between the start of a match and its anchor, as in a regex (`[\w.+-]`
    /// without the brackets, ASCII ranges and escapes only); empty where a match starts with its anchor.
    pub lead: Text,
    /// The most bytes that a match may have after the start of its anchor.
    pub reach: u32,
    /// Name of a validator, or empty.
    pub validate: Text,
    /// What context does.
    pub context: Context,
    /// Words or phrases, lower case, that give context. Matched by whole words.
    pub keys: Texts,
    /// Words or phrases, lower case, in the key that drop the match.
    pub veto: Texts,
    /// The table that `keys` and `veto` already stand in, for built-in detectors.
    pub built_in: Option<BuiltIn>,
    /// Confidence with context, or at all where context plays no part.
    pub confidence: Confidence,
    /// Confidence without context; `None`: no finding.
    pub alone: Option<Confidence>,
    /// Whether the match still counts inside an ARN, a resource id, a digest or a UUID.
    pub pierces: bool,
    /// Detectors with the higher rank win a shared span; the longer match wins among equals.
    pub rank: u8,
    /// How a match is shown.
    pub mask: Mask,
    /// What to do about a finding.
    pub help: Text,
    /// Texts in which it must fire; `key = text` gives a key. With `{placeholders}`.
    pub matches: Texts,
    /// Texts in which it must not fire.
    pub no_matches: Texts,
    /// Where format and algorithm are documented.
    pub references: Texts,
}
