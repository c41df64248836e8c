//! Single words of a name.

/// `Jane`, `O'Brien`, `McDonald`, `Jean-Pierre`, `DOE`; no digits, no capital in an odd place.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.split('-').all(|part| part.split(['\'', '’']).all(is_simple_part)) && word.chars().count() > 1
}

/// A capital and small letters, all capitals, or a capital behind `Mc` and its like.
fn is_simple_part(part: &str) -> bool {
    const HEADS: &[&str] = &[
        "Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Lo", "Van", "Von", "Fitz", "St", "El", "Al", "San",
    ];
    let tail = HEADS
        .iter()
        .filter_map(|head| part.strip_prefix(head))
        .find(|tail| tail.starts_with(char::is_uppercase));
    let mut letters = tail.unwrap_or(part).chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let one_case = rest.chars().all(char::is_lowercase) || rest.chars().all(char::is_uppercase);
    let letters = rest.chars().all(char::is_alphabetic);
    first && letters && one_case
}

/// `J` or `J.`.
pub(super) fn is_initial(word: &str) -> bool {
    let mut characters = word.trim_end_matches('.').chars();
    characters.next().is_some_and(char::is_uppercase) && characters.next().is_none()
}

/// `Dr`, `Mrs.`, `Herr`.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lady",
        "lord",
        "rev",
        "herr",
        "frau",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "señor",
        "señora",
        "sr",
        "sra",
        "signor",
        "signora",
        "sig",
        "dhr",
        "mevr",
        "hr",
        "fr",
        "dott",
        "dott.ssa",
        "dra",
        "sig.ra",
        "avv",
        "ing",
        "dipl.-ing",
        "mag",
        "univ.prof",
        "univ.-prof",
        "lic",
        "drs",
    ];
    let bare = word.trim_end_matches('.');
    bare.starts_with(char::is_uppercase)
        && TITLES.contains(&bare.to_lowercase().as_str())
        && bare != bare.to_uppercase()
}

/// `Jr.`, `III`, `PhD`.
pub(super) fn is_suffix(word: &str) -> bool {
    const SUFFIXES: &[&str] =
        &["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "msc", "bsc", "mba", "cpa"];
    SUFFIXES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// `van`, `de la`: small words between names.
pub(super) fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le",
        "las", "los", "el", "al", "bin", "ibn", "ben", "ter", "ten", "te", "zu", "zum", "zur", "af", "av",
        "y", "e", "i", "san", "st",
    ];
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        for (word, expected) in [
            ("Jane", true),
            ("O'Brien", true),
            ("McDonald", true),
            ("Jean-Pierre", true),
            ("DOE", true),
            ("Şahin", true),
            ("jane", false),
            ("GitHub", false),
            ("R2", false),
            ("J", false),
            ("Ja.ne", false),
            ("", false),
            ("O'", false),
        ] {
            assert_eq!(is_capitalised(word), expected, "{word}");
        }
        assert!(is_initial("J.") && is_initial("J") && !is_initial("Jo"));
        assert!(
            is_title("Mrs")
                && is_title("Dr.")
                && is_title("Univ.Prof.")
                && is_title("Dott.ssa")
                && !is_title("HR")
                && !is_title("dr")
        );
    }
}
