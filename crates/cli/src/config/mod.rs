//! `tagleaks.toml`: found upward from the current folder, read with clear errors.
//!
//! - `discover`: which file counts
//! - `keys`: what may stand in it
//! - `user_detectors`: whether its detectors do what they promise

mod discover;
mod keys;
mod user_detectors;

use std::path::Path;

use anyhow::Context;

use crate::args::ConfigArgs;
pub(crate) use keys::Settings;

/// Reads the configuration file that counts; the defaults where there is none.
pub(crate) fn load(args: &ConfigArgs) -> anyhow::Result<Settings> {
    let file = match &args.config {
        Some(file) => Some(file.clone()),
        None if args.no_config => None,
        None => discover::nearest(&std::env::current_dir().context("cannot tell the current folder")?),
    };
    file.map_or_else(|| Ok(Settings::default()), |file| read(&file))
}

fn read(file: &Path) -> anyhow::Result<Settings> {
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {shown}"))?;
    let mut settings = keys::parse(&text, &shown)?;
    settings.detectors = patterns::parse(&text, &shown)?;
    settings.file = Some(file.to_owned());
    let lines = &settings.detector_lines;
    user_detectors::check(&settings.detectors, |index| {
        format!("{shown}:{}", lines.get(index).unwrap_or(&1))
    })?;
    Ok(settings)
}
