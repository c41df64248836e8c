//! Precision and recall per detector over labelled lines, with every miss and false alarm by line.
//!
//! `accuracy [--patterns FOLDER] [--only WORD] [DATA-FOLDER…]`: detectors are read when it runs, so that work on
//! them needs no build. Without folders: the repository's own.
#![expect(clippy::print_stdout, reason = "a developer's report")]

#[path = "../tests/labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with the tests, which use other parts")]
mod labelled;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use labelled::kinds::Kinds;
use matcher::Scratch;
use model::{Confidence, Detector};

/// What the command line asks for.
struct Arguments {
    patterns: PathBuf,
    only: String,
    folders: Vec<PathBuf>,
}

/// Counts of one `covers`.
#[derive(Default)]
struct Row {
    wanted: u32,
    found: u32,
    false_alarms: u32,
}

fn main() -> ExitCode {
    let arguments = arguments();
    let detectors = match patterns::load(&arguments.patterns) {
        Ok(detectors) => detectors,
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let concerns = |text: &str| text.contains(&arguments.only);
    let wrong: Vec<_> =
        labelled::wrong_examples(&detectors).into_iter().filter(|text| concerns(text)).collect();
    for line in &wrong {
        println!("example: {line}");
    }
    let mut rows = BTreeMap::new();
    let (mut innocent, mut alarmed) = (0, 0);
    let mut kinds = Kinds::new(&detectors);
    for folder in &arguments.folders {
        let (lines, bad) = judge(&detectors, folder, &arguments.only, (&mut rows, &mut kinds));
        innocent += lines;
        alarmed += bad;
    }
    print_rows(&rows, &arguments.only);
    print_kinds(&kinds);
    let (wanted, found) = rows.values().fold((0, 0), |sum, row| (sum.0 + row.wanted, sum.1 + row.found));
    println!("{} detectors, {} examples wrong", detectors.len(), wrong.len());
    println!("recall {found} of {wanted}; false alarms in {alarmed} lines, {innocent} lines innocent");
    ExitCode::SUCCESS
}

/// Prints what is wrong with each line, and gives the number of innocent lines and of lines with a false alarm.
fn judge(
    detectors: &[Detector],
    folder: &Path,
    only: &str,
    (rows, kinds): (&mut BTreeMap<String, Row>, &mut Kinds),
) -> (usize, usize) {
    let matcher = labelled::matcher(detectors, Confidence::Likely);
    let covered: BTreeSet<&str> = detectors.iter().map(|detector| &*detector.covers).collect();
    let mut scratch = Scratch::default();
    let (mut innocent, mut alarmed) = (0, 0);
    for line in labelled::lines(folder) {
        let judgement = line.judge(&labelled::found(&matcher, &mut scratch, &line), &covered);
        innocent += usize::from(line.is_innocent());
        kinds.add(&judgement, line.is_innocent());
        alarmed += usize::from(!judgement.alarms.is_empty());
        for covers in judgement.hits.iter().chain(&judgement.misses) {
            rows.entry(covers.clone()).or_default().wanted += 1;
        }
        for covers in &judgement.hits {
            rows.entry(covers.clone()).or_default().found += 1;
        }
        let shown = format!("{} {}: {:?} = {:?}", line.place, line.id, line.key, line.text);
        for covers in &judgement.misses {
            print_if(only, &format!("missed {covers}: {shown}"));
        }
        for (detector, covers) in &judgement.alarms {
            rows.entry(covers.clone()).or_default().false_alarms += 1;
            print_if(only, &format!("false alarm {detector}: {shown}"));
        }
        for covers in line.expect.iter().filter(|covers| !covered.contains(covers.as_str())) {
            print_if(only, &format!("covered by no detector: {covers}: {}", line.place));
        }
    }
    (innocent, alarmed)
}

fn print_if(only: &str, text: &str) {
    if text.contains(only) {
        println!("{text}");
    }
}

fn print_rows(rows: &BTreeMap<String, Row>, only: &str) {
    println!(
        "{:34} {:>6} {:>6} {:>7} {:>6} {:>9}",
        "covers", "wanted", "found", "recall", "false", "precision"
    );
    for (covers, Row { wanted, found, false_alarms }) in
        rows.iter().filter(|(covers, _)| covers.contains(only))
    {
        let share = |part: u32, all: u32| {
            if all == 0 { "-".to_owned() } else { format!("{:.3}", f64::from(part) / f64::from(all)) }
        };
        let (recall, precision) = (share(*found, *wanted), share(*found, found + false_alarms));
        println!("{covers:34} {wanted:6} {found:6} {recall:>7} {false_alarms:6} {precision:>9}");
    }
}

fn print_kinds(kinds: &Kinds) {
    println!(
        "{:34} {:>6} {:>6} {:>7} {:>6}  of {} lines",
        "kind", "wanted", "found", "recall", "false", kinds.lines
    );
    for (kind, score) in &kinds.scores {
        let recall = score.recall();
        println!("{kind:34} {:6} {:6} {recall:7.3} {:6}", score.wanted, score.found, score.false_alarms);
    }
}

fn arguments() -> Arguments {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut arguments =
        Arguments { patterns: repository.join("patterns"), only: String::new(), folders: Vec::new() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--patterns" => arguments.patterns = words.next().unwrap_or_default().into(),
            "--only" => arguments.only = words.next().unwrap_or_default(),
            folder => arguments.folders.push(folder.into()),
        }
    }
    if arguments.folders.is_empty() {
        arguments.folders = ["tags", "traps"].map(|name| labelled::datasets().join(name)).into();
    }
    arguments
}
