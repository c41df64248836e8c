//! Ctrl-C ends a sweep with what is known so far.
#![cfg(unix)]

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use serde_json::Value;

use crate::server::{caller, serve};

#[test]
fn an_interrupted_sweep_says_so_and_ends_with_2() {
    let (is_silent, silent) = channel();
    let endpoint = serve(move |asked| {
        if asked.body.contains("GetCallerIdentity") {
            return Some((200, caller()));
        }
        // Whoever waited for this may be gone already.
        let _ = is_silent.send(());
        None
    });
    let mut sweep = Command::new(env!("CARGO_BIN_EXE_tagleaks"))
        .args([
            "sweep",
            "--no-config",
            "--format",
            "jsonl",
            "--region",
            "eu-west-1",
            "--endpoint-url",
            &endpoint,
        ])
        .env_clear()
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tagleaks starts");
    silent.recv().expect("the sweep asks for more than who it is");
    let pid = sweep.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().expect("kill starts").success());

    let mut out = String::new();
    sweep.stdout.take().expect("it is a pipe").read_to_string(&mut out).expect("the report is UTF-8");
    let status = sweep.wait().expect("the sweep ends");

    assert_eq!(status.code(), Some(2));
    let lines: Vec<Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(lines.iter().any(|line| line["code"] == "interrupted"), "{out}");
    let summary = lines.last().expect("the last line is the summary");
    assert_eq!((&summary["type"], &summary["incomplete"]), (&"summary".into(), &true.into()));
    assert_eq!(summary["coverage"][0]["call"], "sts:GetCallerIdentity");
}
