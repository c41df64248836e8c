//! A user's detectors have to keep their promises before they may guard anything.

use anyhow::bail;
use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Detector, Origin, Page, Text};

/// Any number: the placeholders of an example become the same values each time.
const SEED: u64 = 1;

/// Refuses detectors that take the id of another, do not compile, or fail one of their own examples.
///
/// `place` gives file and line of the detector at an index.
pub(super) fn check(detectors: &[Detector], place: impl Fn(usize) -> String) -> anyhow::Result<()> {
    for (index, detector) in detectors.iter().enumerate() {
        let (place, id) = (place(index), &detector.id);
        let mut others = patterns::builtin().iter().chain(&detectors[..index]);
        if others.any(|other| other.id == *id) {
            bail!("{place}: detector `{id}`: another detector has this id");
        }
        let matcher = match matcher_of(detector) {
            Ok(matcher) => matcher,
            Err(error) => bail!("{place}: {error}"),
        };
        if let Some(example) = first(&detector.matches, |example| !fires(&matcher, example)) {
            bail!("{place}: detector `{id}` does not fire on its `match` example `{example}`");
        }
        if let Some(example) = first(&detector.no_matches, |example| fires(&matcher, example)) {
            bail!("{place}: detector `{id}` fires on its `no_match` example `{example}`");
        }
    }
    Ok(())
}

fn matcher_of(detector: &Detector) -> Result<Matcher, matcher::Error> {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(std::slice::from_ref(detector), config)?;
    matcher.check()?;
    Ok(matcher)
}

fn first(examples: &[Text], is_wrong: impl Fn(&str) -> bool) -> Option<&Text> {
    examples.iter().find(|example| is_wrong(example))
}

/// Whether the detector fires on an example; `key = text` gives a key.
fn fires(matcher: &Matcher, example: &str) -> bool {
    let example = patterns::expand(example, SEED);
    let (key, text) = example.split_once(" = ").unwrap_or(("", &example));
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, (key, key), text.as_bytes());
    let mut fired = false;
    matcher.scan(&page, &mut Scratch::default(), &mut |_| fired = true);
    fired
}
