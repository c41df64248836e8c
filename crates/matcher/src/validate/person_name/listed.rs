//! Names whose given name and surname both stand in lists: for prose and for names of resources, where nothing else
//! says that a person is meant.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::{names, words};
use super::{is_common_word, is_company, is_name_character, is_stop_word, word, words_of};

/// Whether a capitalised text is surely the name of a person: one half at least is nothing but a name.
pub(in super::super) fn in_text(bytes: &[u8]) -> bool {
    weight_of_text(bytes) >= SURE
}

/// Whether both halves of a capitalised text may be a name: `Jordan Hill`, `Chelsea Young`.
pub(in super::super) fn possibly_in_text(bytes: &[u8]) -> bool {
    weight_of_text(bytes) > 0
}

/// Whether small words with hyphens, underscores or dots between are a given name and a surname: `jane-doe`.
pub(in super::super) fn in_slug(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words: Vec<&str> = text.split(['-', '_', '.']).collect();
    matches!(words.as_slice(), [_, _]) && weight(&words) >= SURE
}

/// Whether a text behind a title is a surname, or ends in one.
pub(in super::super) fn titled(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words = words_of(text);
    let is_thing = words.iter().any(|word| is_stop_word(word));
    let is_surname = |word: &&str| weight_of_surname(&word.to_lowercase()) == 2;
    !is_thing && (in_text(bytes) || words.last().is_some_and(is_surname))
}

/// Whether a word is a given name and nothing else.
pub(in super::super) fn given_only(bytes: &[u8]) -> bool {
    let word = std::str::from_utf8(bytes).unwrap_or_default();
    !is_stop_word(word) && weight_of_given(&word.to_lowercase()) == 2
}

/// A name that is nothing else weighs 2, one that may be a place, a product or a word weighs 1.
const SURE: u8 = 3;

fn weight_of_text(bytes: &[u8]) -> u8 {
    let Ok(text) = std::str::from_utf8(bytes) else { return 0 };
    if text.contains(|character: char| !is_name_character(character)) {
        return 0;
    }
    let words = words_of(text);
    let shaped =
        |word: &&str| word::is_capitalised(word) || word::is_initial(word) || word::is_particle(word);
    if words.iter().all(shaped) { weight(&words) } else { 0 }
}

/// The weight of the first and the last word together; 0 where one is no name, or a word between speaks of a thing.
fn weight(words: &[&str]) -> u8 {
    let ([first, .., last], true) = (words, words.len() <= 4) else { return 0 };
    if words.iter().any(|word| is_stop_word(word)) || is_company(words) {
        return 0;
    }
    match (weight_of_given(&first.to_lowercase()), weight_of_surname(&last.to_lowercase())) {
        (0, _) | (_, 0) => 0,
        (given, surname) => given + surname,
    }
}

fn weight_of_given(lower: &str) -> u8 {
    if names::is_given(lower) { 2 - u8::from(is_ambiguous(lower)) } else { 0 }
}

fn weight_of_surname(lower: &str) -> u8 {
    let is_listed = names::is_surname(lower) || names::is_word_surname(lower);
    if is_listed { 2 - u8::from(is_ambiguous(lower)) } else { 0 }
}

fn is_ambiguous(lower: &str) -> bool {
    AMBIGUOUS.contains(lower) || is_common_word(lower)
}

static AMBIGUOUS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words::set(include_str!("../data/names/ambiguous.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_text_by_how_sure_they_are() {
        #[rustfmt::skip]
        let table = [
            ("Maria Gonzalez", 2), ("John Smith", 2), ("Jane A. Doe", 2), ("Jordan Smith", 2), ("John Hill", 2),
            ("Jean-Pierre Dupont", 2), ("Ludwig van Beethoven", 0), ("Siobhán O'Connor", 2), ("Julia Fischer", 2),
            ("Jordan Hill", 1), ("Madison Young", 1), ("Virginia Beach", 1), ("Lincoln Park", 1),
            ("Morgan Stanley", 0), ("Goldman Sachs", 0), ("Charles Schwab", 0), ("Jenkins Pipeline", 0), ("Platform Engineering", 0),
            ("John Deere", 0), ("Amazon Aurora", 0), ("New York", 0), ("Jane", 0), ("jane doe", 0), ("Jane Doe Sandbox Four Five", 0),
            ("Terraform Cloud", 0), ("Jane Team", 0), ("", 0),
        ];
        for (text, expected) in table {
            let found = u8::from(in_text(text.as_bytes())) + u8::from(possibly_in_text(text.as_bytes()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn names_in_slugs() {
        for (text, expected) in [
            ("jane-doe", true),
            ("john_smith", true),
            ("maria.gonzalez", true),
            ("jordan-hill", false),
            ("austin-park", false),
            ("web-server", false),
            ("jenkins-agent", false),
            ("jane", false),
            ("jane-doe-smith", false),
        ] {
            assert_eq!(in_slug(text.as_bytes()), expected, "{text}");
        }
    }
}
