//! Where a record stands.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

/// The place of a record: a cloud resource, a place in a file, or both.
///
/// Fields that do not apply are `None` and stay off the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Origin {
    /// The source that delivered it: `tagging`, `iam`, `file`, `stdin`.
    pub source: &'static str,
    /// AWS partition, such as `aws` or `aws-us-gov`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partition: Option<Arc<str>>,
    /// AWS account id, 12 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Arc<str>>,
    /// AWS region, or `global`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Arc<str>>,
    /// AWS service, as in an ARN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Arc<str>>,
    /// ARN of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arn: Option<Arc<str>>,
    /// File path as the user gave or would give it; `<stdin>` for standard input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Arc<str>>,
    /// Line in the file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Column in the line, from 1, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// Byte offset in the (decompressed) file, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
}

/// Sources by their names on the wire; the last one stands for any other.
const SOURCES: &[&str] = &[
    "tagging",
    "iam",
    "describe",
    "organizations",
    "cloudcontrol",
    "config",
    "sts",
    "file",
    "stdin",
    "unknown",
];

/// An origin as it is read.
#[derive(Deserialize)]
struct Wire {
    source: String,
    partition: Option<Arc<str>>,
    account: Option<Arc<str>>,
    region: Option<Arc<str>>,
    service: Option<Arc<str>>,
    arn: Option<Arc<str>>,
    path: Option<Arc<str>>,
    line: Option<u64>,
    column: Option<u64>,
    offset: Option<u64>,
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer).map(Self::from)
    }
}

impl From<Wire> for Origin {
    fn from(wire: Wire) -> Self {
        let Wire { source, partition, account, region, service, arn, path, line, column, offset } = wire;
        let source = SOURCES.iter().find(|known| **known == source).or(SOURCES.last());
        let source = source.copied().unwrap_or_default();
        Self { source, partition, account, region, service, arn, path, line, column, offset }
    }
}
