//! Texts by how they start: which of thousands may stand at a place, in a few instructions.

/// Values of the first three bytes, five bits of each.
const SLOTS: usize = 1 << 15;

/// Texts of three bytes or more, by their first three bytes, then by their first eight.
pub(super) struct Heads {
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
    /// Prepares a set of fewer than 2^16 texts; they go by their order.
    ///
    /// # Panics
    /// Where a text is shorter than 3 bytes; [`crate::Matcher::new`] refuses that.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut sorted: Vec<(usize, Entry)> = texts
            .enumerate()
            .map(|(index, text)| {
                let slot = slot(text).expect("literals and words have 3 bytes or more");
                let text_index =
                    u16::try_from(index).expect("there are fewer than 2^16 literals and phrases");
                let mask = u64::MAX >> (64 - 8 * text.len().min(8));
                (slot, Entry { head: first_eight(text) & mask, mask, text: text_index })
            })
            .collect();
        sorted.sort_by_key(|(slot, entry)| (*slot, entry.text));
        let mut starts = vec![0; SLOTS + 1];
        for (slot, _) in &sorted {
            starts[slot + 1] += 1;
        }
        for slot in 0..SLOTS {
            starts[slot + 1] += starts[slot];
        }
        Self { starts: starts.into(), entries: sorted.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// Calls `on_text` with the index of each text whose first eight bytes may stand at `place`.
    #[inline]
    pub(super) fn each(&self, bytes: &[u8], place: usize, mut on_text: impl FnMut(usize)) {
        let text = &bytes[place..];
        let Some(slot) = slot(text) else { return };
        let (start, end) = (usize::from(self.starts[slot]), usize::from(self.starts[slot + 1]));
        if start == end {
            return;
        }
        let eight = first_eight(text);
        for entry in &self.entries[start..end] {
            if eight & entry.mask == entry.head {
                on_text(usize::from(entry.text));
            }
        }
    }
}

/// Five bits of each of three bytes: exact for letters of one case, never different for the two cases of one.
#[inline]
fn slot(text: &[u8]) -> Option<usize> {
    let three: &[u8; 3] = text.first_chunk()?;
    let [first, second, third] = three.map(|byte| usize::from(byte & 31));
    Some(first | second << 5 | third << 10)
}

/// The first eight bytes, both cases of a letter made equal; zeros behind a shorter text.
#[inline]
fn first_eight(text: &[u8]) -> u64 {
    const FOLD: u64 = 0x2020_2020_2020_2020;
    let eight = text.first_chunk().copied().unwrap_or_else(|| {
        let mut padded = [0; 8];
        padded[..text.len().min(8)].copy_from_slice(&text[..text.len().min(8)]);
        padded
    });
    u64::from_le_bytes(eight) | FOLD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_their_first_eight_bytes() {
        let texts: [&[u8]; 5] = [b"ghp_", b"password", b"pas", b"passphrase", b"-----BEGIN"];
        let heads = Heads::new(texts.into_iter());
        let table: [(&[u8], &[usize]); 8] = [
            (b"ghp_abc", &[0]),
            (b"GHP_", &[0]),
            (b"passwords", &[1, 2]),
            (b"Passphra", &[2, 3]),
            (b"past", &[2]),
            (b"-----BEG", &[4]),
            (b"pa", &[]),
            (b"ghp", &[]),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            heads.each(text, 0, |index| found.push(index));
            assert_eq!(found, expected, "{}", text.escape_ascii());
        }
    }
}
