//! `tagleaks detectors`, as the user typed it.

use clap::{Subcommand, ValueEnum};
use model::Kind;

use super::{ConfigArgs, choices};

/// List, explain and try the detectors
#[derive(Debug, Subcommand)]
pub(crate) enum DetectorsCommand {
    /// List detectors: id, kind, severity, countries, name
    #[command(after_help = "Examples:
  tagleaks detectors list --kind credential
  tagleaks detectors list --country DE,AT --format json")]
    List {
        #[command(flatten)]
        filter: FilterArgs,
        /// Print text for people, or JSON
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        format: Shape,
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Show what a detector looks for and what to do about its findings
    Explain {
        /// Id of the detector, as in a finding
        id: String,
        /// Print text for people, or JSON
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        format: Shape,
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Say which detectors fire on a text and why; without one, run the examples of all detectors
    #[command(after_help = "Examples:
  tagleaks detectors test 'call +1 202 555 0143' --key Contact
  tagleaks detectors test                  run every example, those of your own detectors as well")]
    Test {
        /// The text; `-` reads it from standard input, which keeps it out of the shell's history
        text: Option<String>,
        /// The name that the text stands under, such as a tag's key
        #[arg(long, requires = "text")]
        key: Option<String>,
        /// Show the detectors as well whose regex does not match
        #[arg(long, requires = "text")]
        all: bool,
        #[command(flatten)]
        config: ConfigArgs,
    },
}

/// Which detectors are listed.
#[derive(Debug, clap::Args)]
pub(crate) struct FilterArgs {
    /// List these kinds only
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = choices::kinds())]
    pub(crate) kind: Vec<Kind>,
    /// List the detectors that are made for these countries only
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = choices::country)]
    pub(crate) country: Vec<String>,
    /// List the detectors that cover this identifier, such as `credit_card`
    #[arg(long, value_name = "IDENTIFIER")]
    pub(crate) covers: Option<String>,
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}
