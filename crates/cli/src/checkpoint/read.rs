//! The lines of an earlier sweep.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;

use anyhow::{Context, bail};
use model::{CallStatus, Coverage, Finding};
use serde::Deserialize as _;
use serde_json::Value;

use super::VERSION;

/// What an earlier sweep did.
pub(super) struct Earlier {
    pub(super) key: [u8; 32],
    pub(super) findings: Vec<Finding>,
    /// Calls that came to a good end.
    pub(super) rows: Vec<Coverage>,
    /// Bytes of values that were looked at.
    pub(super) bytes: u64,
}

impl Earlier {
    /// Nothing was done yet.
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self { key, findings: Vec::new(), rows: Vec::new(), bytes: 0 }
    }
}

/// Reads a file; `None` where there is none.
pub(super) fn read(path: &Path, options: &str) -> anyhow::Result<Option<Earlier>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let mut lines = BufReader::new(file).split(b'\n');
    let Some(head) = lines.next().transpose()? else { return Ok(None) };
    let Ok(head) = serde_json::from_slice::<Value>(&head) else { bail!("this file is no checkpoint") };
    let mut earlier = Earlier::new(check(&head, options)?);
    for line in lines {
        let line = line?;
        let Ok(line) = serde_json::from_slice::<Value>(&line) else {
            // Cut short when the sweep was killed: what follows a whole line is done again.
            break;
        };
        add(&mut earlier, &line)?;
    }
    Ok(Some(earlier))
}

/// Refuses a file of something else; gives the key of its fingerprints.
fn check(head: &Value, options: &str) -> anyhow::Result<[u8; 32]> {
    if head["type"] != "checkpoint" {
        bail!("this file is no checkpoint");
    }
    if head["version"] != VERSION {
        bail!("another version of tagleaks wrote this file; finish that sweep with it, or delete the file");
    }
    if head["options"] != options {
        bail!("this file is that of a sweep with other options; repeat them, or delete the file");
    }
    let key = head["key"].as_str().and_then(from_hex);
    key.context("this file is damaged in its first line; delete it")
}

fn add(earlier: &mut Earlier, line: &Value) -> anyhow::Result<()> {
    let damaged = || "this file is damaged; delete it";
    match line["type"].as_str() {
        Some("finding") => earlier.findings.push(Finding::deserialize(line).with_context(damaged)?),
        Some("coverage") => {
            earlier.bytes += line["bytes"].as_u64().unwrap_or_default();
            let row = Coverage::deserialize(line).with_context(damaged)?;
            if row.status <= CallStatus::Skipped {
                earlier.rows.push(row);
            }
        }
        _ => bail!(damaged()),
    }
    Ok(())
}

/// The bytes of 64 hexadecimal digits.
fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    let digits = text.as_bytes();
    if digits.len() != 2 * key.len() {
        return None;
    }
    for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(key)
}
