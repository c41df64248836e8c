//! Scans a file line by line with Datadog's scanner: `datadog RULES.json FILE`, findings as JSON lines on standard
//! output; `datadog --version`.
//!
//! Each line is one event, as the scanner gets a log message.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use dd_sds::{MatchAction, RegexRuleConfig, RootRuleConfig, RuleConfig, Scanner, SecondaryValidator};
use serde::Deserialize;

type Error = Box<dyn std::error::Error>;
type Rule = RootRuleConfig<Arc<dyn RuleConfig>>;

/// A rule of the file.
#[derive(Deserialize)]
struct Row {
    pattern: String,
    /// One of them must stand within 30 characters before the match, where any is given.
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    validator: Option<SecondaryValidator>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["--version"] => writeln!(io::stdout(), "{}", version()).map_err(Error::from),
        [rules, file] => scan(rules, file),
        _ => Err("usage: datadog RULES.json FILE".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("datadog: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Version of the scanner, as the lock file has it.
fn version() -> &'static str {
    let after =
        include_str!("../Cargo.lock").split("name = \"dd-sensitive-data-scanner\"\nversion = \"").nth(1);
    after.and_then(|rest| rest.split('"').next()).unwrap_or("?")
}

fn scan(rules: &str, file: &str) -> Result<(), Error> {
    let rows: Vec<Row> = serde_json::from_str(&fs::read_to_string(rules)?)?;
    let rules: Vec<Rule> = rows.iter().filter_map(usable).collect();
    eprintln!("{} of {} rules", rules.len(), rows.len());
    let scanner =
        Scanner::builder(&rules).with_return_matches(true).build().map_err(|error| error.to_string())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut lines = BufReader::new(File::open(file)?);
    let (mut line, mut number) = (String::new(), 0_u64);
    while lines.read_line(&mut line)? > 0 {
        number += 1;
        for found in scanner.scan(&mut line).map_err(|error| error.to_string())? {
            serde_json::to_writer(&mut out, &serde_json::json!({"line": number, "text": found.match_value}))?;
            out.write_all(b"\n")?;
        }
        line.clear();
    }
    Ok(out.flush()?)
}

/// The rule, unless the scanner refuses its regex: its dialect is smaller than ours.
fn usable(row: &Row) -> Option<Rule> {
    let mut rule = RegexRuleConfig::new(&row.pattern).with_validator(row.validator.clone());
    if !row.keywords.is_empty() {
        rule = rule.with_included_keywords(&row.keywords);
    }
    let rule = RootRuleConfig::new(rule.build()).match_action(MatchAction::None);
    Scanner::builder(std::slice::from_ref(&rule)).build().ok().map(|_| rule)
}
