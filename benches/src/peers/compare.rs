//! Runs all scanners on the same corpus, one after the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::rules;
use super::table::{Call, PEERS, Peer};
use crate::corpus::{Corpus, lines_up_to};
use crate::truth::{Score, Truth};
use crate::usage::{Job, Usage};

/// What each scanner runs on once before it is measured: caches are filled then.
const WARM_UP: usize = 20_000;

/// What a comparison needs.
pub struct Options {
    /// Size of the corpus, in 10^6 bytes.
    pub megabytes: u64,
    /// Programs by the name of the tool; one that is missing here is told as missing.
    pub tools: BTreeMap<String, PathBuf>,
    /// The folder `benches/peers` of the project.
    pub own: PathBuf,
    /// A folder for the corpus and the reports.
    pub folder: PathBuf,
}

/// A scanner's line of the table.
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// What it looks for.
    pub looks_for: &'static str,
    /// What it did, or why it did not.
    pub result: Result<Measured, String>,
}

/// What a scanner did.
pub struct Measured {
    /// Its version.
    pub version: String,
    /// Bytes of the corpus that it got.
    pub bytes: u64,
    /// What it used.
    pub usage: Usage,
    /// What it found.
    pub score: Score,
}

impl Measured {
    /// MB for each second of CPU.
    pub fn rate(&self) -> f64 {
        self.bytes as f64 / 1e6 / self.usage.cpu_s
    }
}

/// Compares; `say` hears what comes next.
///
/// # Errors
/// Where the corpus cannot be written.
pub fn compare(options: &Options, say: &mut dyn FnMut(&str)) -> Result<Vec<Row>, String> {
    fs::create_dir_all(&options.folder)
        .map_err(|error| format!("cannot make {}: {error}", options.folder.display()))?;
    rules::write(&options.folder.join("rules.json"))?;
    let mut corpus = Corpus::new(1);
    let mut bytes = Vec::new();
    corpus.fill(options.megabytes as usize * 1_000_000, &mut bytes);
    let truth = Truth { planted: corpus.take_planted(), bait: corpus.take_bait() };
    let row = |peer: &Peer| {
        say(peer.name);
        let result = measure(peer, options, &bytes, &truth);
        Row { name: peer.name, looks_for: peer.looks_for, result }
    };
    Ok(PEERS.iter().map(row).collect())
}

fn measure(peer: &Peer, options: &Options, corpus: &[u8], truth: &Truth) -> Result<Measured, String> {
    let program = options.tools.get(peer.tool).ok_or("not installed")?;
    let call = Call {
        program,
        input: &options.folder.join("tags.jsonl"),
        folder: &options.folder,
        own: &options.own,
    };
    scan(peer, &call, lines_up_to(corpus, WARM_UP))?;
    let part =
        lines_up_to(corpus, usize::try_from(peer.most_mb.saturating_mul(1_000_000)).unwrap_or(usize::MAX));
    let usage = scan(peer, &call, part)?;
    let found = (peer.findings)(&options.folder)?;
    if found.is_empty() {
        return Err(format!("found nothing, exit code {}: {}", usage.code, last_words(&options.folder)));
    }
    let lines = memchr::memchr_iter(b'\n', part).count() as u64;
    Ok(Measured {
        version: version(peer, program)?,
        bytes: part.len() as u64,
        usage,
        score: truth.within(lines).score(&found, peer.kinds),
    })
}

fn scan(peer: &Peer, call: &Call<'_>, part: &[u8]) -> Result<Usage, String> {
    fs::write(call.input, part).map_err(|error| format!("cannot write {}: {error}", call.input.display()))?;
    // A report of the last scanner must not pass for one of this.
    let _ = fs::remove_file(call.folder.join("report"));
    let runs = Job::new((peer.command)(call)).measure(call.folder)?;
    runs.first().copied().ok_or_else(|| "it did not run".to_owned())
}

/// The last line of its messages.
fn last_words(folder: &Path) -> String {
    let messages = fs::read(folder.join("stderr")).unwrap_or_default();
    String::from_utf8_lossy(&messages).lines().last().unwrap_or_default().to_owned()
}

/// The last word of what it says of its version.
fn version(peer: &Peer, program: &Path) -> Result<String, String> {
    let output = Command::new(program).args(peer.version).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("cannot ask for the version: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split_whitespace().last().unwrap_or("?").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_is_missing_is_told_and_the_others_go_on() {
        let folder = std::env::temp_dir().join(format!("tagleaks-peers-{}", std::process::id()));
        let options =
            Options { megabytes: 1, tools: BTreeMap::new(), own: PathBuf::new(), folder: folder.clone() };
        let mut heard = 0;
        let rows = compare(&options, &mut |_| heard += 1).unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert_eq!((rows.len(), heard), (PEERS.len(), PEERS.len()));
        assert!(rows.iter().all(|row| row.result.as_ref().is_err_and(|why| why == "not installed")));
    }
}
