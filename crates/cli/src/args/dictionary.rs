//! Dictionaries, as the user typed them.

use std::path::PathBuf;

use clap::Subcommand;
use model::Kind;

use super::choices;

/// Build dictionaries of your own sensitive values
#[derive(Debug, Subcommand)]
pub(crate) enum DictionaryCommand {
    Build(BuildArgs),
}

/// Turn a list of values into a compact file of keyed hashes, without the values
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tagleaks dictionary build customers.csv:email -o customers.tldict
  tagleaks scan --dictionary customers.tldict infra/

The key is derived from TAGLEAKS_KEY, which a scan with the file needs as well. Keep it away from the file:
who has both, or a file made --without-key, can try out guesses.")]
pub(crate) struct BuildArgs {
    /// CSV files with a header (and a column by name or number; the first if none), or texts with one value a line
    #[arg(required = true, value_name = "FILE[:COLUMN]")]
    pub(crate) files: Vec<String>,
    /// Write the dictionary here
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Use no key: everybody who gets the file can use it, and can try out what is in it
    #[arg(long)]
    pub(crate) without_key: bool,
}

/// Values of the user that are looked for.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct DictionaryArgs {
    /// Look for the values of this file: a CSV column, one a line, or a file of `tagleaks dictionary build`
    #[arg(long, value_name = "FILE[:COLUMN]")]
    pub(crate) dictionary: Vec<String>,
    /// What the values are [default: person]
    #[arg(long, value_name = "KIND", value_parser = choices::kinds(), requires = "dictionary", hide_possible_values = true)]
    pub(crate) dictionary_kind: Option<Kind>,
}
