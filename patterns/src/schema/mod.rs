//! The TOML schema of a detector, shared by the build script and by the parser of the user's file.
//!
//! - [`read`](mod@read): blocks of a file to detectors, faults with their line
//! - [`folder`]: all files of a folder
//! - [`entry`]: the fields of a block
//! - [`anchor`]: how an anchor is written
//! - [`vocabulary`]: word groups and neighbours in `keys` and `veto`
//! - [`check`]: what a block must hold beyond its types

mod anchor;
mod check;
mod entry;
mod folder;
mod read;
mod vocabulary;

use std::collections::BTreeMap;

pub(crate) use folder::read_folder;
pub(crate) use read::{Fault, read};
#[allow(unused_imports, reason = "the build script alone names the folders, the crate alone the lines")]
pub(crate) use {folder::FOLDERS, read::Lines};

/// Word lists that `keys` and `veto` name as `@group`.
pub(crate) type Groups = BTreeMap<String, Vec<String>>;
