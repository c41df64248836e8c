//! `tagleaks.toml`: found upward from the current folder, read with clear errors.
//!
//! - `discover`: which file counts
//! - `keys`: what may stand in it; `allow`: the rules that allow findings
//! - `dictionaries`: values of the user
//! - `reading`, `faults`: lines, and all that is wrong at once
//! - `user_detectors`: whether its detectors do what they promise
//! - `date`: whether a rule has expired

mod allow;
mod date;
mod dictionaries;
mod discover;
mod faults;
mod keys;
mod reading;
mod user_detectors;

use std::path::Path;

use anyhow::Context;
use matcher::{Matcher, Scratch};
use model::Confidence;
use toml::de::DeTable;

use crate::args::ConfigArgs;
use crate::selection;
pub(crate) use allow::AllowRule;
pub(crate) use date::has_passed;
pub(crate) use faults::Faults;
pub(crate) use keys::{Settings, country};
use reading::Reading;

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
    let mut reading = Reading::new(&text, &shown);
    let settings = parse(&text, &shown, &mut reading);
    match reading.faults.into_result() {
        Ok(()) => Ok(beside(file, settings)),
        Err(faults) => Err(masked(faults)?.into()),
    }
}

/// The settings with their origin, and with dictionaries where they lie: beside the file, like a neighbour's address.
fn beside(file: &Path, mut settings: Settings) -> Settings {
    let folder = file.parent().unwrap_or(Path::new(""));
    for dictionary in &mut settings.dictionaries {
        dictionary.file = folder.join(&dictionary.file);
    }
    settings.file = Some(file.to_owned());
    settings
}

fn parse(text: &str, file: &str, reading: &mut Reading<'_>) -> Settings {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            reading.fault(error.span().map_or(0, |span| span.start), error.message().replace('\n', ", "));
            return Settings::default();
        }
    };
    let mut settings = keys::read(table.get_ref(), reading);
    settings.detectors = user_detectors::read(text, file, table.get_ref(), reading);
    let Reading { mentions, faults, .. } = reading;
    selection::check_names(&settings, mentions, faults);
    settings
}

/// The faults without what they repeat of the file: examples and names may be values that are alive.
fn masked(faults: Faults) -> anyhow::Result<Faults> {
    let config =
        matcher::Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(patterns::builtin(), config)?;
    Ok(faults.masked(|message| matcher.redact(message, &mut Scratch::default())))
}
