//! A user's detectors have to keep their promises before they may guard anything.

use anyhow::bail;
use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Detector, Origin, Page, Text};

use super::keys::Block;

/// Any number: the placeholders of an example become the same values each time.
const SEED: u64 = 1;

/// Refuses detectors that take the id of another, do not compile, or fail one of their own examples.
///
/// `blocks` tells where they stand. An example is named by its number alone: it may be a value that is alive.
pub(super) fn check(detectors: &[Detector], blocks: &[Block], file: &str) -> anyhow::Result<()> {
    for (index, detector) in detectors.iter().enumerate() {
        let unknown = Block::default();
        let block = blocks.get(index).unwrap_or(&unknown);
        let (place, id) = (format!("{file}:{}", block.line), &detector.id);
        let mut others = patterns::builtin().iter().chain(&detectors[..index]);
        if others.any(|other| other.id == *id) {
            bail!("{place}: detector `{id}`: another detector has this id");
        }
        let matcher = match matcher_of(detector) {
            Ok(matcher) => matcher,
            Err(error) => bail!("{place}: {error}"),
        };
        if let Some(wrong) = first(&detector.matches, |example| !fires(&matcher, example)) {
            let (line, number) = (block.match_line, wrong + 1);
            bail!("{file}:{line}: detector `{id}` does not fire on its `match` example number {number}");
        }
        if let Some(wrong) = first(&detector.no_matches, |example| fires(&matcher, example)) {
            let (line, number) = (block.no_match_line, wrong + 1);
            bail!("{file}:{line}: detector `{id}` fires on its `no_match` example number {number}");
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

fn first(examples: &[Text], is_wrong: impl Fn(&str) -> bool) -> Option<usize> {
    examples.iter().position(|example| is_wrong(example))
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
