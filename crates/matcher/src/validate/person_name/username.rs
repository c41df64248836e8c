//! Names under which people log in, as far as they give the person away.

use super::super::names;
use super::{in_slug, is_common_word, is_stop_word};

/// The shortest surname that an initial may stand before: `jdoe`.
const MIN_SURNAME: usize = 3;

/// Whether a login name is made of a person's name: `jsmith`, `jane.doe`, `janed`, `doe.j`.
pub(in super::super) fn of_person(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let lower = text.to_lowercase();
    // Where a name is taken, the next one gets a number.
    let lower = lower.trim_end_matches(|last: char| last.is_ascii_digit());
    if is_stop_word(lower) || is_common_word(lower) {
        return false;
    }
    match lower.split_once(['.', '_', '-']) {
        Some((first, last)) => in_slug(lower.as_bytes()) || is_initial_and_surname(first, last),
        None => {
            lower.char_indices().nth(1).is_some_and(|(at, _)| is_surname(&lower[at..])) || is_joined(lower)
        }
    }
}

/// `j.doe`, `doe.j`.
fn is_initial_and_surname(first: &str, last: &str) -> bool {
    let is_initial = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    (is_initial(first) && is_surname(last)) || (is_surname(first) && is_initial(last))
}

fn is_surname(word: &str) -> bool {
    word.len() >= MIN_SURNAME && names::is_surname(word) && !is_stop_word(word) && !is_common_word(word)
}

/// `janedoe`.
fn is_joined(lower: &str) -> bool {
    let borders = lower.char_indices().map(|(at, _)| at).skip(MIN_SURNAME);
    borders.into_iter().any(|at| {
        let (given, surname) = lower.split_at(at);
        surname.len() > MIN_SURNAME && names::is_given(given) && is_surname(surname)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_of_people_and_of_things() {
        #[rustfmt::skip]
        let table = [
            ("jsmith", true), ("jdoe", true), ("jane.doe", true), ("j.doe", true), ("doe.j", true), ("maria_gonzalez", true),
            ("JSmith", true), ("jsmith2", true), ("johnsmith", true), ("m.okafor", true),
            ("admin", false), ("ec2-user", false), ("root", false), ("jenkins", false), ("svc-backup", false), ("ubuntu", false),
            ("deploy", false), ("terraform", false), ("postgres", false), ("app_user", false), ("readonly", false), ("ci", false),
            ("grafana", false), ("ansible", false), ("platform", false), ("", false), ("a", false), ("service-account", false),
            ("hadoop", false), ("airflow", false), ("jupyter", false), ("superset", false), ("elastic", false), ("default", false),
        ];
        for (text, expected) in table {
            assert_eq!(of_person(text.as_bytes()), expected, "{text}");
        }
    }
}
