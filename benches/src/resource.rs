//! A line of the corpus, decoded.

use std::borrow::Cow;

use serde::Deserialize;

/// A resource as the tagging API tells of it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Resource<'a> {
    #[serde(rename = "ResourceARN")]
    pub(crate) arn: &'a str,
    #[serde(borrow)]
    pub(crate) tags: Vec<Tag<'a>>,
}

/// A tag of it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Tag<'a> {
    pub(crate) key: &'a str,
    #[serde(borrow)]
    pub(crate) value: Cow<'a, str>,
}

/// Decodes lines of the corpus.
///
/// # Panics
/// Where a line is not one of the corpus.
pub(crate) fn resources(lines: &[u8]) -> impl Iterator<Item = Resource<'_>> {
    let lines = lines.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).expect("the corpus is JSON lines of this shape"))
}
