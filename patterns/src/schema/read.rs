//! Reads the blocks of a file, and says on which line a fault stands.

use std::collections::BTreeSet;

use model::Detector;
use serde::Deserialize;
use toml::Spanned;

use super::Groups;
use super::entry::Entry;

/// A fault and the line it stands on.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) message: String,
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn whole(message: &str) -> Self {
        Self { line: 1, message: message.to_owned() }
    }
}

/// Reads all `[[detector]]` blocks of a text.
pub(crate) fn read(text: &str, groups: &Groups) -> Result<Vec<Detector>, Fault> {
    let file: File = toml::from_str(text).map_err(|error| Fault {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', ": "),
    })?;
    let mut ids = BTreeSet::new();
    let mut detectors = Vec::with_capacity(file.detector.len());
    for entry in file.detector {
        let line = line_of(text, entry.span().start);
        let id = entry.get_ref().id.clone();
        let fault = |reason: String| Fault { line, message: format!("detector `{id}`: {reason}") };
        if !ids.insert(id.clone()) {
            return Err(fault("the id is taken by an earlier detector".to_owned()));
        }
        detectors.push(entry.into_inner().into_detector(groups).map_err(fault)?);
    }
    Ok(detectors)
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
}

/// What is read of a file: other tables belong to the configuration.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    detector: Vec<Spanned<Entry>>,
}
