//! Where a record stands.

use std::sync::Arc;

use serde::Serialize;

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
