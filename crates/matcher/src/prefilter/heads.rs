//! Texts by how they start: which of thousands may stand at a place, in a few instructions.

/// Values of a hash of the first bytes.
const SLOTS: usize = 1 << 12;
/// Values of five bits of the first byte.
const LETTERS: usize = 32;

/// Makes both cases of a letter equal.
const FOLD: u64 = 0x2020_2020_2020_2020;

/// Texts by their first four bytes, then by their first eight; the few shorter ones by what they have.
pub(super) struct Heads {
    long: Slots,
    /// Texts of three bytes.
    three: Slots,
    /// Texts of one and two bytes, by their first letter.
    short: Box<[Vec<Entry>; LETTERS]>,
}

/// Entries by a hash of their first bytes.
struct Slots {
    /// Where the entries of each slot start; they end where those of the next one start.
    starts: Box<[u16]>,
    entries: Vec<Entry>,
}

/// The first bytes of a text, folded, in the lower bytes of `head`; `mask` covers these.
struct Entry {
    head: u64,
    mask: u64,
    text: u16,
}

impl Heads {
    /// Prepares a set of fewer than 2^16 texts, none of them empty; they go by their order.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        let (mut long, mut three) = (Vec::new(), Vec::new());
        let mut short: Box<[Vec<Entry>; LETTERS]> = Box::default();
        for (index, text) in texts.enumerate() {
            let text_index = u16::try_from(index).expect("there are fewer than 2^16 literals and phrases");
            let mask = u64::MAX >> (64 - 8 * text.len().min(8));
            let entry = Entry { head: (load_eight(text) | FOLD) & mask, mask, text: text_index };
            match text.len() {
                ..=2 => short[letter(entry.head)].push(entry),
                3 => three.push((slot_of_three(entry.head), entry)),
                _ => long.push((slot_of_four(entry.head), entry)),
            }
        }
        Self { long: Slots::new(long), three: Slots::new(three), short }
    }

    /// Calls `on_text` with the index of each text whose first eight bytes may stand at `place`.
    #[inline]
    pub(super) fn each(&self, bytes: &[u8], place: usize, mut on_text: impl FnMut(usize)) {
        let text = load_eight(&bytes[place..]);
        let eight = text | FOLD;
        let short: &[Entry] = if may_be_short(text) { &self.short[letter(eight)] } else { &[] };
        for entries in [self.long.of(slot_of_four(eight)), self.three.of(slot_of_three(eight)), short] {
            for entry in entries {
                if (eight ^ entry.head) & entry.mask == 0 {
                    on_text(usize::from(entry.text));
                }
            }
        }
    }
}

impl Slots {
    fn new(mut entries: Vec<(usize, Entry)>) -> Self {
        entries.sort_by_key(|(slot, entry)| (*slot, entry.text));
        let mut starts = vec![0; SLOTS + 1];
        for (slot, _) in &entries {
            starts[slot + 1] += 1;
        }
        for slot in 0..SLOTS {
            starts[slot + 1] += starts[slot];
        }
        Self { starts: starts.into(), entries: entries.into_iter().map(|(_, entry)| entry).collect() }
    }

    #[inline]
    fn of(&self, slot: usize) -> &[Entry] {
        &self.entries[usize::from(self.starts[slot])..usize::from(self.starts[slot + 1])]
    }
}

/// Whether a word of one or two letters may end at the start of eight bytes: of two perhaps in the plural, or at a hump.
#[inline]
fn may_be_short(eight: u64) -> bool {
    let [_, second, third, fourth, ..] = eight.to_le_bytes();
    let is_small = |byte: u8| byte.is_ascii_lowercase();
    !is_small(second) || !is_small(third) || third == b's' && !is_small(fourth)
}

/// Five bits of the first byte, the same for both cases of a letter.
#[inline]
const fn letter(eight: u64) -> usize {
    (eight & 31) as usize
}

/// A hash of the first three bytes of eight folded ones.
#[inline]
const fn slot_of_three(eight: u64) -> usize {
    ((eight as u32 & 0x00ff_ffff).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

/// A hash of the first four.
#[inline]
const fn slot_of_four(eight: u64) -> usize {
    ((eight as u32).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

/// The first eight bytes, the first one lowest; zeros behind a shorter text.
#[inline]
pub(super) fn load_eight(text: &[u8]) -> u64 {
    text.first_chunk().map_or_else(|| load_padded(text), |eight| u64::from_le_bytes(*eight))
}

#[cold]
fn load_padded(text: &[u8]) -> u64 {
    let mut eight = [0; 8];
    eight[..text.len()].copy_from_slice(text);
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_their_first_eight_bytes() {
        let texts: [&[u8]; 6] = [b"ghp_", b"password", b"pas", b"passphrase", b"-----BEGIN", b"dl"];
        let heads = Heads::new(texts.into_iter());
        let table: [(&[u8], &[usize]); 11] = [
            (b"ghp_abc", &[0]),
            (b"GHP_", &[0]),
            (b"passwords", &[1, 2]),
            (b"Passphra", &[2, 3]),
            (b"past", &[2]),
            (b"-----BEG", &[4]),
            (b"pa", &[]),
            (b"ghp", &[]),
            (b"DL: x", &[5]),
            (b"dls", &[5]),
            (b"dlopen", &[]),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            heads.each(text, 0, |index| found.push(index));
            found.sort_unstable();
            assert_eq!(found, expected, "{}", text.escape_ascii());
        }
    }
}
