//! Names of people as they are written under keys such as `Owner`: two to four capitalised words that are no team,
//! tool or company.

mod listed;
mod username;
mod word;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{names, words};

pub(super) use listed::{given_only, in_slug, in_text, possibly_in_text, titled};
pub(super) use username::of_person as username;

/// Whether a text is the full name of a person.
pub(super) fn full(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim();
    if text.chars().count() > 60 || text.contains(|character: char| !is_name_character(character)) {
        return false;
    }
    match text.split_once(',') {
        None => is_name(&words_of(text)),
        Some((surname, given)) => is_turned_around(&words_of(surname), &words_of(given)),
    }
}

/// Whether a text is one part of a name, for keys such as `first_name`.
pub(super) fn part(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words = words_of(text);
    (1..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| word::is_particle(word) || (word::is_capitalised(word) && !is_stop_word(word)))
        && words.iter().any(|word| word.chars().count() > 1)
}

/// Whether a text is one part of a name, and a listed name, a particle or an apostrophe speaks for it.
pub(super) fn known_part(bytes: &[u8]) -> bool {
    let known = |word: &str| {
        is_given_name(word)
            || names::is_surname(&word.to_lowercase())
            || word::is_particle(word)
            || word.contains(['\'', '’'])
    };
    part(bytes) && std::str::from_utf8(bytes).is_ok_and(|text| words_of(text).into_iter().any(known))
}

/// Whether a word is a given name.
pub(super) fn is_given_name(word: &str) -> bool {
    names::is_given(&word.to_lowercase())
}

fn is_name_character(character: char) -> bool {
    character.is_alphabetic() || " .,'’-\u{a0}".contains(character)
}

fn words_of(text: &str) -> Vec<&str> {
    text.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect()
}

/// `Surname, Given`, or two names with a comma between.
fn is_turned_around(surname: &[&str], given: &[&str]) -> bool {
    if surname.len() > 1 && given.len() > 1 && is_name(surname) {
        return is_name(given);
    }
    if given.iter().all(|word| word::is_suffix(word)) {
        return is_name(surname);
    }
    let turned: Vec<&str> = given.iter().chain(surname).copied().collect();
    !given.is_empty() && !surname.is_empty() && is_name(&turned)
}

/// Title, given names, particles, surnames, suffix.
fn is_name(words: &[&str]) -> bool {
    let n_titles = words.iter().take_while(|title| word::is_title(title)).count();
    let (titled, words) = (n_titles > 0, &words[n_titles..]);
    let words = match words {
        [rest @ .., suffix] if word::is_suffix(suffix) && rest.len() > 1 => rest,
        words => words,
    };
    let named: Vec<&str> = words.iter().copied().filter(|word| !word::is_particle(word)).collect();
    let n_full = named.iter().filter(|word| !word::is_initial(word)).count();
    let shaped = named.iter().all(|word| word::is_capitalised(word) || word::is_initial(word));
    let fewest = if titled { 1 } else { 2 };
    let is_long = named.len() == 5 && named[..2].iter().all(|word| is_given_name(word));
    let enough = n_full >= 1 && ((fewest..=4).contains(&named.len()) || is_long);
    let stopped = named.iter().any(|word| is_stop_word(word)) || is_company(&named);
    shaped && enough && !stopped && is_likely(titled, &named)
}

/// A known given name or surname speaks for a person; two capitalised words that no list has are rather a thing.
fn is_likely(titled: bool, named: &[&str]) -> bool {
    let (first, rest) = named.split_first().expect("a name has one word at least");
    let surname = named.iter().any(|word| names::is_surname(&word.to_lowercase()));
    let listed = |words: &[&str]| words.iter().any(|word| is_common_word(word));
    let common = |words: &[&str]| listed(words) || words.iter().any(|word| is_abstract_noun(word));
    match (titled, is_given_name(first)) {
        (true, _) => true,
        (false, true) if is_month(first) => surname && !common(rest),
        (false, true) => !is_common_word(first) || !common(rest),
        (false, false) => surname && !listed(named),
    }
}

