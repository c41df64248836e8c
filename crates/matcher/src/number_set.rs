//! Sets of detectors of numbers.

/// The most detectors of numbers that one matcher may have.
pub(crate) const MAX_NUMBERS: usize = 512;

/// A set over the detectors of numbers, by their rank among these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberSet([u64; MAX_NUMBERS / 64]);

impl NumberSet {
    /// The set of all.
    pub(crate) const ALL: Self = Self([u64::MAX; MAX_NUMBERS / 64]);

    pub(crate) const fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    pub(crate) const fn contains(&self, number: usize) -> bool {
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    pub(crate) fn and(self, other: &Self) -> Self {
        Self(std::array::from_fn(|index| self.0[index] & other.0[index]))
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(index, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(64 * index + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        let mut set = NumberSet::default();
        assert!(set.is_empty());
        for number in [0, 63, 64, MAX_NUMBERS - 1] {
            set.insert(number);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, MAX_NUMBERS - 1]);
        let mut other = NumberSet::default();
        other.insert(63);
        assert!(other.contains(63) && !other.contains(62));
        assert_eq!(set.and(&other), other);
        other.add(&set);
        assert_eq!(other, set);
    }
}
