//! `tagleaks dictionary build`: values in, a file without them out.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use matcher::{Builder, Dictionary};
use model::Kind;
use reporter::visible;

use super::load::{open, usable};
use super::{Spec, left_out, values};
use crate::args::BuildArgs;
use crate::{console, fingerprint};

/// Builds the file and gives the exit code.
pub(crate) fn build(args: &BuildArgs) -> anyhow::Result<u8> {
    let secret = fingerprint::dictionary_secret()?;
    if secret.is_none() && !args.without_key {
        bail!(
            "TAGLEAKS_KEY is not set; without a key, everybody who gets the file can try out which values are in it. \
             Set it, or say --without-key"
        );
    }
    let secret = secret.filter(|_| !args.without_key);
    refuse_to_overwrite(&args.output)?;
    let mut builder = Builder::new(secret.as_ref(), fingerprint::salt()?);
    for text in &args.files {
        let spec = Spec::parse(text, Kind::Person);
        let read =
            open(&spec).and_then(|mut file| values::read(&mut file, &spec, &mut |value| builder.add(value)));
        read.with_context(|| format!("cannot use {}", spec.file.display()))?;
    }
    let (dictionary, counts) =
        usable(builder).with_context(|| format!("cannot use {}", args.files.join(", ")))?;
    let shown = args.output.display().to_string();
    write(&dictionary, &args.output).with_context(|| format!("cannot write {shown}"))?;
    let left_out = left_out(&counts).map_or(String::new(), |left_out| format!("; left out: {left_out}"));
    console::print(&format!(
        "{}: {} values, {} duplicates{left_out}\n",
        visible(&shown),
        counts.values,
        counts.duplicates
    ))?;
    Ok(0)
}

/// A slip of the hand must not cost the list of customers.
fn refuse_to_overwrite(path: &Path) -> anyhow::Result<()> {
    let mut head = vec![];
    if let Ok(file) = File::open(path) {
        file.take(64).read_to_end(&mut head).with_context(|| format!("cannot write {}", path.display()))?;
        if !head.is_empty() && !Dictionary::is_file_of(&head) {
            bail!("{} is there and is no dictionary; choose another --output", path.display());
        }
    }
    Ok(())
}

/// Writes a file beside the old one, which is replaced when all is written; only its owner can read it.
fn write(dictionary: &Dictionary, path: &Path) -> anyhow::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = Path::new(&name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = BufWriter::with_capacity(1 << 16, options.open(part)?);
    dictionary.write(&mut file)?;
    file.flush()?;
    Ok(std::fs::rename(part, path)?)
}
