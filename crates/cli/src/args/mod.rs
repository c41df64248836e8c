//! The command line as the user typed it; `plan` turns it into built objects.
//!
//! - `targets`: which report goes where
//! - `detectors`: what lists, explains and tries detectors
//! - `dictionary`: values of the user
//! - `organization`: which accounts are swept, and as whom
//! - `policy`: which permissions are printed
//! - `choices`: names that an option accepts, from the tables that define them

mod choices;
mod detectors;
mod dictionary;
mod organization;
mod policy;
mod targets;

use std::path::PathBuf;

use clap::{Parser, Subcommand, value_parser};
use model::{Confidence, Severity};

pub(crate) use choices::When;
pub(crate) use detectors::{DetectorsCommand, FilterArgs, Shape};
pub(crate) use dictionary::{BuildArgs, DictionaryArgs, DictionaryCommand};
pub(crate) use organization::OrganizationArgs;
pub(crate) use policy::{PolicyArgs, PolicyFormat};
pub(crate) use targets::{Target, Targets};

/// Finds personal data and credentials in the tags, names and descriptions of cloud resources.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, disable_help_subcommand = true, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Examples:
  tagleaks sweep --demo            try it on a recorded sample account
  tagleaks scan infra/             check a folder
  tagleaks detectors list          see what is looked for

Exit codes: 0 nothing found, 1 findings, 2 an error or something was not scanned (2 wins over 1).
Values are never shown, only masked previews. Set TAGLEAKS_KEY to a long random text, of 16
characters at least, to get the same fingerprints from every run.";

/// More threads than any machine has cores only cost memory.
pub(crate) const MOST_THREADS: u16 = 1024;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Sweep(SweepArgs),
    Scan(ScanArgs),
    #[command(subcommand)]
    Detectors(DetectorsCommand),
    #[command(subcommand)]
    Dictionary(DictionaryCommand),
    Policy(PolicyArgs),
}

/// Sweep an AWS account: tags, names, descriptions; read calls only
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tagleaks sweep --demo                    a recorded sample account; needs no credentials
  tagleaks sweep --profile audit           every enabled region
  tagleaks sweep --region eu-west-1 --format jsonl --output findings.jsonl --format pretty
  tagleaks policy                          the permissions that a sweep needs")]
pub(crate) struct SweepArgs {
    /// Sweep a recorded sample account instead of one of yours; ends with exit code 0
    #[arg(long, conflicts_with_all = ["region", "profile", "endpoint_url", "org"])]
    pub(crate) demo: bool,
    /// Sweep this region only; may be repeated [default: all that the account has enabled]
    #[arg(long, value_name = "REGION", value_delimiter = ',')]
    pub(crate) region: Vec<String>,
    /// Use this profile of the AWS configuration files
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Open a session with the code of this MFA device, which is asked for; a profile may name one too
    ///
    /// Where there is no terminal, `TAGLEAKS_MFA_CODE` holds the code.
    #[arg(long, value_name = "ARN")]
    pub(crate) mfa_serial: Option<String>,
    /// Send every call to this endpoint
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint_url: Option<String>,
    #[command(flatten)]
    pub(crate) organization: OrganizationArgs,
    /// Note here what is done, and go on there after an interruption; deleted when nothing is left to do
    #[arg(long, value_name = "FILE", conflicts_with_all = ["reveal", "demo"])]
    pub(crate) checkpoint: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// List the keys of S3 objects, the users of Cognito and the like as well: one call for each thousand of them
    #[arg(long)]
    pub(crate) data: bool,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

/// Scan files, folders or standard input: IaC, JSON, CSV, logs, any text, also compressed
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tagleaks scan infra/                     a folder, without what .gitignore names
  aws resourcegroupstaggingapi get-resources | tagleaks scan -
  tagleaks scan --only credential --format sarif --output findings.sarif .")]
pub(crate) struct ScanArgs {
    /// Files and folders; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Scan hidden files and folders as well
    #[arg(long)]
    pub(crate) hidden: bool,
    /// Scan what .gitignore and its like leave out
    #[arg(long)]
    pub(crate) no_ignore: bool,
    /// Another name of `--skip`; in a sweep it leaves accounts out.
    #[arg(long, value_name = "NAME", value_delimiter = ',', hide = true)]
    pub(crate) exclude: Vec<String>,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

/// Where a sweep looks.
#[derive(Debug, clap::Args)]
pub(crate) struct SourceArgs {
    /// Read these sources only [default: all]
    #[arg(long, value_name = "SOURCE", value_delimiter = ',', value_parser = choices::sources())]
    pub(crate) source: Vec<fetcher::Source>,
}

/// What sweep and scan have in common.
#[derive(Debug, clap::Args)]
pub(crate) struct CommonArgs {
    #[command(flatten)]
    pub(crate) targets: Targets,
    /// Show findings from this confidence on [default: likely]
    #[arg(long, value_name = "CONFIDENCE", value_parser = choices::confidences())]
    pub(crate) min_confidence: Option<Confidence>,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) dictionary: DictionaryArgs,
    /// Show the values themselves: on a terminal, or in a file that only you can read
    #[arg(long)]
    pub(crate) reveal: bool,
    /// Number of worker threads [default: one per core]
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=i64::from(MOST_THREADS)))]
    pub(crate) threads: Option<u16>,
    /// Show no progress bar
    #[arg(long)]
    pub(crate) no_progress: bool,
    #[command(flatten)]
    pub(crate) log: LogArgs,
    /// Colour the pretty and concise formats
    #[arg(long, value_name = "WHEN", value_parser = choices::whens())]
    pub(crate) color: Option<When>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// What is told beside the reports.
#[derive(Debug, clap::Args)]
pub(crate) struct LogArgs {
    /// Tell on stderr how each call of a sweep ended; twice: each page as well. Values are never told
    #[arg(short, long, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// How to write that [default: text]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) log_format: Option<LogFormat>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum LogFormat {
    /// One line for each event
    #[default]
    Text,
    /// One JSON object for each event
    Json,
}

/// What is looked for.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct SelectionArgs {
    /// Show findings from this severity on: info, low, medium, high, critical
    #[arg(long, value_name = "SEVERITY", value_parser = choices::severities(), hide_possible_values = true)]
    pub(crate) min_severity: Option<Severity>,
    /// Look for these kinds of data or detectors only: credential, contact, financial, government-id, health,
    /// person, network, or ids
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Do not look for these kinds of data or detectors
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,
    /// Of the detectors that are made for a country, use only those for these, such as DE,FR
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = choices::country)]
    pub(crate) country: Vec<String>,
}

/// Which configuration file counts.
#[derive(Debug, clap::Args)]
pub(crate) struct ConfigArgs {
    /// Read this file instead of the nearest tagleaks.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

impl Args {
    /// Parses the command line; help, version and mistakes end the process here.
    pub(crate) fn from_command_line() -> Self {
        Self::parse()
    }
}
