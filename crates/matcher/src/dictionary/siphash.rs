//! SipHash-2-4: a keyed hash that tells nothing about its input to those who do not know the key.

/// A hash on its way; a copy of it gives the hash so far.
#[derive(Clone, Copy)]
pub(super) struct Sip {
    lanes: [u64; 4],
    /// Bytes that do not fill a word of 8 yet, the first lowest, and their number.
    tail: u64,
    n_tail: u32,
    length: u64,
}

impl Sip {
    pub(super) fn new([one, two]: [u64; 2]) -> Self {
        // "somepseudorandomlygeneratedbytes", as the authors chose.
        let lanes = [
            one ^ 0x736f_6d65_7073_6575,
            two ^ 0x646f_7261_6e64_6f6d,
            one ^ 0x6c79_6765_6e65_7261,
            two ^ 0x7465_6462_7974_6573,
        ];
        Self { lanes, tail: 0, n_tail: 0, length: 0 }
    }

    /// Adds the `n` lowest bytes of a word, 8 at the most; the others must be 0.
    pub(super) fn push(&mut self, bytes: u64, n: u32) {
        self.length += u64::from(n);
        self.tail |= bytes << (8 * self.n_tail);
        let n_together = self.n_tail + n;
        if n_together < 8 {
            self.n_tail = n_together;
            return;
        }
        self.lanes = absorb(self.lanes, self.tail);
        self.tail = bytes.checked_shr(64 - 8 * self.n_tail).unwrap_or(0);
        self.n_tail = n_together - 8;
    }

    /// Adds bytes of any number.
    pub(super) fn push_all(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.push(u64::from_le_bytes(word), part.len() as u32);
        }
    }

    /// The hash of everything so far.
    pub(super) fn hash(&self) -> u64 {
        let mut lanes = absorb(self.lanes, self.tail | self.length << 56);
        lanes[2] ^= 0xff;
        lanes = round(round(round(round(lanes))));
        lanes[0] ^ lanes[1] ^ lanes[2] ^ lanes[3]
    }
}

fn absorb(mut lanes: [u64; 4], word: u64) -> [u64; 4] {
    lanes[3] ^= word;
    lanes = round(round(lanes));
    lanes[0] ^= word;
    lanes
}

#[inline]
fn round([mut a, mut b, mut c, mut d]: [u64; 4]) -> [u64; 4] {
    a = a.wrapping_add(b);
    c = c.wrapping_add(d);
    b = b.rotate_left(13) ^ a;
    d = d.rotate_left(16) ^ c;
    a = a.rotate_left(32).wrapping_add(d);
    c = c.wrapping_add(b);
    b = b.rotate_left(17) ^ c;
    d = d.rotate_left(21) ^ a;
    [a, b, c.rotate_left(32), d]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the paper, appendix A, and the first of the authors' `vectors.h`.
    const VECTORS: [(usize, u64); 3] =
        [(0, 0x726f_db47_dd0e_0e31), (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5)];

    fn sip() -> Sip {
        Sip::new([0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908])
    }

    #[test]
    fn hashes_are_those_of_the_authors() {
        let bytes: Vec<u8> = (0..15).collect();
        for (length, expected) in VECTORS {
            let mut hash = sip();
            hash.push_all(&bytes[..length]);
            assert_eq!(hash.hash(), expected, "{length} bytes");
        }
    }

    #[test]
    fn pieces_do_not_matter() {
        let bytes: Vec<u8> = (1..40).collect();
        let mut whole = sip();
        whole.push_all(&bytes);
        for size in 1..9 {
            let mut parts = sip();
            for part in bytes.chunks(size) {
                parts.push_all(part);
            }
            assert_eq!(parts.hash(), whole.hash(), "pieces of {size}");
        }
    }
}
