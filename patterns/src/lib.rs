//! Detectors as data: the built-in ones, embedded at build time, and the parser of the user's.
//!
//! A detector is one block of TOML in one of the folders beside this crate's source. The build script reads and
//! checks them all, so that nothing is parsed at start-up. `tagleaks.toml` takes the same blocks.

mod builtin;
pub mod describe;
mod error;
mod identifiers;
mod placeholder;
mod schema;

pub use builtin::builtin;
pub use error::Error;
pub use identifiers::{Coverage, Identifier, coverage, identifiers, not_covered};
pub use placeholder::{expand, placeholders, unknown_placeholders};

use std::path::Path;

use model::Detector;

use schema::{Fault, Lines};

/// A user's detector, and where it stands in the file.
pub struct Block {
    /// The detector.
    pub detector: Detector,
    lines: Lines,
}

impl Block {
    /// The line of a field; that of the block where it has no such field.
    pub fn line_of(&self, field: &str) -> usize {
        self.lines.field(field)
    }

    /// The line of one element of a field that is a list.
    pub fn line_of_element(&self, field: &str, index: usize) -> usize {
        self.lines.element(field, index)
    }
}

/// What a user's file holds.
#[derive(Default)]
pub struct Parsed {
    /// The blocks that keep the schema.
    pub blocks: Vec<Block>,
    /// What is wrong with the others; a file with one error is to be refused.
    pub errors: Vec<Error>,
}

/// Reads the `[[detector]]` blocks of a user's file; its other tables are left to the caller.
///
/// `file_name` only serves the errors, each of which names file, line and the accepted values. Keys and vetoes may
/// name the built-in word groups, such as `@time`.
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
/// let parsed = patterns::parse(text, "tagleaks.toml");
/// assert!(parsed.errors.is_empty());
/// assert_eq!(parsed.blocks[0].detector.id, "badge");
/// assert_eq!(parsed.blocks[0].line_of("regex"), 8);
/// ```
pub fn parse(text: &str, file_name: &str) -> Parsed {
    let read = schema::read(text, &builtin::groups());
    let blocks: Vec<_> = read.right.into_iter().map(|(detector, lines)| Block { detector, lines }).collect();
    let unknown = blocks.iter().flat_map(unknown_in_examples);
    let errors = unknown.chain(read.faults).map(|fault| Error::new(file_name, fault)).collect();
    Parsed { blocks, errors }
}

fn unknown_in_examples(block: &Block) -> Vec<Fault> {
    let Detector { id, matches, no_matches, .. } = &block.detector;
    let examples = [("match", matches), ("no_match", no_matches)];
    let examples = examples.into_iter().flat_map(|(field, list)| {
        list.iter().enumerate().map(move |(index, example)| (field, index, example))
    });
    let mut faults = vec![];
    for (field, index, example) in examples {
        faults.extend(unknown_placeholders(example).into_iter().map(|name| Fault {
            line: block.line_of_element(field, index),
            message: format!("detector `{id}`: `{name}` in `{field}` is no placeholder that there is"),
        }));
    }
    faults
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
