//! The reporter behind `--format sarif`.

use std::io::{self, Write};
use std::sync::Arc;

use model::{Finding, Notice, Severity, Summary};
use serde_json::{Value, json};

use super::{place, result};
use crate::json::to_line;
use crate::report::{Output, Reporter, Run, Sink};
use crate::verdict::Verdict;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Streams one result per line; rules come at the end, because only then it is known which ones fired.
pub(crate) struct Sarif {
    sink: Sink,
    version: &'static str,
    rules: Vec<Rule>,
    notifications: Vec<Value>,
    n_results: u64,
}

/// What results of one detector share.
struct Rule {
    id: Arc<str>,
    json: Value,
}

impl Sarif {
    pub(crate) fn new(output: Output) -> Self {
        Self { sink: output.sink, version: "", rules: vec![], notifications: vec![], n_results: 0 }
    }

    /// Index of the finding's rule, which is added when it is new.
    fn rule_index(&mut self, finding: &Finding) -> usize {
        let known = self.rules.iter().position(|rule| rule.id == finding.detector);
        known.unwrap_or_else(|| {
            self.rules.push(Rule { id: finding.detector.clone(), json: rule(finding) });
            self.rules.len() - 1
        })
    }
}

impl Reporter for Sarif {
    fn begin(&mut self, run: &Run) -> io::Result<()> {
        self.version = run.version;
        write!(self.sink, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"results\":[")
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let rule_index = self.rule_index(finding);
        let line = to_line(&result::of(finding, rule_index))?;
        self.sink.write_all(if self.n_results == 0 { b"\n" } else { b",\n" })?;
        self.n_results += 1;
        self.sink.write_all(&line)
    }

    fn notice(&mut self, notice: &Notice) -> io::Result<()> {
        self.notifications.push(json!({
            "descriptor": { "id": notice.code.as_str() },
            "level": if notice.code.is_hole() { "error" } else { "note" },
            "message": { "text": result::plain(&notice.message) },
            "locations": [place::of(&notice.origin, 0)],
        }));
        Ok(())
    }

    fn end(&mut self, summary: &Summary) -> io::Result<()> {
        let rules: Vec<Value> = self.rules.drain(..).map(|rule| rule.json).collect();
        let driver = json!({ "name": "tagleaks", "version": self.version, "rules": rules });
        let invocation = json!({
            "executionSuccessful": !summary.incomplete,
            "exitCode": Verdict::of(summary).exit_code(),
            "toolExecutionNotifications": std::mem::take(&mut self.notifications),
        });
        self.sink.write_all(b"\n],\n\"tool\":")?;
        self.sink.write_all(&to_line(&json!({ "driver": driver }))?)?;
        self.sink.write_all(b",\n\"invocations\":")?;
        self.sink.write_all(&to_line(&json!([invocation]))?)?;
        self.sink.write_all(b"}]}\n")?;
        self.sink.flush()
    }
}

fn rule(finding: &Finding) -> Value {
    json!({
        "id": finding.detector,
        "name": finding.detector,
        "shortDescription": { "text": result::plain(&finding.name) },
        "help": { "text": result::plain(&finding.help) },
        "defaultConfiguration": { "level": result::level(finding.severity) },
        "properties": {
            "tags": ["security", finding.kind],
            "security-severity": security_severity(finding.severity),
        },
    })
}

/// The score by which code scanning sorts: the middle of each class of CVSS.
fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
        Severity::Info => "0.0",
    }
}
