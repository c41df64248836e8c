//! Files, lines and resources as SARIF locations.

use std::fmt::Write;

use model::{Finding, Origin};
use serde_json::{Map, Value, json};

/// The location of a finding: its place, and the path to the field.
pub(super) fn located(finding: &Finding) -> Value {
    let mut location = of(&finding.origin, finding.span.len());
    if !finding.path.is_empty() {
        let field = json!({ "fullyQualifiedName": finding.path, "name": finding.key, "kind": "member" });
        push(&mut location, field);
    }
    location
}

/// The location of an origin; `length` is that of the match in bytes.
pub(super) fn of(origin: &Origin, length: usize) -> Value {
    let mut location = json!({});
    if let Some(path) = &origin.path {
        location["physicalLocation"] = json!({ "artifactLocation": { "uri": uri(path) } });
        if let Some(region) = region(origin, length) {
            location["physicalLocation"]["region"] = region;
        }
    }
    if let Some(arn) = &origin.arn {
        push(&mut location, json!({ "fullyQualifiedName": arn, "kind": "resource" }));
    } else if let Some(account) = &origin.account {
        let parts = [Some(account), origin.region.as_ref(), origin.service.as_ref()];
        let scope: Vec<_> = parts.into_iter().flatten().map(|part| &**part).collect();
        push(&mut location, json!({ "fullyQualifiedName": scope.join("/"), "kind": "namespace" }));
    }
    location
}

/// Lines, columns and bytes. Columns count bytes, as everywhere in this program; the byte offset is exact.
fn region(origin: &Origin, length: usize) -> Option<Value> {
    let line = origin.line?;
    let mut region = Map::new();
    region.insert("startLine".into(), line.into());
    if let Some(column) = origin.column {
        region.insert("startColumn".into(), column.into());
        region.insert("endColumn".into(), (column + length as u64).into());
    }
    if let Some(offset) = origin.offset {
        region.insert("byteOffset".into(), offset.into());
        region.insert("byteLength".into(), length.into());
    }
    Some(region.into())
}

fn push(location: &mut Value, logical: Value) {
    match location["logicalLocations"].as_array_mut() {
        Some(known) => known.push(logical),
        None => location["logicalLocations"] = json!([logical]),
    }
}

/// A relative reference for a relative path, a `file:` URI for an absolute one.
fn uri(path: &str) -> String {
    let relative = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::from(if relative.starts_with('/') { "file://" } else { "" });
    for &byte in relative.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uri_references() {
        for (path, expected) in [
            ("infra/main.tf", "infra/main.tf"),
            ("./a b.tf", "a%20b.tf"),
            ("/etc/x", "file:///etc/x"),
            ("<stdin>", "%3Cstdin%3E"),
            ("a:b\n#?%", "a%3Ab%0A%23%3F%25"),
            ("é", "%C3%A9"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
