//! Word lists from text files, loaded on first use.

use std::collections::HashSet;

/// A set of the words of a text; lines that start with `#` are comments.
pub(super) fn set(text: &'static str) -> HashSet<&'static str> {
    lines(text).flat_map(str::split_whitespace).collect()
}

/// A set of the lines of a text that are no comments.
pub(super) fn phrases(text: &'static str) -> HashSet<&'static str> {
    lines(text).collect()
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_words() {
        let text = "# no word\none two\nthree";
        assert_eq!(set(text), HashSet::from(["one", "two", "three"]));
        assert_eq!(phrases(text), HashSet::from(["one two", "three"]));
    }
}
