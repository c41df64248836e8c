//! The fast path against the slow twin.

use std::sync::LazyLock;

use matcher::twin::{self, Found};
use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Finding, Origin, Page};

/// Everything that detectors can tell.
pub(crate) static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    Matcher::new(patterns::builtin(), config).expect("a test of the matcher builds the same")
});

/// The shortest match of which a preview must leave something out.
const SECRET: usize = 8;

/// Each line is a record: a key, `=`, a value.
pub fn scan(data: &[u8]) {
    let page = page(data);
    let mut fast = Vec::new();
    MATCHER.scan(&page, &mut Scratch::default(), &mut |finding| {
        let index: usize = finding.path.parse().expect("the path is the record's number");
        check(&finding, page.record(index).value);
        fast.push((index, finding.detector.to_string(), finding.span.start, finding.span.end));
    });
    fast.sort();
    let slow: Vec<Found> = twin::slow(&MATCHER, &page);
    assert_eq!(fast, slow);
}

fn page(data: &[u8]) -> Page {
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    for (index, line) in data.split(|&byte| byte == b'\n').enumerate() {
        let border = line.iter().position(|&byte| byte == b'=');
        let (key, value) = border.map_or((&b""[..], line), |border| (&line[..border], &line[border + 1..]));
        page.push(origin, (&index.to_string(), &String::from_utf8_lossy(key)), value);
    }
    page
}

fn check(finding: &Finding, value: &[u8]) {
    let found = value.get(finding.span.start..finding.span.end).expect("a span lies inside of its value");
    assert!(!found.is_empty());
    let raw = String::from_utf8_lossy(found);
    let is_shown = raw.len() >= SECRET && finding.preview.contains(&*raw);
    assert!(!is_shown, "{} shows what it found", finding.detector);
    assert!(finding.value.is_none());
}
