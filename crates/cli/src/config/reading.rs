//! A configuration file while it is read: offsets to lines, and the faults so far.

use reporter::visible;
use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::faults::Faults;

/// The most characters of an unknown key that are repeated.
const LONGEST_NAME: usize = 40;

/// The text, its faults, and the names of detectors that are to be looked up when all detectors are known.
pub(super) struct Reading<'a> {
    text: &'a str,
    pub(super) faults: Faults,
    /// Lines and names of detectors and kinds.
    pub(super) mentions: Vec<(usize, String)>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, file: &str) -> Self {
        Self { text, faults: Faults::new(file), mentions: vec![] }
    }

    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|&byte| byte == b'\n').count()
    }

    pub(super) fn fault(&mut self, at: usize, message: impl Into<String>) {
        self.faults.push(self.line(at), message);
    }

    /// A key that nobody knows, which may be anything.
    pub(super) fn unknown(&mut self, name: &Spanned<DeString<'_>>, known: &str) {
        let shown = shortened(name.get_ref());
        self.fault(name.span().start, format!("unknown key `{shown}`; {known}"));
    }

    /// Remembers the name of a detector or a kind.
    pub(super) fn mention(&mut self, at: usize, name: &str) {
        self.mentions.push((self.line(at), name.to_owned()));
    }
}

/// A text or a list of texts, with their offsets.
pub(super) fn texts(value: &Spanned<DeValue<'_>>) -> Option<Vec<(usize, String)>> {
    let text =
        |value: &Spanned<DeValue<'_>>| Some((value.span().start, value.get_ref().as_str()?.to_owned()));
    match value.get_ref().as_array() {
        Some(list) => list.iter().map(text).collect(),
        None => Some(vec![text(value)?]),
    }
}

fn shortened(name: &str) -> String {
    let mut shown: String = visible(name).chars().take(LONGEST_NAME).collect();
    if shown.len() < visible(name).len() {
        shown.push('…');
    }
    shown
}

/// `a, b or c`.
pub(super) fn one_of(names: impl IntoIterator<Item = &'static str>) -> String {
    let mut names: Vec<_> = names.into_iter().collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last.to_owned() } else { format!("{} or {last}", names.join(", ")) }
}
