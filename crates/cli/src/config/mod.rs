//! `tagleaks.toml`: found upward from the current folder, read with clear errors.
//!
//! - `discover`: which file counts
//! - `keys`: what may stand in it
//! - `user_detectors`: whether its detectors do what they promise

mod discover;
mod keys;
mod user_detectors;

use std::path::Path;

use anyhow::{Context, anyhow};
use matcher::{Matcher, Scratch};
use model::Confidence;

use crate::args::ConfigArgs;
pub(crate) use keys::Settings;

/// Reads the configuration file that counts; the defaults where there is none.
pub(crate) fn load(args: &ConfigArgs) -> anyhow::Result<Settings> {
    let file = match &args.config {
        Some(file) => Some(file.clone()),
        None if args.no_config => None,
        None => discover::nearest(&std::env::current_dir().context("cannot tell the current folder")?),
    };
    file.map_or_else(|| Ok(Settings::default()), |file| read(&file).map_err(|error| masked(&error)))
}

/// The error without what it repeats of the file: examples and names may be values that are alive.
fn masked(error: &anyhow::Error) -> anyhow::Error {
    let config =
        matcher::Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
    match Matcher::new(patterns::builtin(), config) {
        Ok(matcher) => anyhow!(matcher.redact(&format!("{error:#}"), &mut Scratch::default())),
        Err(error) => error.into(),
    }
}

fn read(file: &Path) -> anyhow::Result<Settings> {
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {shown}"))?;
    let mut settings = keys::parse(&text, &shown)?;
    settings.detectors = patterns::parse(&text, &shown)?;
    settings.file = Some(file.to_owned());
    user_detectors::check(&settings.detectors, &settings.blocks, &shown)?;
    Ok(settings)
}
