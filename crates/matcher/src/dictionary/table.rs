//! The hashes of all values: sorted, and found by their first bits.

/// Hashes in ascending order; 8 bytes each, and half a byte for the way to them.
pub(super) struct Table {
    hashes: Vec<u64>,
    /// Where the hashes with the same first bits start, and the end.
    starts: Vec<u32>,
    /// How far to shift a hash to its first bits.
    shift: u32,
}

impl Table {
    /// Takes hashes in ascending order, each once, fewer than 2^32.
    pub(super) fn new(hashes: Vec<u64>) -> Self {
        let exponent = hashes.len().max(1).ilog2().saturating_sub(3);
        let shift = 64 - exponent;
        let mut starts = Vec::with_capacity((1 << exponent) + 1);
        for (index, &hash) in hashes.iter().enumerate() {
            starts.resize(starts.len().max(first_bits(hash, shift) + 1), index as u32);
        }
        starts.resize((1 << exponent) + 1, hashes.len() as u32);
        Self { hashes, starts, shift }
    }

    #[inline]
    pub(super) fn has(&self, hash: u64) -> bool {
        let first = first_bits(hash, self.shift);
        self.hashes[self.starts[first] as usize..self.starts[first + 1] as usize].contains(&hash)
    }

    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }
}

fn first_bits(hash: u64, shift: u32) -> usize {
    hash.checked_shr(shift).unwrap_or(0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hash_is_found_and_no_other() {
        for n in [0_u64, 1, 2, 7, 8, 9, 100, 5000] {
            let mut hashes: Vec<u64> =
                (0..n).map(|number| number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
            hashes.extend([u64::MAX, u64::MAX - 2].iter().filter(|_| n > 1));
            hashes.sort_unstable();
            let table = Table::new(hashes.clone());
            for &hash in &hashes {
                assert!(table.has(hash), "{n}");
                let next = hash.wrapping_add(1);
                assert_eq!(table.has(next), hashes.contains(&next), "{n}");
            }
        }
    }
}
