//! What a scanner's findings are worth, against what the corpus says that it holds.

use std::collections::HashMap;

use crate::corpus::Mark;

/// Less of a value than this is chance.
const LEAST: usize = 4;

/// A finding of any scanner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Line, from 1.
    pub line: u64,
    /// The text that it flags.
    pub text: String,
}

/// The marks of a corpus.
pub struct Truth {
    /// Sensitive values.
    pub planted: Vec<Mark>,
    /// Values that look sensitive and are not.
    pub bait: Vec<Mark>,
}

/// A number of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many of them.
    pub part: usize,
    /// All of them.
    pub whole: usize,
}

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Planted values.
    pub planted: Share,
    /// Planted values of the kinds that the scanner looks for.
    pub of_its_kinds: Share,
    /// Baits that were flagged.
    pub bait: Share,
    /// Findings at neither.
    pub elsewhere: usize,
}

impl Truth {
    /// Marks of the first lines only.
    #[must_use]
    pub fn within(&self, lines: u64) -> Self {
        let within = |marks: &[Mark]| marks.iter().filter(|mark| mark.line <= lines).cloned().collect();
        Self { planted: within(&self.planted), bait: within(&self.bait) }
    }

    /// Compares findings with the truth. A value counts as found where a finding on its line holds it, or a part of it.
    pub fn score(&self, found: &[Found], kinds: &[&str]) -> Score {
        let mut by_line: HashMap<u64, Vec<&str>> = HashMap::new();
        for finding in found {
            by_line.entry(finding.line).or_default().push(&finding.text);
        }
        let is_found = |mark: &&Mark| {
            by_line.get(&mark.line).is_some_and(|texts| texts.iter().any(|text| touches(text, &mark.value)))
        };
        let share = |marks: &[Mark], wanted: &dyn Fn(&Mark) -> bool| {
            let marks = || marks.iter().filter(|mark| wanted(mark));
            Share { part: marks().filter(is_found).count(), whole: marks().count() }
        };
        Score {
            planted: share(&self.planted, &|_| true),
            of_its_kinds: share(&self.planted, &|mark| kinds.contains(&mark.id)),
            bait: share(&self.bait, &|_| true),
            elsewhere: self.elsewhere(found),
        }
    }

    /// Findings that touch no mark.
    fn elsewhere(&self, found: &[Found]) -> usize {
        let mut by_line: HashMap<u64, Vec<&str>> = HashMap::new();
        for mark in self.planted.iter().chain(&self.bait) {
            by_line.entry(mark.line).or_default().push(&mark.value);
        }
        let touches_mark = |finding: &Found| {
            let values = by_line.get(&finding.line);
            values.is_some_and(|values| values.iter().any(|value| touches(&finding.text, value)))
        };
        found.iter().filter(|finding| !touches_mark(finding)).count()
    }
}

/// Whether one of them holds the other.
fn touches(text: &str, value: &str) -> bool {
    text.len().min(value.len()) >= LEAST && (text.contains(value) || value.contains(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(id: &'static str, line: u64, value: &str) -> Mark {
        Mark { id, line, key: "Key", value: value.to_owned() }
    }

    fn truth() -> Truth {
        Truth {
            planted: vec![mark("email", 1, "jane@mail.example"), mark("phone", 2, "+1 212 345 6789")],
            bait: vec![mark("masked-value", 2, "****-1111"), mark("masked-value", 9, "****-2222")],
        }
    }

    #[test]
    fn a_value_is_found_on_its_line_whole_or_in_part() {
        let table = [
            (1, "jane@mail.example", (1, 0, 0)),
            (1, "\"jane@mail.example\"", (1, 0, 0)),
            (2, "212 345 6789", (1, 0, 0)),
            (2, "****-1111", (0, 1, 0)),
            (2, "jane@mail.example", (0, 0, 1)),
            (3, "jane@mail.example", (0, 0, 1)),
            (1, "jan", (0, 0, 1)),
            (1, "", (0, 0, 1)),
        ];
        for (line, text, expected) in table {
            let score = truth().score(&[Found { line, text: text.to_owned() }], &[]);
            assert_eq!((score.planted.part, score.bait.part, score.elsewhere), expected, "{line} {text}");
            assert_eq!((score.planted.whole, score.bait.whole), (2, 2));
        }
    }

    #[test]
    fn a_value_that_is_found_twice_counts_once() {
        let found = vec![Found { line: 1, text: "jane@mail.example".to_owned() }; 2];
        assert_eq!(truth().score(&found, &["email"]).of_its_kinds, Share { part: 1, whole: 1 });
        assert_eq!(truth().score(&found, &["phone"]).of_its_kinds, Share { part: 0, whole: 1 });
    }

    #[test]
    fn later_lines_do_not_count_for_a_part_of_the_corpus() {
        let part = truth().within(2);
        assert_eq!((part.planted.len(), part.bait.len()), (2, 1));
    }
}
