//! Findings as an attacker would have them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use model::{
    CallStatus, Confidence, Coverage, Finding, Kind, Notice, NoticeCode, Origin, Secret, Severity, Span,
    Summary,
};
use reporter::{Output, Run, format_named};

/// Stands for the raw value of the first finding.
pub(crate) const RAW: &str = "raw value of the first finding";

/// The whole report of the fixture in a format.
pub(crate) fn render(format: &str, color: bool) -> String {
    report(format, color, &findings())
}

/// The same with the raw value of the first finding.
pub(crate) fn revealed(format: &str) -> String {
    let mut findings = findings();
    findings[0].value = Some(Secret::new(RAW.to_owned()));
    report(format, false, &findings)
}

fn report(format: &str, color: bool, findings: &[Finding]) -> String {
    let reveal = findings.iter().any(|finding| finding.value.is_some());
    let bytes = Buffer::default();
    let output = Output { sink: Box::new(bytes.clone()), color };
    let mut reporter = (format_named(format).unwrap().build)(output);
    reporter.begin(&Run { version: "0.0.0", reveal, started: Instant::now() }).unwrap();
    for finding in findings {
        reporter.finding(finding).unwrap();
    }
    for notice in &notices() {
        reporter.notice(notice).unwrap();
    }
    reporter.end(&summary(findings)).unwrap();
    drop(reporter);
    String::from_utf8(bytes.0.take()).unwrap()
}

/// A sink that can be read afterwards.
#[derive(Clone, Default)]
pub(crate) struct Buffer(pub(crate) Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One harmless finding in a cloud, one in a file, and the hostile ones.
pub(crate) fn findings() -> Vec<Finding> {
    let cloud = finding("github-token", Severity::Critical, Kind::Credential);
    let file = Finding {
        origin: file_origin("infra/main.tf"),
        path: "resource.aws_instance.web.tags.ssn".into(),
        key: "ssn".into(),
        span: Span::new(0, 11),
        preview: "•••-••-6789".into(),
        name: "US Social Security number".into(),
        help: "Remove the number; refer to the person by an opaque id.".into(),
        ..finding("us-ssn", Severity::High, Kind::GovernmentId)
    };
    let mut all = vec![cloud, file];
    all.extend(HOSTILE.map(|text| Finding {
        origin: Origin { arn: Some(format!("arn:aws:sqs:::{text}").into()), ..file_origin(text) },
        path: format!("Tags.{text}"),
        key: text.into(),
        preview: text.into(),
        help: text.into(),
        name: "E-mail address".into(),
        confidence: Confidence::Likely,
        ..finding("email", Severity::Medium, Kind::Contact)
    }));
    all
}

const HOSTILE: [&str; 9] = [
    "\x1b]0;title\x07\x1b[2Jred",
    "=HYPERLINK(\"http://x.example\",\"click\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "::error::gotcha",
    "x\n::error file=a::gotcha\r\nforged: critical",
    "##[error]gotcha ##vso[task.complete]",
    "\u{202e}txt.exe\u{200b}\u{e0041}\u{9b}31m",
    "</script><img src=x onerror=alert(1)>\",\"a\":\"b",
    "[click](https://x.example) `a` | b",
];

fn finding(detector: &str, severity: Severity, kind: Kind) -> Finding {
    Finding {
        detector: detector.into(),
        covers: detector.replace('-', "_").into(),
        kind,
        severity,
        confidence: Confidence::Certain,
        origin: Origin {
            source: "tagging",
            partition: Some("aws".into()),
            account: Some("111122223333".into()),
            region: Some("eu-west-1".into()),
            service: Some("sqs".into()),
            arn: Some("arn:aws:sqs:eu-west-1:111122223333:orders".into()),
            ..Origin::default()
        },
        path: "Tags.deploy".into(),
        key: "deploy".into(),
        span: Span::new(4, 44),
        preview: "ghp_…7XQ2".into(),
        fingerprint: "v1:00ff".into(),
        help: "Revoke the token, then remove the tag.".into(),
        name: "GitHub access token".into(),
        value: None,
    }
}

fn file_origin(path: &str) -> Origin {
    Origin {
        source: "file",
        path: Some(path.into()),
        line: Some(12),
        column: Some(9),
        offset: Some(340),
        ..Origin::default()
    }
}

/// A denied region, a hostile file name, a binary.
pub(crate) fn notices() -> Vec<Notice> {
    let denied = Origin {
        source: "tagging",
        account: Some("111122223333".into()),
        region: Some("eu-central-1".into()),
        ..Origin::default()
    };
    vec![
        Notice {
            code: NoticeCode::AccessDenied,
            origin: denied,
            message: "tag:GetResources was denied; allow it to the role tagleaks".into(),
        },
        Notice {
            code: NoticeCode::Unreadable,
            origin: file_origin("a\x1b[2J\n::error::gotcha ##[error]x"),
            message: "=cmd|\n::error::gotcha ##[error]x".into(),
        },
        Notice { code: NoticeCode::Binary, origin: file_origin("logo.png"), message: "binary".into() },
    ]
}

fn summary(findings: &[Finding]) -> Summary {
    let mut summary = Summary {
        allowed: 7,
        records: 1290,
        bytes: 81_234,
        elapsed: Duration::from_millis(1900),
        coverage: coverage(),
        findings: BTreeMap::new(),
        ..Summary::default()
    };
    for finding in findings {
        summary.count_finding(finding);
    }
    for notice in &notices() {
        summary.count_notice(notice);
    }
    summary
}

/// Many complete calls and two holes among them.
fn coverage() -> Vec<Coverage> {
    let row = |region: &str, call: &str, status| Coverage {
        account: "111122223333".into(),
        region: region.into(),
        call: call.into(),
        pages: 3,
        records: 1100,
        throttled: 1,
        status,
    };
    let regions = (1..=14).map(|n| row(&format!("eu-north-{n}"), "tag:GetResources", CallStatus::Complete));
    let mut rows: Vec<_> = regions.collect();
    rows.extend((1..=13).map(|n| row(&format!("me-west-{n}"), "tag:GetResources", CallStatus::Skipped)));
    rows.push(row("global", "iam:ListRoles", CallStatus::Complete));
    rows.push(row("eu-central-1", "tag:GetResources", CallStatus::Denied));
    rows.push(row("\x1b[2J::error::", "tag:GetResources", CallStatus::Throttled));
    rows
}
