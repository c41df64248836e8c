//! The literals behind the fingerprints.

use crate::simd::Nibbles;

/// Index of a literal in the list that [`Literals::new`] was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LiteralId(u16);

impl LiteralId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Slots of the table; a power of two, sparse for a thousand literals.
const SLOTS: usize = 4096;

/// A set of literals of 3 bytes or more, compared without ASCII case, and the single byte `@`.
pub(crate) struct Literals {
    nibbles: Nibbles,
    at_sign: Option<LiteralId>,
    entries: Vec<Entry>,
    /// Index + 1 of the first entry whose fingerprint hashes here; 0 is none.
    slots: Box<[u16; SLOTS]>,
}

struct Entry {
    text: Box<[u8]>,
    /// Where the fingerprint stands in the text.
    offset: usize,
    id: LiteralId,
    /// Index + 1 of the next entry in the same slot.
    next: u16,
}

impl Literals {
    /// Prepares a set of fewer than 2^16 literals.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let mut entries = Vec::new();
        let mut slots = Box::new([0_u16; SLOTS]);
        let mut fingerprints = Vec::new();
        let mut at_sign = None;
        for (index, text) in texts.iter().enumerate() {
            let id = LiteralId(u16::try_from(index).expect("detectors have fewer than 2^16 literals"));
            if *text == "@" {
                at_sign = Some(id);
                continue;
            }
            let (offset, fingerprint) = rarest_fingerprint(text.as_bytes());
            let slot = &mut slots[slot_of(fingerprint)];
            entries.push(Entry { text: text.as_bytes().into(), offset, id, next: *slot });
            *slot = entries.len() as u16;
            fingerprints.push(fingerprint);
        }
        Self { nibbles: Nibbles::new(&fingerprints), at_sign, entries, slots }
    }

    pub(crate) fn nibbles(&self) -> &Nibbles {
        &self.nibbles
    }

    /// Adds the literals whose fingerprint stands at `place`.
    #[inline]
    pub(crate) fn at(&self, bytes: &[u8], place: usize, out: &mut Vec<(u32, LiteralId)>) {
        if bytes[place] == b'@'
            && let Some(id) = self.at_sign
        {
            out.push((place as u32, id));
        }
        let Some(&fingerprint) = bytes[place..].first_chunk::<3>() else { return };
        let mut next = self.slots[slot_of(fingerprint)];
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

fn slot_of(fingerprint: [u8; 3]) -> usize {
    let [first, second, third] = fingerprint.map(|byte| u32::from(crate::simd::fold(byte)));
    let hash = (first | second << 8 | third << 16).wrapping_mul(0x9E37_79B1);
    (hash >> (32 - SLOTS.trailing_zeros())) as usize
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

/// Rank of a byte in text of this field, 0 for the rarest; from letter frequencies and JSON's punctuation.
fn commonness(byte: u8) -> u32 {
    const BY_FREQUENCY: &[u8] = b"zqjxvkwbyfgpmuhdcl0123456789nisortea_./:-\", ";
    let lower = byte.to_ascii_lowercase();
    BY_FREQUENCY.iter().position(|&known| known == lower).map_or(0, |rank| rank as u32)
}
