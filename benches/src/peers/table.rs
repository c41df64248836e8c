//! Which scanners are compared, how they are called, and what they look for.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use super::findings;
use crate::truth::Found;

/// A scanner.
pub(super) struct Peer {
    /// Name in the table.
    pub(super) name: &'static str,
    /// Name of its program in the options.
    pub(super) tool: &'static str,
    /// What it looks for.
    pub(super) looks_for: &'static str,
    /// Kinds of planted values that it looks for.
    pub(super) kinds: &'static [&'static str],
    /// It gets no more than this of the corpus, in MB: a slow one would take all day.
    pub(super) most_mb: u64,
    /// Arguments that make it tell its version.
    pub(super) version: &'static [&'static str],
    /// The command that scans.
    pub(super) command: fn(&Call<'_>) -> Command,
    /// Reads what it found, from the folder.
    pub(super) findings: fn(&Path) -> Result<Vec<Found>, String>,
}

/// What a command is made of.
pub(super) struct Call<'a> {
    /// The program.
    pub(super) program: &'a Path,
    /// The file to scan.
    pub(super) input: &'a Path,
    /// A folder for the report.
    pub(super) folder: &'a Path,
    /// The folder `benches/peers` of the project.
    pub(super) own: &'a Path,
}

impl Call<'_> {
    fn command<const N: usize>(&self, arguments: [&dyn AsRef<OsStr>; N]) -> Command {
        let mut command = Command::new(self.program);
        command.args(arguments.map(AsRef::as_ref));
        command
    }
}

const SECRETS: &[&str] = &[
    "aws_access_key_id",
    "aws_secret_access_key",
    "github_token",
    "json_web_token",
    "password",
    "slack_token",
    "stripe_key",
    "url_credentials",
];
const PERSONAL: &[&str] = &["credit_card", "date_of_birth", "email", "iban", "phone", "us_ssn"];
const ALL: &[&str] = &[
    "aws_access_key_id",
    "aws_secret_access_key",
    "credit_card",
    "date_of_birth",
    "email",
    "github_token",
    "iban",
    "json_web_token",
    "password",
    "person_name",
    "phone",
    "slack_token",
    "stripe_key",
    "url_credentials",
    "us_ssn",
];

/// All of them, ours first. One thread each.
pub(super) const PEERS: &[Peer] = &[
    Peer {
        name: "tagleaks",
        tool: "tagleaks",
        looks_for: "personal data, secrets",
        kinds: ALL,
        most_mb: u64::MAX,
        version: &["--version"],
        command: |call| {
            let report = call.folder.join("report");
            call.command([
                &"scan",
                &"--threads=1",
                &"--no-config",
                &"--reveal",
                &"--format=jsonl",
                &"--output",
                &report,
                &call.input,
            ])
        },
        findings: findings::of_tagleaks,
    },
    Peer {
        name: "Datadog SDS",
        tool: "datadog",
        looks_for: "personal data, 15 rules",
        kinds: PERSONAL,
        most_mb: u64::MAX,
        version: &["--version"],
        command: |call| call.command([&call.own.join("datadog/rules.json"), &call.input]),
        findings: findings::of_lines,
    },
    Peer {
        name: "Datadog SDS, our regexes",
        tool: "datadog",
        looks_for: "all kinds, our regexes without our checks",
        kinds: ALL,
        most_mb: 10,
        version: &["--version"],
        command: |call| call.command([&call.folder.join("rules.json"), &call.input]),
        findings: findings::of_lines,
    },
    Peer {
        name: "kingfisher",
        tool: "kingfisher",
        looks_for: "secrets",
        kinds: SECRETS,
        most_mb: u64::MAX,
        version: &["--version"],
        command: |call| {
            let report = call.folder.join("report");
            let mut command = call.command([
                &"scan",
                &"--jobs=1",
                &"--no-validate",
                &"--no-dedup",
                &"--no-update-check",
                &"--format=jsonl",
                &"--max-file-size=0",
                &"--output",
                &report,
                &call.input,
            ]);
            // Its rules are compiled once and kept.
            command.env("KF_RULE_CACHE_DIR", call.folder.join("kingfisher-rules"));
            command
        },
        findings: findings::of_kingfisher,
    },
    Peer {
        name: "ripsecrets",
        tool: "ripsecrets",
        looks_for: "secrets",
        kinds: SECRETS,
        most_mb: 40,
        version: &["--version"],
        command: |call| call.command([&"--only-matching", &call.input]),
        findings: findings::of_ripsecrets,
    },
    Peer {
        name: "detect-secrets",
        tool: "detect-secrets",
        looks_for: "secrets",
        kinds: SECRETS,
        most_mb: 10,
        version: &["-c", "from importlib.metadata import version; print(version('detect-secrets'))"],
        command: |call| call.command([&call.own.join("scan_with_detect_secrets.py"), &call.input]),
        findings: findings::of_lines,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;

    #[test]
    fn kinds_are_those_of_the_corpus() {
        let mut corpus = Corpus::new(1);
        corpus.fill(4_000_000, &mut Vec::new());
        let planted = corpus.take_planted();
        for peer in PEERS {
            for kind in peer.kinds {
                assert!(planted.iter().any(|mark| mark.id == *kind), "{}: {kind}", peer.name);
            }
        }
        assert!(planted.iter().all(|mark| ALL.contains(&mark.id)));
    }
}
