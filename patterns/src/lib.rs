//! Detectors as data: the built-in ones, embedded at build time, and the parser of the user's.
//!
//! A detector is one block of TOML in one of the folders beside this crate's source. The build script reads and
//! checks them all, so that nothing is parsed at start-up. `tagleaks.toml` takes the same blocks.

mod builtin;
mod error;
mod placeholder;
mod schema;

pub use builtin::builtin;
pub use error::Error;
pub use placeholder::{expand, placeholders, unknown_placeholders};

use std::path::Path;

use model::Detector;

/// Reads the `[[detector]]` blocks of a user's file; its other tables are left to the caller.
///
/// `file_name` only serves the error. Keys and vetoes may name the built-in word groups, such as `@time`.
///
/// # Errors
/// Where a block breaks the schema: the error names file, line and the accepted values.
///
/// # Examples
/// ```
/// let text = r#"
/// [[detector]]
/// id = "badge"
/// kind = "person"
/// name = "Badge number"
/// severity = "low"
/// anchor = ["BDG-"]
/// regex = '\bBDG-[0-9]{6}\b'
/// help = "Remove the badge number."
/// match = ["badge BDG-123456"]
/// no_match = ["BDG-12"]
/// "#;
/// assert_eq!(patterns::parse(text, "tagleaks.toml").unwrap()[0].id, "badge");
/// ```
pub fn parse(text: &str, file_name: &str) -> Result<Vec<Detector>, Error> {
    schema::read(text, &builtin::groups()).map_err(|fault| Error::new(file_name, fault))
}

/// Reads a folder in the form of this crate's own, with its `words.toml`: for work on detectors without a build.
///
/// # Errors
/// For a file that cannot be read or breaks the schema.
pub fn load(folder: &Path) -> Result<Vec<Detector>, Error> {
    let read = schema::read_folder(folder);
    read.map(|(detectors, _)| detectors)
        .map_err(|(file, fault)| Error::new(&file.display().to_string(), fault))
}
