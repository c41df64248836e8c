//! Writes the benches' corpus to standard output: `corpus --megabytes 1000 > tags.jsonl`.
#![expect(clippy::print_stderr, reason = "a developer's tool: all it says is for people")]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use benches::corpus::{Corpus, Mark};

const USAGE: &str =
    "usage: corpus --megabytes N [--seed N] [--truth FILE]   (FILE gets the planted values and the baits)";
const BLOCK: usize = 4 << 20;

struct Options {
    megabytes: u64,
    seed: u64,
    truth: Option<String>,
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options) {
        // Whoever reads may have seen enough, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("corpus: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn options() -> Option<Options> {
    let mut options = Options { megabytes: 0, seed: 1, truth: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match name.as_str() {
            "--megabytes" => options.megabytes = value.parse().ok()?,
            "--seed" => options.seed = value.parse().ok()?,
            "--truth" => options.truth = Some(value),
            _ => return None,
        }
    }
    (options.megabytes > 0).then_some(options)
}

fn run(options: &Options) -> io::Result<()> {
    let mut truth = options.truth.as_ref().map(|path| File::create(path).map(BufWriter::new)).transpose()?;
    let mut corpus = Corpus::new(options.seed);
    let mut stdout = io::stdout().lock();
    let mut block = Vec::new();
    let mut left = options.megabytes * 1_000_000;
    while left > 0 {
        block.clear();
        corpus.fill(BLOCK.min(left as usize), &mut block);
        stdout.write_all(&block)?;
        left = left.saturating_sub(block.len() as u64);
        let (planted, bait) = (corpus.take_planted(), corpus.take_bait());
        if let Some(truth) = &mut truth {
            write_marks(truth, "planted", &planted)?;
            write_marks(truth, "bait", &bait)?;
        }
    }
    truth.map_or(Ok(()), |mut truth| truth.flush())
}

fn write_marks(truth: &mut impl Write, role: &str, marks: &[Mark]) -> io::Result<()> {
    for mark in marks {
        let row = serde_json::json!({"role": role, "id": mark.id, "line": mark.line, "key": mark.key, "value": mark.value});
        writeln!(truth, "{row}")?;
    }
    Ok(())
}
