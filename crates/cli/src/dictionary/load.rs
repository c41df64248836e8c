//! A dictionary that is ready to be used.

use std::fs::File;
use std::io::{BufRead, BufReader};

use anyhow::{Context, bail};
use matcher::{Builder, Counts, Dictionary, ReadError};
use reporter::visible;

use super::{Spec, left_out, values};
use crate::{console, fingerprint};

/// Loads a built dictionary, or makes one of a text or CSV file for this run alone.
pub(crate) fn load(spec: &Spec) -> anyhow::Result<Dictionary> {
    let shown = spec.file.display().to_string();
    let (dictionary, counts) = read(spec).with_context(|| format!("cannot use the dictionary {shown}"))?;
    if let Some(left_out) = left_out(&counts) {
        console::say(&format!(
            "note: {}: {} values are looked for; left out: {left_out}",
            visible(&shown),
            counts.values
        ));
    }
    Ok(dictionary)
}

fn read(spec: &Spec) -> anyhow::Result<(Dictionary, Counts)> {
    let mut file = open(spec)?;
    if !Dictionary::is_file_of(file.fill_buf()?) {
        let mut builder = Builder::new(Some(&fingerprint::random()?), [0; 16]);
        values::read(&mut file, spec, &mut |value| builder.add(value))?;
        return usable(builder);
    }
    if let Some(column) = &spec.column {
        bail!("a built dictionary has no columns, such as `{column}`");
    }
    let secret = fingerprint::dictionary_secret()?;
    match Dictionary::read(&mut file, secret.as_ref()) {
        Ok(dictionary) => Ok((dictionary, Counts::default())),
        Err(error @ (ReadError::NeedsKey | ReadError::WrongKey)) => {
            Err(error).context("set TAGLEAKS_KEY to the text that it was built with")
        }
        Err(error) => Err(error.into()),
    }
}

/// Opens the file of a dictionary.
pub(super) fn open(spec: &Spec) -> anyhow::Result<BufReader<File>> {
    let file = File::open(&spec.file)?;
    if file.metadata()?.is_dir() {
        bail!("it is a folder");
    }
    Ok(BufReader::with_capacity(1 << 16, file))
}

/// The dictionary, where it has a value.
pub(super) fn usable(builder: Builder) -> anyhow::Result<(Dictionary, Counts)> {
    let (dictionary, counts) = builder.finish();
    if dictionary.is_empty() {
        let why = left_out(&counts).unwrap_or_else(|| "there is none".to_owned());
        bail!("it has no value that can be looked for: {why}");
    }
    Ok((dictionary, counts))
}