/// `June Cutover`, `August Freeze`: a month is rather the time of something than a given name.
fn is_month(word: &str) -> bool {
    ["april", "may", "june", "august"].contains(&word.to_lowercase().as_str())
}

fn is_company(named: &[&str]) -> bool {
    COMPANIES.contains(named.join(" ").to_lowercase().as_str())
}

fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word.to_lowercase().as_str())
}

fn is_common_word(word: &str) -> bool {
    COMMON_WORDS.contains(word.to_lowercase().as_str())
}

/// Whether a word has an ending that makes nouns of activities and qualities.
fn is_abstract_noun(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.len() > 6 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "tion", "tions", "sion", "ment", "ments", "ology", "ness", "ships", "ship", "ware", "ities", "ility", "ivity",
    "ancy", "ency", "ical", "able", "ible", "ization", "ying", "ures", "ance", "ences", "ding", "ting", "sing", "king",
    "ling", "ring", "zing", "cing", "ging", "ving",
];

static COMPANIES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words::phrases(include_str!("data/company_names.txt")));
static STOP_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words::set(include_str!("data/name_stop_words.txt")));
static COMMON_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words::set(include_str!("data/common_words.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people() {
        for text in [
            "Jane Doe",
            "Wang Meiling",
            "Liang Xiaoming",
            "Bob Smith",
            "O'Brien, Sean",
            "Søren Kjærgård",
            "Mrs Smith",
            "Dr. Priya Raghunathan",
            "J. R. Smith",
            "Jean-Pierre Dupont",
            "Ludwig van Beethoven",
            "María José García López",
            "Doe, Jane",
            "DOE, Jane",
            "Jane Doe, PhD",
            "Siobhán O’Connor",
            "Ronald McDonald",
            "Anna-Lena Müller",
            "Jane A. Doe",
            "Vincent de Paul",
            "JANE DOE",
            "Chukwuemeka Okonkwo",
            "Wanjiru Kamau",
            "Jane Doe, Bob Smith",
            "Mark Stone",
            "Dmitri Shostakovich",
            "June Kowalczyk",
            "César José Manuél Rodarte Gurule",
            "Dott. Marissa Gravina",
            "Univ.Prof. Dr. Anna Müller",
        ] {
            assert!(full(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn teams_tools_and_things() {
        for text in [
            "Platform Engineering",
            "Wells Fargo",
            "Video Encoding",
            "Duty Officer",
            "Cloud Operations",
            "Terraform",
            "AWS Backup",
            "Acme Corp",
            "jdoe",
            "Washington",
            "Data Science",
            "Jack Rabbit",
            "Red Hat",
            "Blue Ocean",
            "Site Reliability",
            "Customer Success",
            "Jane's test box",
            "Northern Lights",
            "New York",
            "Human Resources",
            "Tiger Team",
            "GitHub Actions",
            "North America",
            "DevOps Guild",
            "QA",
            "IT Support",
            "Summer Release",
            "Equipo Plataforma",
            "John's Team",
            "Legal, Finance",
            "TODO",
            "n/a",
            "",
            "Infrastructure and Security",
            "Grace Period",
            "web-01",
            "PLATFORM TEAM",
            "BI Reports",
            "Service Desk",
            "June Cutover",
            "Wholesale Synonymous",
            "Panoramic Technique",
            "August Freeze",
        ] {
            assert!(!full(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn parts_of_names() {
        for (text, expected) in [
            ("Jane", true),
            ("van der Berg", true),
            ("O'Brien", true),
            ("jane", false),
            ("Platform", false),
            ("X", false),
            ("R2D2", false),
        ] {
            assert_eq!(part(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn known_parts_of_names() {
        for (text, expected) in [
            ("Jane", true),
            ("van der Berg", true),
            ("O'Brien", true),
            ("Encryption", false),
            ("First", false),
            ("jane", false),
        ] {
            assert_eq!(known_part(text.as_bytes()), expected, "{text}");
        }
    }
}
