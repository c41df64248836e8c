//! Masks what is sensitive in names: paths, keys, ARNs, file names, messages.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use model::{Confidence, Kind, Span};

use crate::matcher::{KeyRoles, Matcher, Scratch};

/// How many names a worker remembers, and the longest of them in bytes.
const MAX_NAMES: usize = 256;
const MAX_LENGTH: usize = 256;

impl Matcher {
    /// The text with every sensitive value in it masked.
    ///
    /// Masks what is `likely` or surer, whatever the run shows, and every address, of roles as well: a name before
    /// it on a path can make a person's address look like one.
    pub fn redact(&self, text: &str, scratch: &mut Scratch) -> String {
        self.masked(text, scratch).unwrap_or_else(|| text.to_owned())
    }

    /// The same, where anything in the text is masked.
    pub(crate) fn masked(&self, text: &str, scratch: &mut Scratch) -> Option<String> {
        if text.is_empty() || scratch.clean_names.has(text) {
            return None;
        }
        let mut own = scratch.redactor.take().unwrap_or_default();
        self.text_hits(text.as_bytes(), &KeyRoles::default(), true, &mut own);
        let masked = if own.field.hits.is_empty() { None } else { Some(self.mask_hits(text, &own)) };
        scratch.redactor = Some(own);
        let masked = masked.filter(|masked| masked != text);
        if masked.is_none() {
            scratch.clean_names.add(text);
        }
        masked
    }

    fn mask_hits(&self, text: &str, scratch: &Scratch) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut end = 0;
        for hit in &scratch.field.hits {
            let is_contact = self.detectors[hit.detector].detector.kind == Kind::Contact;
            let least = if is_contact { Confidence::Possible } else { Confidence::Likely };
            if hit.confidence() < Some(least) || hit.span.start < end {
                continue;
            }
            let Span { start, end: after } = hit.span;
            masked.push_str(&String::from_utf8_lossy(&text.as_bytes()[end..start]));
            masked.push_str(&self.preview(text.as_bytes(), hit));
            end = after;
        }
        masked.push_str(&String::from_utf8_lossy(&text.as_bytes()[end..]));
        masked
    }
}

/// Names in which nothing is sensitive. Keys, paths of keys and names of files repeat massively.
#[derive(Default)]
pub(crate) struct CleanNames {
    /// By hash; a newer name takes the place of an older one.
    slots: Vec<Box<str>>,
}

impl CleanNames {
    fn has(&self, name: &str) -> bool {
        self.slots.get(slot(name)).is_some_and(|known| **known == *name)
    }

    fn add(&mut self, name: &str) {
        if name.len() <= MAX_LENGTH {
            self.slots.resize_with(MAX_NAMES, Box::default);
            self.slots[slot(name)] = name.into();
        }
    }
}

fn slot(name: &str) -> usize {
    FixedState::default().hash_one(name) as usize % MAX_NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_name_is_known() {
        let mut names = CleanNames::default();
        assert!(!names.has("Tags."));
        let all: Vec<String> = (0..2 * MAX_NAMES).map(|number| format!("Tags.{number}")).collect();
        for name in &all {
            names.add(name);
            assert!(names.has(name));
        }
        let n_known = all.iter().filter(|name| names.has(name)).count();
        assert!((1..=MAX_NAMES).contains(&n_known), "{n_known}");
        let long = "x".repeat(MAX_LENGTH + 1);
        names.add(&long);
        assert!(!names.has(&long));
    }
}
