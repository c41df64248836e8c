//! What is wrong with a configuration file: all of it at once, each with its line.

use std::fmt;

use reporter::visible;

/// The most faults that are told; a file with more has one cause.
const MOST: usize = 20;

/// Faults of one file, in the order of their lines.
#[derive(Debug)]
pub(crate) struct Faults {
    file: String,
    list: Vec<(usize, String)>,
}

impl Faults {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), list: vec![] }
    }

    pub(crate) fn push(&mut self, line: usize, message: impl Into<String>) {
        self.list.push((line, message.into()));
    }

    /// The faults, where there are any, as an error.
    pub(super) fn into_result(mut self) -> Result<(), Self> {
        self.list.sort();
        if self.list.is_empty() { Ok(()) } else { Err(self) }
    }

    /// The faults with what they repeat of the file masked.
    pub(super) fn masked(mut self, mut mask: impl FnMut(&str) -> String) -> Self {
        for (_, message) in &mut self.list {
            *message = mask(message);
        }
        self
    }

    /// One line for each fault.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        let told = self.list.iter().take(MOST);
        let rest = self.list.len().saturating_sub(MOST);
        let told = told.map(|(line, message)| format!("{}:{line}: {}", self.file, visible(message)));
        told.chain((rest > 0).then(|| format!("{}: {rest} more faults", self.file)))
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.lines().collect::<Vec<_>>().join("; "))
    }
}

impl std::error::Error for Faults {}
