//! The inputs, and what the least work on each would cost.

use std::fs;
use std::hint::black_box;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::Options;
use crate::usage::own_cpu;
use crate::{corpus, cost_report, iac};

/// A byte that no input holds, so that memchr reads all of it.
const ABSENT: u8 = 0x01;

/// Something to scan.
pub(super) struct Input {
    /// What it is.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its bytes, decompressed.
    pub(super) size: u64,
    /// Name of the least work.
    pub(super) yardstick: &'static str,
    /// CPU seconds of the least work, the best of five.
    pub(super) yardstick_s: f64,
    /// Whether it comes through a pipe.
    pub(super) is_piped: bool,
}

/// Makes them.
pub(super) fn make(options: &Options) -> io::Result<Vec<Input>> {
    let lines = corpus(options.megabytes as usize * 1_000_000);
    let json = plain(options, "JSON lines", "tags.jsonl", &lines)?;
    let pipe = Input { name: "JSON lines, pipe".to_owned(), path: json.path.clone(), is_piped: true, ..json };
    let csv = plain(options, "CSV", "tags.csv", &cost_report::csv(&lines))?;
    Ok(vec![json, pipe, csv, gzip(options, &lines)?, folder(options, &lines)?])
}

fn plain(options: &Options, name: &str, file: &str, bytes: &[u8]) -> io::Result<Input> {
    let path = options.folder.join(file);
    fs::write(&path, bytes)?;
    let yardstick_s = own_cpu(|| _ = black_box(memchr::memchr(ABSENT, black_box(bytes))));
    let size = bytes.len() as u64;
    Ok(Input { name: name.to_owned(), path, size, yardstick: "memchr", yardstick_s, is_piped: false })
}

fn gzip(options: &Options, lines: &[u8]) -> io::Result<Input> {
    let path = options.folder.join("tags.jsonl.gz");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(lines)?;
    let packed = encoder.finish()?;
    fs::write(&path, &packed)?;
    let mut failed = None;
    let yardstick_s = own_cpu(|| failed = inflate(&packed, lines.len()).err());
    failed.map_or(Ok(()), Err)?;
    let (name, size) = ("JSON lines, gzip".to_owned(), lines.len() as u64);
    Ok(Input { name, path, size, yardstick: "inflate", yardstick_s, is_piped: false })
}

fn inflate(packed: &[u8], expected: usize) -> io::Result<()> {
    let (mut decoder, mut buffer, mut size) = (GzDecoder::new(packed), vec![0; 1 << 18], 0);
    loop {
        match decoder.read(&mut buffer)? {
            0 if size == expected => return Ok(()),
            0 => return Err(io::Error::other("the gzip is not the corpus")),
            read => size += black_box(read),
        }
    }
}

fn folder(options: &Options, lines: &[u8]) -> io::Result<Input> {
    let path = options.folder.join("iac");
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    let (files, size) = iac::write(lines, &path, options.files)?;
    let mut failed = None;
    let yardstick_s = own_cpu(|| failed = read_all(&path).err());
    failed.map_or(Ok(()), Err)?;
    let name = format!("{files} IaC files");
    Ok(Input { name, path, size, yardstick: "read, memchr", yardstick_s, is_piped: false })
}

fn read_all(root: &Path) -> io::Result<()> {
    for folder in fs::read_dir(root)? {
        for file in fs::read_dir(folder?.path())? {
            black_box(memchr::memchr(ABSENT, &fs::read(file?.path())?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_inputs_are_made() {
        let folder = std::env::temp_dir().join(format!("tagleaks-inputs-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let options = Options {
            program: PathBuf::new(),
            folder: folder.clone(),
            megabytes: 1,
            most_megabytes: 1,
            files: 20,
        };
        let inputs = make(&options).unwrap();
        let exist = inputs.iter().all(|input| input.path.exists() && input.size > 0);
        fs::remove_dir_all(folder).unwrap();
        assert_eq!((inputs.len(), exist), (5, true));
    }

    #[test]
    fn a_cut_gzip_is_no_yardstick() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(b"some text").unwrap();
        let packed = encoder.finish().unwrap();
        assert!(inflate(&packed, 9).is_ok());
        assert!(inflate(&packed, 10).is_err());
        assert!(inflate(&packed[..packed.len() - 9], 9).is_err());
    }
}
