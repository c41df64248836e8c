//! Word lists from text files, loaded on first use.

use std::collections::HashSet;

/// A set of the words of a text; lines that start with `#` are comments.
pub(super) fn set(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_words() {
        assert_eq!(set("# no word\none two\nthree"), HashSet::from(["one", "two", "three"]));
    }
}
