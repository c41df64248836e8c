//! Peak memory by the size of what comes through a pipe.

use super::Options;
use super::command::{run, scan};
use crate::corpus;
use crate::report::{digits, table};
use crate::usage::Job;

/// The corpus that is piped again and again, in bytes.
const PIECE: usize = 10_000_000;

/// The table.
pub(super) fn report(options: &Options) -> Result<String, String> {
    let piece = corpus(PIECE);
    let sizes = std::iter::successors(Some(1), |size| Some(size * 10));
    let pieces = sizes.take_while(|pieces| pieces * PIECE as u64 <= options.most_megabytes * 1_000_000);
    let rows: Result<Vec<_>, String> = pieces.map(|pieces| row(options, &piece, pieces)).collect();
    Ok(table(&["through a pipe, 2 threads", "MB", "peak MB", "CPU s"], &rows?))
}

fn row(options: &Options, piece: &[u8], pieces: u64) -> Result<Vec<String>, String> {
    let size = piece.len() as u64 * pieces;
    let job = Job { input: Some((piece, size)), ..Job::new(scan(options, 2, "-")) };
    let usage = run(options, &job)?[0];
    let megabytes = format!("{:.0}", size as f64 / 1e6);
    Ok(vec!["JSON lines".to_owned(), megabytes, digits(usage.peak_mb), digits(usage.cpu_s)])
}
