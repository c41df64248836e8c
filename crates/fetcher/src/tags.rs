//! Records of tags, the same for every source.

use model::{OriginId, Page};

/// Adds the value of a tag and, as a text of its own, its key.
///
/// Customers choose keys as freely as values, and a key is no more protected. Keys that begin with `aws:` are
/// reserved, so only their values can leak.
pub(crate) fn push(page: &mut Page, origin: OriginId, (key, value): (&str, &str)) {
    let path = format!("Tags.{key}");
    page.push(origin, (&path, key), value.as_bytes());
    if !key.starts_with("aws:") {
        page.push(origin, (&format!("{path}#key"), ""), key.as_bytes());
    }
}
