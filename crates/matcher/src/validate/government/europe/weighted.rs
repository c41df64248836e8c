//! Weighted sums, the most common base of a check digit.

/// Adds up each digit times its weight; what has no partner does not count.
pub(super) fn sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&digit, &weight)| u32::from(digit) * weight).sum()
}

/// As `sum`, with the digits of every product added up: 18 counts as 9.
pub(super) fn cross_sum(digits: &[u8], weights: &[u32]) -> u32 {
    let product = |(&digit, &weight): (&u8, &u32)| {
        let product = u32::from(digit) * weight;
        product / 10 + product % 10
    };
    digits.iter().zip(weights).map(product).sum()
}

/// The number that digits write.
pub(super) fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number: u64, &digit| number.wrapping_mul(10).wrapping_add(digit.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        assert_eq!(sum(&[1, 2, 3], &[3, 2, 1]), 10);
        assert_eq!(cross_sum(&[9, 9], &[2, 1]), 18);
        assert_eq!(number(&[0, 4, 2]), 42);
    }
}
