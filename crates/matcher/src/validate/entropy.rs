//! How random a text looks.

/// Shannon entropy in bits per byte.
pub(super) fn bits(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for &byte in bytes {
        counts[usize::from(byte)] += 1;
    }
    let total = f64::from(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    let term = |&count: &u32| f64::from(count) / total;
    counts.iter().filter(|&&count| count > 0).map(term).map(|share| -share * share.log2()).sum()
}

/// How many of capitals, small letters and digits occur.
pub(super) fn n_classes(bytes: &[u8]) -> usize {
    let classes: [fn(&u8) -> bool; 3] = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    classes.into_iter().filter(|class| bytes.iter().any(class)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entropy_of_known_texts() {
        for (text, expected) in [("aaaa", 0.0), ("abab", 1.0), ("abcd", 2.0), ("01234567", 3.0)] {
            assert!((bits(text.as_bytes()) - expected).abs() < 1e-9, "{text}");
        }
        assert_eq!(n_classes(b"aB3"), 3);
        assert_eq!(n_classes(b"--"), 0);
    }
}
