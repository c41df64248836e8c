//! Reads every detector file, checks it and writes the detectors as static data.

#[path = "src/schema/mod.rs"]
mod schema;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use model::{Anchor, Detector, Texts, Vocabulary};

use schema::{FOLDERS, Groups};

fn main() {
    for input in ["build.rs", "src/schema", "words.toml"].iter().chain(FOLDERS) {
        println!("cargo::rerun-if-changed={input}");
    }
    let (detectors, groups) = schema::read_folder(Path::new("."))
        .unwrap_or_else(|(file, fault)| panic!("{}:{}: {}", file.display(), fault.line, fault.message));
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("detectors.rs");
    fs::write(target, source(&detectors, &groups)).expect("the output folder can be written");
}

fn source(detectors: &[Detector], groups: &Groups) -> String {
    let mut out = String::from("#[expect(clippy::unreadable_literal, reason = \"bit sets\")]\n");
    out.push_str("static DETECTORS: &[Detector] = &[\n");
    for (index, detector) in detectors.iter().enumerate() {
        write_detector(&mut out, index, detector);
    }
    out.push_str("];\n");
    write_vocabulary(&mut out, &phrases::vocabulary(detectors));
    out.push_str("static GROUPS: &[(&str, &[&str])] = &[\n");
    for (name, words) in groups {
        let _ = writeln!(out, "({name:?}, &{words:?}),");
    }
    out.push_str("];\n");
    out
}

fn write_detector(out: &mut String, index: usize, detector: &Detector) {
    let _ = writeln!(out, "Detector {{");
    for (field, value) in [
        ("id", &detector.id),
        ("covers", &detector.covers),
        ("name", &detector.name),
        ("regex", &detector.regex),
        ("lead", &detector.lead),
        ("validate", &detector.validate),
        ("help", &detector.help),
    ] {
        let _ = writeln!(out, "{field}: Cow::Borrowed({value:?}),");
    }
    for (field, values) in [
        ("identifiers", &detector.identifiers),
        ("countries", &detector.countries),
        ("keys", &detector.keys),
        ("veto", &detector.veto),
        ("matches", &detector.matches),
        ("no_matches", &detector.no_matches),
        ("references", &detector.references),
    ] {
        let _ = writeln!(out, "{field}: {},", list(values));
    }
    // Its `Debug` form is Rust.
    let _ = writeln!(out, "shape: {:?},", detector.shape);
    let _ = writeln!(out, "built_in: Some(BuiltIn {{ index: {index}, vocabulary: &VOCABULARY }}),");
    let _ = writeln!(out, "layouts: Cow::Borrowed(&{:?}),", detector.layouts);
    let _ = writeln!(out, "kind: Kind::{:?}, severity: Severity::{:?},", detector.kind, detector.severity);
    let _ = writeln!(out, "anchor: {},", anchor(&detector.anchor));
    let _ = writeln!(out, "context: Context::{:?}, mask: Mask::{:?},", detector.context, detector.mask);
    let _ = writeln!(out, "confidence: Confidence::{:?},", detector.confidence);
    let alone = detector.alone.map_or("None".to_owned(), |alone| format!("Some(Confidence::{alone:?})"));
    let _ = writeln!(
        out,
        "alone: {alone}, pierces: {}, rank: {}, reach: {},",
        detector.pierces, detector.rank, detector.reach
    );
    let _ = writeln!(out, "}},");
}

/// Numbers and phrases print as Rust.
fn write_vocabulary(out: &mut String, vocabulary: &Vocabulary) {
    let Vocabulary { slots, phrases, letters, sets, set_size } = vocabulary;
    out.push_str("#[expect(clippy::unreadable_literal, reason = \"bit sets\")]\n");
    let _ = writeln!(out, "static VOCABULARY: Vocabulary = Vocabulary {{ set_size: {set_size},");
    let _ = writeln!(out, "slots: Cow::Borrowed(&{slots:?}), phrases: Cow::Borrowed(&{phrases:?}),");
    let _ = writeln!(out, "letters: Cow::Borrowed({letters:?}), sets: Cow::Borrowed(&{sets:?}), }};");
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Literals(literals) => format!("Anchor::Literals({})", list(literals)),
        Anchor::Digits(mask) => format!("Anchor::Digits({})", bits(*mask)),
        Anchor::Code(mask) => format!("Anchor::Code({})", bits(*mask)),
        Anchor::IbanHead => "Anchor::IbanHead".to_owned(),
        Anchor::Key => "Anchor::Key".to_owned(),
        Anchor::Dictionary => "Anchor::Dictionary".to_owned(),
    }
}

/// `1 << 9 | 1 << 10`, which reads as the counts that the file gave.
fn bits(mask: u64) -> String {
    let counts: Vec<_> =
        (0..64).filter(|bit| mask >> bit & 1 == 1).map(|bit| format!("1 << {bit}")).collect();
    counts.join(" | ")
}

fn list(texts: &Texts) -> String {
    let items: Vec<_> = texts.iter().collect();
    assert!(
        items != [""] && !items.iter().any(|item| item.contains(Texts::SEPARATOR)),
        "{items:?} cannot be told from another list when it is joined"
    );
    format!("Texts::joined({:?})", items.join(&Texts::SEPARATOR.to_string()))
}
