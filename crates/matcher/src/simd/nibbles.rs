//! Tables of the Teddy algorithm: which literals may start with a byte, by its two nibbles.
//!
//! Source: Hyperscan's Teddy as described in `aho-corasick` (src/packed/teddy). Eight buckets, one bit each; a
//! place is a candidate where all three bytes of some bucket's fingerprint agree in both nibbles. Bytes are
//! compared after `byte | 0x20`, so letters of both cases fall together.

/// Lookup tables for fingerprints of three bytes.
#[derive(Clone, Debug)]
pub(crate) struct Nibbles {
    /// `low[i][n]`: buckets in which some byte `i` has the low nibble `n`.
    pub(super) low: [[u8; 16]; 3],
    /// `high[i][n]`: the same for the high nibble.
    pub(super) high: [[u8; 16]; 3],
}

/// Makes letters of both cases equal; other bytes only collide, which costs a look and loses nothing.
pub(crate) const fn fold(byte: u8) -> u8 {
    byte | 0x20
}

impl Nibbles {
    /// Builds the tables; fingerprints that share bytes share a bucket.
    pub(crate) fn new(fingerprints: &[[u8; 3]]) -> Self {
        let mut sorted: Vec<[u8; 3]> = fingerprints.iter().map(|bytes| bytes.map(fold)).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut nibbles = Self { low: [[0; 16]; 3], high: [[0; 16]; 3] };
        let per_bucket = sorted.len().div_ceil(8).max(1);
        for (bucket, group) in sorted.chunks(per_bucket).enumerate() {
            for fingerprint in group {
                for (place, &byte) in fingerprint.iter().enumerate() {
                    nibbles.low[place][usize::from(byte & 15)] |= 1 << bucket;
                    nibbles.high[place][usize::from(byte >> 4)] |= 1 << bucket;
                }
            }
        }
        nibbles
    }

    /// Whether some bucket agrees with three bytes.
    pub(super) fn may_start(&self, bytes: [u8; 3]) -> bool {
        let mut buckets = 0xff;
        for (place, byte) in bytes.into_iter().map(fold).enumerate() {
            buckets &= self.low[place][usize::from(byte & 15)] & self.high[place][usize::from(byte >> 4)];
        }
        buckets != 0
    }
}
