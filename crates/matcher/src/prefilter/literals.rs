//! The literals that anchor detectors, in two groups.
//!
//! Those that start with a letter count only where a word starts, so they are looked up there: the cost does not
//! depend on how many there are. The few others go through the fingerprints of the kernel.

use crate::simd::Nibbles;

/// Index of a literal in the list that [`Literals::new`] was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LiteralId(u16);

impl LiteralId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Heads of three bytes, five bits of each.
const HEADS: usize = 1 << 15;

/// A set of literals of 3 bytes or more, compared without ASCII case, and the single byte `@`.
pub(crate) struct Literals {
    nibbles: Nibbles,
    at_sign: Option<LiteralId>,
    words: Table,
    others: Table,
}

impl Literals {
    /// Prepares a set of fewer than 2^16 literals.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let mut literals =
            Self { nibbles: Nibbles::new(&[]), at_sign: None, words: Table::new(), others: Table::new() };
        let mut fingerprints = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            let id = LiteralId(u16::try_from(index).expect("detectors have fewer than 2^16 literals"));
            match text.as_bytes() {
                [b'@'] => literals.at_sign = Some(id),
                [first, ..] if first.is_ascii_alphabetic() => literals.words.add(text, 0, id),
                bytes => {
                    let (offset, fingerprint) = rarest_fingerprint(bytes);
                    fingerprints.push(fingerprint);
                    literals.others.add(text, offset, id);
                }
            }
        }
        literals.nibbles = Nibbles::new(&fingerprints);
        literals
    }

    pub(crate) fn nibbles(&self) -> &Nibbles {
        &self.nibbles
    }

    /// The literals that start with a letter.
    pub(crate) fn word_texts(&self) -> impl Iterator<Item = &[u8]> {
        self.words.entries.iter().map(|entry| entry.text.as_ref())
    }

    /// Adds the literals that start with the word at `place`.
    pub(crate) fn at_word(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        self.words.look_up(bytes, place, out);
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

/// Literals by three of their bytes.
struct Table {
    heads: Heads,
    entries: Vec<Entry>,
}

struct Entry {
    text: Box<[u8]>,
    /// Where the head stands in the text.
    offset: usize,
    id: LiteralId,
    /// Index + 1 of the next entry with the same head.
    next: u16,
}

impl Table {
    fn new() -> Self {
        Self { heads: Heads::new(), entries: Vec::new() }
    }

    fn add(&mut self, text: &str, offset: usize, id: LiteralId) {
        let next = self.heads.put(&text.as_bytes()[offset..], self.entries.len());
        self.entries.push(Entry { text: text.as_bytes().into(), offset, id, next });
    }

    #[inline]
    fn look_up(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        self.compare(self.heads.first(bytes, place), bytes, place, out);
    }

    fn compare(&self, first: u16, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        let mut next = first;
        while let Some(index) = next.checked_sub(1) {
            let entry = &self.entries[usize::from(index)];
            next = entry.next;
            if let Some(start) = place.checked_sub(entry.offset)
                && let Some(text) = bytes.get(start..start + entry.text.len())
                && text.eq_ignore_ascii_case(&entry.text)
            {
                out.push((start as u32, entry.id));
            }
        }
    }
}

/// Lists of entries by their heads of three bytes.
pub(super) struct Heads {
    /// Index + 1 of the first entry with a head; 0 is none.
    first: Box<[u16]>,
}

impl Heads {
    pub(super) fn new() -> Self {
        Self { first: vec![0; HEADS].into() }
    }

    /// Puts entry `index` first in the list of its head; gives index + 1 of the next one there.
    ///
    /// # Panics
    /// Where the text is shorter than 3 bytes; [`crate::Matcher::new`] refuses that.
    pub(super) fn put(&mut self, text: &[u8], index: usize) -> u16 {
        let head = head(*text.first_chunk().expect("literals and words have 3 bytes or more"));
        let place = u16::try_from(index + 1).expect("detectors have fewer than 2^16 literals and phrases");
        std::mem::replace(&mut self.first[head], place)
    }

    /// Index + 1 of the first entry with the head at `place`, or 0.
    #[inline]
    pub(super) fn first(&self, bytes: &[u8], place: usize) -> u16 {
        bytes[place..].first_chunk().map_or(0, |three| self.first[head(*three)])
    }
}

/// Five bits of each of three bytes: exact for letters of one case, never different for the two cases of one.
fn head(bytes: [u8; 3]) -> usize {
    let [first, second, third] = bytes.map(|byte| usize::from(byte & 31));
    first | second << 5 | third << 10
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
