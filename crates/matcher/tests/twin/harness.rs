//! Pages, and what both paths find in them.

use std::sync::LazyLock;

use matcher::twin::{self, Found};
use matcher::{Matcher, Scratch};
use model::{Confidence, Page};

use crate::labelled;

/// Everything that detectors can tell.
pub(crate) static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| labelled::matcher(patterns::builtin(), Confidence::Possible));

/// What a plain run shows.
pub(crate) static LIKELY: LazyLock<Matcher> =
    LazyLock::new(|| labelled::matcher(patterns::builtin(), Confidence::Likely));

/// What the product finds, sorted.
pub(crate) fn fast(page: &Page) -> Vec<Found> {
    let mut found = Vec::new();
    MATCHER.scan(page, &mut Scratch::default(), &mut |finding| {
        found.push((
            finding.path.parse().expect("the path is the record's number"),
            finding.detector.to_string(),
            finding.span.start,
            finding.span.end,
        ));
    });
    found.sort();
    found
}

/// A page of keys and values; a record's path is its number.
pub(crate) fn page(fields: &[(String, String)]) -> Page {
    let mut page = Page::new();
    let origin = page.add_origin(model::Origin::default());
    for (index, (key, value)) in fields.iter().enumerate() {
        page.push(origin, (&index.to_string(), key), value.as_bytes());
    }
    page
}

/// What the slow twin finds, sorted.
pub(crate) fn slow(page: &Page) -> Vec<Found> {
    twin::slow(&MATCHER, page)
}
