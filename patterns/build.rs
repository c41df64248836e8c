//! Reads every detector file, checks it and writes the detectors as static data.

#[path = "src/schema/mod.rs"]
mod schema;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use model::{Anchor, Detector, Texts};

use schema::{Fault, Groups};

/// One folder per kind of data.
const FOLDERS: &[&str] =
    &["credential", "contact", "financial", "government-id", "health", "person", "network"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/schema");
    println!("cargo::rerun-if-changed=words.toml");
    let groups = read_groups();
    let detectors = read_detectors(&groups);
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("detectors.rs");
    fs::write(target, source(&detectors, &groups)).expect("the output folder can be written");
}

fn read_groups() -> Groups {
    let text = fs::read_to_string("words.toml").expect("words.toml can be read");
    toml::from_str(&text).unwrap_or_else(|error| panic!("words.toml: {error}"))
}

fn read_detectors(groups: &Groups) -> Vec<Detector> {
    let mut ids = BTreeSet::new();
    let mut detectors = Vec::new();
    for file in FOLDERS.iter().flat_map(|folder| toml_files(folder)) {
        println!("cargo::rerun-if-changed={}", file.display());
        let text = fs::read_to_string(&file).expect("a listed file can be read");
        let read = schema::read(&text, groups).unwrap_or_else(|fault| refuse(&file, &fault));
        assert!(!read.is_empty(), "{}: no [[detector]]", file.display());
        for detector in &read {
            assert!(ids.insert(detector.id.clone()), "{}: id `{}` is taken", file.display(), detector.id);
        }
        detectors.extend(read);
    }
    detectors
}

fn refuse(file: &Path, fault: &Fault) -> ! {
    panic!("{}:{}: {}", file.display(), fault.line, fault.message)
}

/// The files of a folder by name, so that the order of detectors does not depend on the machine.
fn toml_files(folder: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={folder}");
    let Ok(entries) = fs::read_dir(Path::new(folder)) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

fn source(detectors: &[Detector], groups: &Groups) -> String {
    let mut out = String::from("static DETECTORS: &[Detector] = &[\n");
    for detector in detectors {
        write_detector(&mut out, detector);
    }
    out.push_str("];\nstatic GROUPS: &[(&str, &[&str])] = &[\n");
    for (name, words) in groups {
        let _ = writeln!(out, "({name:?}, &{words:?}),");
    }
    out.push_str("];\n");
    out
}

fn write_detector(out: &mut String, detector: &Detector) {
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
        ("keys", &detector.keys),
        ("veto", &detector.veto),
        ("matches", &detector.matches),
        ("no_matches", &detector.no_matches),
        ("references", &detector.references),
    ] {
        let _ = writeln!(out, "{field}: {},", list(values));
    }
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

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Literals(literals) => format!("Anchor::Literals({})", list(literals)),
        Anchor::Digits(mask) => format!("Anchor::Digits({})", bits(*mask)),
        Anchor::IbanHead => "Anchor::IbanHead".to_owned(),
        Anchor::Key => "Anchor::Key".to_owned(),
    }
}

/// `1 << 9 | 1 << 10`, which reads as the counts that the file gave.
fn bits(mask: u64) -> String {
    let counts: Vec<_> =
        (0..64).filter(|bit| mask >> bit & 1 == 1).map(|bit| format!("1 << {bit}")).collect();
    counts.join(" | ")
}

fn list(texts: &Texts) -> String {
    let items: Vec<_> = texts.iter().map(|text| format!("Cow::Borrowed({text:?})")).collect();
    format!("Cow::Borrowed(&[{}])", items.join(", "))
}
