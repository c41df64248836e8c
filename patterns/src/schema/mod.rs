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

#[allow(unused_imports, reason = "the build script alone names the folders")]
pub(crate) use folder::FOLDERS;
pub(crate) use folder::read_folder;
pub(crate) use read::{Fault, read};

/// Word lists that `keys` and `veto` name as `@group`.
pub(crate) type Groups = BTreeMap<String, Vec<String>>;
