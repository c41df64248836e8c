//! Places in a text, collected from bit masks without a branch that depends on them.

/// Places that are collected before somebody looks at them.
const BATCH: usize = 2048;
/// Places of one mask that are written at once; masks with more bits are rare.
const AT_ONCE: usize = 8;

/// A batch of places, ascending.
pub(super) struct Places {
    places: Box<[u32; BATCH + 64]>,
    n: usize,
}

impl Default for Places {
    fn default() -> Self {
        Self { places: Box::new([0; BATCH + 64]), n: 0 }
    }
}

impl Places {
    /// Adds the places of the bits of a mask whose lowest one stands for `start`.
    ///
    /// Writes a fixed count of places, of which the last ones may be none: a loop over the bits would end at a place
    /// that no processor can foresee.
    #[inline]
    pub(super) fn add(&mut self, start: usize, mask: u64) {
        let mut left = mask;
        let mut at = self.n;
        loop {
            let free: &mut [u32; AT_ONCE] =
                self.places[at..].first_chunk_mut().expect("a full batch is taken before the next mask");
            for place in free {
                *place = (start as u32).wrapping_add(left.trailing_zeros());
                left &= left.wrapping_sub(1);
            }
            if left == 0 {
                break;
            }
            at += AT_ONCE;
        }
        self.n += mask.count_ones() as usize;
    }

    /// Whether it is time to look at the places.
    #[inline]
    pub(super) const fn is_full(&self) -> bool {
        self.n + 64 + AT_ONCE > BATCH
    }

    /// Takes all places; those that are worth it stand in front, as many as it says.
    #[inline]
    pub(super) fn take(&mut self, is_worth_it: impl Fn(usize) -> bool) -> &[u32] {
        let mut n_kept = 0;
        for index in 0..self.n {
            let place = self.places[index];
            self.places[n_kept] = place;
            n_kept += usize::from(is_worth_it(place as usize));
        }
        self.n = 0;
        &self.places[..n_kept]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bits_come_in_order() {
        let mut places = Places::default();
        let masks = [0, 1, 1 << 63, u64::MAX, 0xff, 0x1ff, 0x8000_0000_0000_0001];
        let mut expected = Vec::new();
        for (block, mask) in masks.into_iter().enumerate() {
            places.add(64 * block, mask);
            expected.extend((0..64).filter(|bit| mask >> bit & 1 == 1).map(|bit| 64 * block as u32 + bit));
        }
        assert_eq!(places.take(|_| true), expected);
        places.add(0, 0b1011);
        assert_eq!(places.take(|place| place != 1), [0, 3]);
        assert!(places.take(|_| true).is_empty());
    }
}
