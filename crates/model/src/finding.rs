//! A sensitive value that was found, without the value.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use crate::{Confidence, Kind, Origin, Secret, Severity};

/// A range of bytes, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes a span.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether both hold a byte in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// One sensitive value in one field; safe to print.
///
/// Origin, path and key have had every sensitive value masked, because a leak may stand in a file name, in a
/// tag's key or in an ARN as well. The fields serialize in the order of the wire format.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Finding {
    /// Id of the detector.
    pub detector: Arc<str>,
    /// Identifier of `identifiers.csv` that the detector covers.
    pub covers: Arc<str>,
    /// Group of the data.
    pub kind: Kind,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Where; for files with line, column and offset of the match.
    pub origin: Origin,
    /// Path of names to the field.
    pub path: String,
    /// Last name of the path.
    pub key: String,
    /// Bytes of the match in the field's value.
    #[serde(flatten, serialize_with = "flat_span")]
    pub span: Span,
    /// Masked match, enough to triage.
    pub preview: String,
    /// Keyed HMAC-SHA256 of the raw match, `v1:` and hex.
    pub fingerprint: String,
    /// What to do.
    pub help: Arc<str>,
    /// Human name of the detector; not on the wire.
    #[serde(skip)]
    pub name: Arc<str>,
    /// Raw match, only under `--reveal`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "exposed", skip_deserializing)]
    pub value: Option<Secret>,
}

fn flat_span<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeMap;
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("start", &span.start)?;
    map.serialize_entry("end", &span.end)?;
    map.end()
}

#[expect(clippy::ref_option, reason = "serde hands the field over like this")]
fn exposed<S: Serializer>(value: &Option<Secret>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(secret) => serializer.serialize_str(secret.expose()),
        None => serializer.serialize_none(),
    }
}
