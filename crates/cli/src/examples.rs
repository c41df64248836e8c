//! Runs the examples that a detector brings along.

use std::fmt;

use matcher::{Matcher, Scratch};
use model::{Detector, Origin, Page};

/// Any number: the placeholders of an example become the same values each time.
const SEED: u64 = 1;

/// An example that does not do what it says. It is told by its number: it may be a value that is alive.
pub(crate) struct Failed {
    /// `match` or `no_match`.
    pub(crate) field: &'static str,
    /// Its place in the list.
    pub(crate) index: usize,
}

impl fmt::Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, index } = self;
        let does = if *field == "match" { "does not fire" } else { "fires" };
        write!(formatter, "{does} on its `{field}` example number {}", index + 1)
    }
}

/// Gives the examples of a detector that fail under a matcher.
pub(crate) fn run(matcher: &Matcher, detector: &Detector) -> Vec<Failed> {
    let mut failed = vec![];
    for (field, examples) in [("match", &detector.matches), ("no_match", &detector.no_matches)] {
        for (index, example) in examples.iter().enumerate() {
            if fires(matcher, &detector.id, example) != (field == "match") {
                failed.push(Failed { field, index });
            }
        }
    }
    failed
}

/// The key and the text of an example, placeholders filled in; `key = text` gives a key.
pub(crate) fn key_and_text(example: &str) -> (String, String) {
    let example = patterns::expand(example, SEED);
    match example.split_once(" = ") {
        Some((key, text)) => (key.to_owned(), text.to_owned()),
        None => (String::new(), example),
    }
}

fn fires(matcher: &Matcher, id: &str, example: &str) -> bool {
    let (key, text) = key_and_text(example);
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (&key, &key), text.as_bytes());
    let mut fired = false;
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| fired |= &*finding.detector == id);
    fired
}
