//! What fires on a text that was typed, what does not, and why.

use std::cmp::Reverse;
use std::fmt::Write;
use std::io::Read;

use anyhow::Context;
use matcher::Verdict;
use reporter::visible;

/// The text, or standard input in the place of `-`.
pub(super) fn typed(text: String) -> anyhow::Result<String> {
    if text != "-" {
        return Ok(text);
    }
    let mut bytes = vec![];
    std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

/// What fired comes first; detectors whose regex does not match anywhere are only counted unless `all` are shown.
pub(super) fn show(mut verdicts: Vec<Verdict>, all: bool) -> String {
    if verdicts.is_empty() {
        return "nothing in the text is a candidate for any detector\n".to_owned();
    }
    let n_candidates = verdicts.len();
    // Only a match has a preview.
    verdicts.retain(|verdict| all || verdict.preview.is_some());
    let n_hidden = n_candidates - verdicts.len();
    verdicts.sort_by_key(|verdict| Reverse(verdict.fired));
    let mut out = String::new();
    for Verdict { detector, fired, reason, preview } in &verdicts {
        let fired = fired.map_or("no".to_owned(), |confidence| confidence.to_string());
        let preview =
            preview.as_deref().map(|preview| format!(" [{}]", visible(preview))).unwrap_or_default();
        let _ = writeln!(out, "{fired:8}  {}{preview}: {}", visible(detector), visible(reason));
    }
    match n_hidden {
        0 => {}
        1 => out.push_str("no        1 more detector, whose regex does not match; --all shows it\n"),
        _ => {
            let _ = writeln!(
                out,
                "no        {n_hidden} more detectors, whose regexes do not match; --all shows them"
            );
        }
    }
    out
}
