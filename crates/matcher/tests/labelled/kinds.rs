//! Recall and false alarms per kind of detector.

use std::collections::BTreeMap;

use model::Detector;

use super::Judgement;

/// Counts of one kind.
#[derive(Clone, Copy, Default)]
pub struct KindScore {
    pub wanted: u32,
    pub found: u32,
    pub false_alarms: u32,
}

/// Counts by kind, and the lines in which nothing may be found.
pub struct Kinds {
    of_covers: BTreeMap<String, String>,
    of_detector: BTreeMap<String, String>,
    pub scores: BTreeMap<String, KindScore>,
    pub lines: u32,
    pub innocent: u32,
}

impl Kinds {
    /// Scores of nothing yet.
    pub fn new(detectors: &[Detector]) -> Self {
        let kind = |detector: &Detector| format!("{:?}", detector.kind);
        let of_covers = detectors.iter().rev().map(|detector| (detector.covers.to_string(), kind(detector)));
        let of_detector = detectors.iter().map(|detector| (detector.id.to_string(), kind(detector)));
        Self {
            of_covers: of_covers.collect(),
            of_detector: of_detector.collect(),
            scores: BTreeMap::new(),
            lines: 0,
            innocent: 0,
        }
    }

    /// Counts what is right and wrong about a line.
    pub fn add(&mut self, judgement: &Judgement, is_innocent: bool) {
        self.lines += 1;
        self.innocent += u32::from(is_innocent);
        for (covers, is_hit) in judgement
            .hits
            .iter()
            .map(|covers| (covers, true))
            .chain(judgement.misses.iter().map(|covers| (covers, false)))
        {
            let score = self.scores.entry(self.of_covers[covers].clone()).or_default();
            score.wanted += 1;
            score.found += u32::from(is_hit);
        }
        for (detector, _) in &judgement.alarms {
            self.scores.entry(self.of_detector[detector].clone()).or_default().false_alarms += 1;
        }
    }
}

impl KindScore {
    /// The share that was found of what had to be.
    pub fn recall(self) -> f64 {
        if self.wanted == 0 { 1.0 } else { f64::from(self.found) / f64::from(self.wanted) }
    }
}
