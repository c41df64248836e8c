//! `tagleaks detectors`: what is looked for, and why something was found or not.

use std::cmp::Reverse;
use std::fmt::Write;
use std::io::Read;

use anyhow::{Context, bail};
use matcher::Verdict;
use model::{Anchor, Detector};
use reporter::visible;

use crate::args::DetectorsCommand;
use crate::{config, console, plan};

/// Runs a subcommand and gives the exit code.
pub(crate) fn run(command: DetectorsCommand) -> anyhow::Result<u8> {
    let text = match command {
        DetectorsCommand::List { config } => list(&plan::detectors(&config::load(&config)?, &[])),
        DetectorsCommand::Explain { id, config } => {
            explain(&plan::detectors(&config::load(&config)?, &[]), &id)?
        }
        DetectorsCommand::Test { text, key, all, config } => {
            test(plan::trial(&config)?.explain(&key, &typed(text)?), all)
        }
    };
    console::print(&text).context("cannot write to stdout")?;
    Ok(0)
}

fn list(detectors: &[Detector]) -> String {
    let width = detectors.iter().map(|detector| detector.id.len()).max().unwrap_or(0);
    let mut sorted: Vec<_> = detectors.iter().collect();
    sorted.sort_by_key(|detector| (detector.kind, detector.id.clone()));
    let mut out = String::new();
    for detector in sorted {
        let Detector { id, kind, severity, name, .. } = detector;
        let _ = writeln!(out, "{id:width$}  {kind:13}  {severity:8}  {}", visible(name));
    }
    out
}

fn explain(detectors: &[Detector], id: &str) -> anyhow::Result<String> {
    let Some(detector) = detectors.iter().find(|detector| detector.id == id) else {
        let near = nearest(detectors, id).map_or(";".to_owned(), |near| format!("; did you mean `{near}`?"));
        bail!("no detector `{id}`{near} `tagleaks detectors list` shows all");
    };
    let words = |texts: &[model::Text]| texts.join(", ");
    let rows = [
        ("covers", detector.covers.to_string()),
        ("kind", detector.kind.to_string()),
        ("severity", detector.severity.to_string()),
        ("confidence", confidence(detector)),
        ("looks for", anchor(&detector.anchor)),
        ("regex", detector.regex.to_string()),
        ("validator", detector.validate.to_string()),
        ("context", words(&detector.keys)),
        ("never under", words(&detector.veto)),
        ("fires on", words(&detector.matches)),
        ("not on", words(&detector.no_matches)),
        ("what to do", detector.help.to_string()),
        ("references", words(&detector.references)),
    ];
    let mut out = format!("{}: {}\n\n", detector.id, visible(&detector.name));
    for (name, text) in rows.iter().filter(|(_, text)| !text.is_empty()) {
        let _ = writeln!(out, "  {name:12}  {}", visible(text));
    }
    Ok(out)
}

fn confidence(detector: &Detector) -> String {
    use model::Context::{Boosts, KeyOnly, None, Required};
    let certain = detector.confidence;
    let alone = detector.alone.map_or("no finding".to_owned(), |alone| alone.to_string());
    match detector.context {
        None => certain.to_string(),
        Boosts | Required => format!("{certain} with context, {alone} without"),
        KeyOnly => format!("{certain}, only under a key with one of the context words"),
    }
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Literals(literals) => literals.join(", "),
        Anchor::Digits(counts) => {
            let counts: Vec<_> =
                (0..64).filter(|n| counts & (1 << n) != 0).map(|n: u32| n.to_string()).collect();
            format!("groups of {} digits", counts.join(", "))
        }
        Anchor::Code(counts) => {
            format!("words of letters and {} digits or more", counts.trailing_zeros())
        }
        Anchor::IbanHead => "two capital letters and two digits".to_owned(),
        Anchor::Key => "the key alone".to_owned(),
    }
}

/// The id with most words in common with what was typed, the shortest of several.
fn nearest<'a>(detectors: &'a [Detector], id: &str) -> Option<&'a str> {
    let shared =
        |known: &str| known.split('-').filter(|word| id.split('-').any(|typed| typed == *word)).count();
    let ids = detectors.iter().map(|detector| &*detector.id);
    ids.filter(|known| shared(known) > 0).max_by_key(|known| (shared(known), Reverse(known.len())))
}

fn typed(text: String) -> anyhow::Result<String> {
    if text != "-" {
        return Ok(text);
    }
    let mut bytes = vec![];
    std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

/// What fired comes first; detectors whose regex does not match anywhere are only counted unless `all` are shown.
fn test(mut verdicts: Vec<Verdict>, all: bool) -> String {
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
