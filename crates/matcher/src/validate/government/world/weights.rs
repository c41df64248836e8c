//! Weighted sums, which most check digits are made of.

/// Sum of each digit times its weight; what is longer than the other is left out.
pub(super) fn sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&digit, weight)| u32::from(digit) * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_times_weights() {
        assert_eq!(sum(&[1, 2, 3], &[10, 1, 5]), 27);
        assert_eq!(sum(&[1, 2, 3], &[10]), 10);
        assert_eq!(sum(&[], &[1, 2]), 0);
    }
}
