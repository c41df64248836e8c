//! Ctrl-C ends a sweep with what is known so far.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde_json::Value;

/// Says who calls, and after that nothing at all.
fn serve(listener: &TcpListener, is_silent: &Sender<()>) {
    let mut held = Vec::new();
    for stream in listener.incoming().map_while(Result::ok) {
        let mut reader = BufReader::new(stream.try_clone().expect("a socket can be shared"));
        if is_about_identity(&mut reader) {
            let body = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/x</Arn>\
                        <UserId>x</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
            answer(&stream, body);
        } else {
            // Whoever waited for this may be gone already.
            let _ = is_silent.send(());
            held.push(stream);
        }
    }
}

fn is_about_identity(reader: &mut BufReader<TcpStream>) -> bool {
    let mut length = 0;
    for line in reader.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty()) {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("the length is a number");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).is_ok() && String::from_utf8_lossy(&body).contains("GetCallerIdentity")
}

fn answer(mut stream: &TcpStream, body: &str) {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    stream.write_all((head + body).as_bytes()).expect("the client listens");
}

#[test]
fn an_interrupted_sweep_says_so_and_ends_with_2() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let endpoint = format!("http://{}", listener.local_addr().expect("it is bound"));
    let (is_silent, silent) = channel();
    thread::spawn(move || serve(&listener, &is_silent));
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
