//! Which permissions are printed, and how.

use clap::{ValueEnum, value_parser};

use super::SourceArgs;
use super::organization::ROLE;

/// Print the least-privilege IAM policy that a sweep needs
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tagleaks policy > tagleaks-policy.json                   for one account
  tagleaks policy --org                                    for who manages an organization
  tagleaks policy --format stackset --role-name audit      the role in each of its accounts")]
pub(crate) struct PolicyArgs {
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// Allow what `sweep --data` reads as well
    #[arg(long)]
    pub(crate) data: bool,
    /// Allow to list the organization and to enter the role in its accounts as well
    #[arg(long)]
    pub(crate) org: bool,
    /// Name of the role in each account, with its path where it has one
    #[arg(long, value_name = "NAME", default_value = ROLE)]
    pub(crate) role_name: String,
    /// What the role of --format stackset asks for besides
    #[arg(long, value_name = "ID")]
    pub(crate) external_id: Option<String>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(crate) format: PolicyFormat,
    /// Print this part only, where all of it is larger than a managed policy may be
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..))]
    pub(crate) part: Option<u16>,
}

/// How a policy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PolicyFormat {
    /// A policy document
    Json,
    /// Managed policies in HCL
    Terraform,
    /// A CloudFormation template with the role of each account
    Stackset,
}
