//! The literals that anchor detectors, in two groups.
//!
//! Those that start with a letter count only where a word starts, so they are looked up there: the cost does not
//! depend on how many there are. So are others in which a word starts (`-----BEGIN`). The few that are left go through
//! the fingerprints of the kernel.

use super::heads::Heads;
use crate::simd::Nibbles;

/// Index of a literal in the list that [`Literals::new`] was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LiteralId(u16);

impl LiteralId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of literals of 3 bytes or more, compared without ASCII case, and the single byte `@`.
pub(crate) struct Literals {
    nibbles: Nibbles,
    at_sign: Option<LiteralId>,
    /// Those in which a word starts.
    words: Vec<Entry>,
    others: Table,
}

impl Literals {
    /// Prepares a set of fewer than 2^16 literals.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let (mut at_sign, mut words, mut others) = (None, Vec::new(), Vec::new());
        let mut fingerprints = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            let id = LiteralId(u16::try_from(index).expect("detectors have fewer than 2^16 literals"));
            let bytes = text.as_bytes();
            if bytes == b"@" {
                at_sign = Some(id);
            } else if let Some(offset) = word_in(bytes) {
                words.push(Entry { text: bytes.into(), offset, id });
            } else {
                let (offset, fingerprint) = rarest_fingerprint(bytes);
                fingerprints.push(fingerprint);
                others.push(Entry { text: bytes.into(), offset, id });
            }
        }
        Self { nibbles: Nibbles::new(&fingerprints), at_sign, words, others: Table::new(others) }
    }

    pub(crate) fn nibbles(&self) -> &Nibbles {
        &self.nibbles
    }

    /// The literals in which a word starts, and where.
    pub(super) fn with_words(&self) -> impl ExactSizeIterator<Item = (&[u8], usize)> {
        self.words.iter().map(|entry| (&*entry.text, entry.offset))
    }

    /// Adds one of the literals in which a word starts, if that is the word at `place`.
    #[inline]
    pub(super) fn add_with_word(
        &self,
        index: usize,
        bytes: &[u8],
        place: usize,
        out: &mut Vec<(u32, LiteralId)>,
    ) {
        self.words[index].add(bytes, place, out);
    }

    /// Adds `@`, or the literals whose fingerprint stands at `place`.
    #[inline]
    pub(crate) fn at_sign_or_fingerprint(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        if bytes[place] == b'@'
            && let Some(id) = self.at_sign
        {
            out.push((place as u32, id));
        }
        self.others.look_up(bytes, place, out);
    }
}

/// Literals, by the part of each that is looked up.
struct Table {
    heads: Heads,
    entries: Vec<Entry>,
}

struct Entry {
    text: Box<[u8]>,
    /// Where the head stands in the text.
    offset: usize,
    id: LiteralId,
}

impl Table {
    fn new(entries: Vec<Entry>) -> Self {
        Self { heads: Heads::new(entries.iter().map(|entry| &entry.text[entry.offset..])), entries }
    }

    #[inline]
    fn look_up(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        self.heads.each(bytes, place, |index| self.entries[index].add(bytes, place, out));
    }
}

impl Entry {
    /// Adds the literal if it stands around `place`, where its head does.
    fn add(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        if let Some(start) = place.checked_sub(self.offset)
            && let Some(text) = bytes.get(start..start + self.text.len())
            && text.eq_ignore_ascii_case(&self.text)
        {
            out.push((start as u32, self.id));
        }
    }
}

/// Where the first word starts in a literal, if three bytes are left there.
fn word_in(text: &[u8]) -> Option<usize> {
    let start = text.iter().position(u8::is_ascii_alphabetic)?;
    (text.len() - start >= 3).then_some(start)
}

/// The three bytes of a literal that are least common in tags, JSON and IaC, and where they stand.
///
/// # Panics
/// Where the text is shorter than 3 bytes; [`crate::Matcher::new`] refuses such a literal.
fn rarest_fingerprint(text: &[u8]) -> (usize, [u8; 3]) {
    text.windows(3)
        .enumerate()
        .min_by_key(|(_, window)| window.iter().map(|&byte| commonness(byte)).sum::<u32>())
        .map(|(offset, window)| (offset, [window[0], window[1], window[2]]))
        .expect("a literal has 3 bytes or more")
}

/// Rank of a byte in text of this field, 0 for the rarest; from letter frequencies and the punctuation of JSON.
fn commonness(byte: u8) -> u32 {
    const BY_FREQUENCY: &[u8] = b"zqjxvkwbyfgpmuhdcl0123456789nisortea_./:-\", ";
    let lower = byte.to_ascii_lowercase();
    BY_FREQUENCY.iter().position(|&known| known == lower).map_or(0, |rank| rank as u32)
}
