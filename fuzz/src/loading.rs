//! Files of the user that are no data to scan: dictionaries and detectors.

use matcher::{Builder, Config, Dictionary, Matcher, Scratch};
use model::{Confidence, Origin, Page, RawForm};

/// Magic, version, kind of key, salt, check of the key: what no fuzzer guesses.
const HEADER: usize = 8 + 16 + 8;

/// The compact form of a dictionary behind a good header, searched where it is accepted.
pub fn dictionary(data: &[u8]) {
    let mut file = header();
    file.extend_from_slice(data);
    let _ = Dictionary::read(&mut &data[..], None);
    let Ok(dictionary) = Dictionary::read(&mut &file[..], None) else { return };
    let mut written = Vec::new();
    dictionary.write(&mut written).expect("memory takes what is written");
    assert!(written == file, "a dictionary is written as it was read");
    let detector = Dictionary::detector("fuzz", model::Kind::Person);
    let id = detector.id.to_string();
    let matcher = Matcher::new(&[detector], config()).expect("a dictionary's detector is usable");
    scan(&matcher.with_dictionary(&id, dictionary), data);
}

fn header() -> Vec<u8> {
    let mut file = Vec::new();
    let (dictionary, _) = Builder::new(None, [7; 16]).finish();
    dictionary.write(&mut file).expect("memory takes what is written");
    file.truncate(HEADER);
    file
}

/// Detectors in TOML as `tagleaks.toml` holds them: a file is refused, or its detectors work.
pub fn detectors(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let parsed = patterns::parse(text, "tagleaks.toml");
    let _: Vec<String> = parsed.errors.iter().map(ToString::to_string).collect();
    let detectors: Vec<_> = parsed.blocks.into_iter().map(|block| block.detector).collect();
    let usable: Vec<_> =
        detectors.into_iter().filter(|detector| matcher::check(detector).is_empty()).collect();
    let Ok(matcher) = Matcher::new(&usable, config()) else { return };
    if matcher.check().is_ok() {
        scan(&matcher, data);
    }
}

const fn config() -> Config {
    Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false }
}

fn scan(matcher: &Matcher, data: &[u8]) {
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, ("", ""), data);
    matcher.candidates(data, RawForm::Other, &mut Scratch::default(), &mut Vec::new());
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| assert!(finding.span.end <= data.len()));
}
