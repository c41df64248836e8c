//! What can be wrong with a user's detectors.

use crate::schema::Fault;

/// A detector file that breaks the schema.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct Error {
    /// Name of the file as it was given.
    pub file: String,
    /// Line of the fault, from 1.
    pub line: usize,
    /// What is wrong and what would be accepted.
    pub message: String,
}

impl Error {
    pub(crate) fn new(file: &str, fault: Fault) -> Self {
        Self { file: file.to_owned(), line: fault.line, message: fault.message }
    }
}
