//! Labelled lines and examples.

use std::sync::LazyLock;

use crate::harness::{fast, page, slow};
use crate::labelled;

/// Keys and values of the labelled lines and of all detectors' examples.
static FIELDS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folders = ["tags", "traps"].map(|folder| labelled::lines(&labelled::datasets().join(folder)));
    let lines = folders.into_iter().flatten().map(|line| (line.key, line.text));
    let examples = patterns::builtin().iter().flat_map(|detector| detector.matches.iter());
    let examples = examples.map(|example| {
        let text = patterns::expand(example, 13);
        let (key, value) = text.split_once(" = ").unwrap_or(("", &text));
        (key.to_owned(), value.to_owned())
    });
    lines.chain(examples).collect()
});

/// Pages of many records, as a sweep brings them.
#[test]
fn the_prefilter_loses_nothing_of_the_labelled_lines() {
    let n_found: usize = FIELDS.chunks(500).map(|fields| compare(fields)).sum();
    assert!(n_found >= 3000, "{n_found} findings say too little");
}

/// The prefilter reads 64 bytes at a time; a value may be cut by the border of two such chunks anywhere.
#[test]
fn no_border_of_a_chunk_hides_a_finding() {
    let shifted = |shift: usize| {
        let fields = FIELDS.iter().skip(shift).step_by(65);
        let shift = |(key, value): &(String, String)| (key.clone(), format!("{} {value}", "-".repeat(shift)));
        fields.map(shift).collect::<Vec<_>>()
    };
    let n_found: usize = (0..=64).map(|shift| compare(&shifted(shift))).sum();
    assert!(n_found >= 2000, "{n_found} findings say too little");
}

/// Gives the number of findings.
#[track_caller]
fn compare(fields: &[(String, String)]) -> usize {
    let page = page(fields);
    let (fast, slow) = (fast(&page), slow(&page));
    let different = fast
        .iter()
        .filter(|found| !slow.contains(found))
        .chain(slow.iter().filter(|found| !fast.contains(found)));
    let different: Vec<_> = different.map(|found| (&found.1, &fields[found.0])).collect();
    assert!(different.is_empty(), "{different:?}");
    slow.len()
}

#[test]
fn a_neighbour_hides_no_number() {
    for before in ["build 0257", "0257S", "plain", ""] {
        for number in ["S1234567D", "X1234567L", "536-90-4399"] {
            let fields =
                [("x", before), ("nric nie ssn", number)].map(|(key, value)| (key.into(), value.into()));
            let found = fast(&page(&fields));
            assert_eq!(found, slow(&page(&fields)), "{before} {number}");
            assert!(found.iter().any(|(index, ..)| *index == 1), "{before} {number}");
        }
    }
}
