//! A run of `tagleaks sweep` against a server, and what it printed.

use std::process::Command;

use serde_json::Value;

use crate::account::{Credentials, Leak};
use crate::server::Server;

/// What came of a sweep.
pub(crate) struct Sweep {
    pub(crate) exit_code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sweep {
    /// Sweeps regions and IAM.
    pub(crate) fn run(server: &Server, regions: &[&str], credentials: &Credentials) -> Self {
        Self::run_with(server, regions, credentials, &[])
    }

    /// The same with further options.
    pub(crate) fn run_with(
        server: &Server,
        regions: &[&str],
        credentials: &Credentials,
        options: &[&str],
    ) -> Self {
        let output = Command::new(env!("CARGO_BIN_EXE_tagleaks"))
            .args(["sweep", "--no-config", "--format", "jsonl", "--endpoint-url", server.endpoint()])
            // The calls of all services have a test of their own.
            .args(["--source", "tagging,iam"])
            .args(options)
            .args(regions.iter().flat_map(|region| ["--region", region]))
            // No profile, proxy or endpoint of the developer's.
            .env_clear()
            .env("AWS_ACCESS_KEY_ID", &credentials.access_key_id)
            .env("AWS_SECRET_ACCESS_KEY", &credentials.secret_access_key)
            .output()
            .expect("tagleaks starts");
        Self {
            exit_code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("the report is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("the log is UTF-8"),
        }
    }

    /// Lines of a type: `finding`, `notice` or `summary`.
    pub(crate) fn lines(&self, kind: &str) -> Vec<Value> {
        let lines =
            self.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("each line is JSON"));
        lines.filter(|line| line["type"] == kind).collect()
    }

    /// Leaks that no finding tells of.
    pub(crate) fn missed<'a>(&self, planted: &'a [Leak]) -> Vec<&'a Leak> {
        let findings = self.lines("finding");
        planted.iter().filter(|leak| !findings.iter().any(|finding| is_of(finding, leak))).collect()
    }

    /// Findings where nothing was planted.
    pub(crate) fn invented(&self, planted: &[Leak]) -> Vec<Value> {
        let mut findings = self.lines("finding");
        findings.retain(|finding| !planted.iter().any(|leak| is_of(finding, leak)));
        findings
    }

    /// Places and kinds that are reported more than once.
    ///
    /// moto lists a bucket in every region, so that the region counts as a part of the place.
    pub(crate) fn doubled(&self) -> Vec<String> {
        let place = |finding: &Value| {
            let origin = &finding["origin"];
            format!("{} {} {} {}", origin["region"], origin["arn"], finding["path"], finding["fingerprint"])
        };
        let mut places: Vec<_> = self.lines("finding").iter().map(place).collect();
        places.sort_unstable();
        places.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect()
    }
}

/// Whether a finding tells of a leak: same kind, same place.
fn is_of(finding: &Value, leak: &Leak) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    finding["covers"] == *leak.covers
        && is_masked_path(&text(&finding["path"]), leak)
        && is_masked_arn(&text(&finding["origin"]["arn"]), leak)
}

/// Whether an ARN is the leak's; where the value is a part of it, it must be masked.
fn is_masked_arn(arn: &str, leak: &Leak) -> bool {
    match leak.arn.split_once(&leak.value) {
        Some((before, after)) => {
            arn.starts_with(before) && arn.ends_with(after) && !arn.contains(&leak.value)
        }
        None => arn == leak.arn,
    }
}

/// Whether a path is the leak's; the mask may cover what stands before the value, as in `Tags.jane@acme.com`.
fn is_masked_path(path: &str, leak: &Leak) -> bool {
    match leak.path.split_once(&leak.value) {
        Some((_, after)) => path.ends_with(after) && !path.contains(&leak.value),
        None => path == leak.path,
    }
}
