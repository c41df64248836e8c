//! The corpus knows what it planted: the matcher finds that, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use benches::corpus::{Corpus, Mark};
use benches::{matcher, pages};
use matcher::Scratch;

const SIZE: usize = 2_000_000;

/// A place in the corpus: line and path.
type Place = (u64, String);

#[test]
fn every_planted_value_is_found_and_nothing_else() {
    let mut bytes = Vec::new();
    let mut corpus = Corpus::new(42);
    corpus.fill(SIZE, &mut bytes);
    let planted: BTreeMap<Place, Mark> =
        corpus.take_planted().into_iter().map(|mark| (place(&mark), mark)).collect();
    let bait: BTreeMap<Place, Mark> =
        corpus.take_bait().into_iter().map(|mark| (place(&mark), mark)).collect();

    let found = scan(&bytes);

    let missed: Vec<_> = planted.iter().filter(|(place, mark)| !is_found(&found, place, mark.id)).collect();
    assert!(missed.is_empty(), "missed {} of {}: {missed:#?}", missed.len(), planted.len());
    let invented: Vec<_> = found.iter().filter(|(place, _)| !planted.contains_key(place)).collect();
    let baited: Vec<_> = invented.iter().filter_map(|(place, _)| bait.get(place)).collect();
    assert!(baited.is_empty(), "took {} of {} baits: {baited:#?}", baited.len(), bait.len());
    assert!(invented.is_empty(), "invented {}: {invented:#?}", invented.len());
}

fn place(mark: &Mark) -> Place {
    (mark.line, format!("Tags.{}", mark.key))
}

fn is_found(found: &BTreeMap<Place, BTreeSet<String>>, place: &Place, id: &str) -> bool {
    found.get(place).is_some_and(|covers| covers.contains(id))
}

/// What each place is found to hold.
fn scan(lines: &[u8]) -> BTreeMap<Place, BTreeSet<String>> {
    let (matcher, mut scratch) = (matcher(), Scratch::default());
    let mut found: BTreeMap<Place, BTreeSet<String>> = BTreeMap::new();
    for (index, line) in lines.split(|&byte| byte == b'\n').enumerate() {
        for page in pages(line) {
            matcher.scan(&page, &mut scratch, &mut |finding| {
                let place = (index as u64 + 1, finding.path);
                found.entry(place).or_default().insert(finding.covers.to_string());
            });
        }
    }
    found
}
