//! Reads a folder of detector files: `words.toml`, and one folder per kind of data.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use model::Detector;

use super::{Fault, Groups, read};

/// One folder per kind of data.
pub(crate) const FOLDERS: &[&str] =
    &["credential", "contact", "financial", "government-id", "health", "person", "network"];

/// Reads the word groups and every detector, in order of folder, file and block.
pub(crate) fn read_folder(root: &Path) -> Result<(Vec<Detector>, Groups), (PathBuf, Fault)> {
    let words = root.join("words.toml");
    let text = text_of(&words)?;
    let groups: Groups = toml::from_str(&text).map_err(|error| (words, Fault::whole(&error.to_string())))?;
    let mut ids = BTreeSet::new();
    let mut detectors = Vec::new();
    for file in FOLDERS.iter().flat_map(|folder| toml_files(&root.join(folder))) {
        let blocks = read(&text_of(&file)?, &groups);
        if let Some(fault) = blocks.faults.into_iter().next() {
            return Err((file, fault));
        }
        let read: Vec<_> = blocks.right.into_iter().map(|(detector, _)| detector).collect();
        if read.is_empty() {
            return Err((file, Fault::whole("no [[detector]]")));
        }
        if let Some(taken) = read.iter().find(|detector| !ids.insert(detector.id.clone())) {
            let fault = Fault::whole(&format!("id `{}` is taken by an earlier file", taken.id));
            return Err((file, fault));
        }
        detectors.extend(read);
    }
    Ok((detectors, groups))
}

fn text_of(file: &Path) -> Result<String, (PathBuf, Fault)> {
    fs::read_to_string(file).map_err(|error| (file.to_owned(), Fault::whole(&error.to_string())))
}

/// The files of a folder by name, so that the order of detectors does not depend on the machine.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}
