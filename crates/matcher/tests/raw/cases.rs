//! Keys and values: the examples of all detectors and the labelled lines.

use std::sync::LazyLock;

use crate::labelled;

/// A tag.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) key: String,
    pub(crate) value: String,
}

/// Seed of the placeholders in examples.
const SEED: u64 = 11;

/// All of them, each once.
pub(crate) fn all() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
        let mut cases = examples();
        for folder in ["tags", "traps"] {
            let lines = labelled::lines(&labelled::datasets().join(folder));
            cases.extend(lines.into_iter().map(|line| Case { key: line.key, value: line.text }));
        }
        cases.retain(|case| !case.value.is_empty());
        cases
    });
    &CASES
}

fn examples() -> Vec<Case> {
    let detectors = patterns::builtin().iter();
    let texts = detectors.flat_map(|detector| detector.matches.iter().chain(detector.no_matches.iter()));
    texts
        .map(|text| {
            let text = patterns::expand(text, SEED);
            let (key, value) = text.split_once(" = ").unwrap_or(("Note", &text));
            Case { key: key.to_owned(), value: value.to_owned() }
        })
        .collect()
}
