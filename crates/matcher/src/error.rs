//! What can be wrong with a set of detectors.

/// A detector that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("detector {detector}: {reason}")]
pub struct Error {
    /// Id of the detector.
    pub detector: String,
    /// The field of its block that is wrong.
    pub field: &'static str,
    /// What is wrong, in one sentence.
    pub reason: String,
}
