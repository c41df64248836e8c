//! A sweep that was killed goes on where it stopped.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::REGIONS;
use crate::account::{Account, Permissions};
use crate::server::Server;
use crate::sweep::Sweep;

/// Places where the file is cut, in thousandths of its length; nearly all of them are in the middle of a line.
const CUTS: [usize; 9] = [0, 60, 130, 290, 500, 640, 811, 930, 1000];

/// moto lists a bucket in every region, and the first one tells of it.
fn findings(sweep: &Sweep) -> Vec<String> {
    let place = |finding: &Value| {
        let at = [&finding["detector"], &finding["origin"]["arn"], &finding["path"], &finding["start"]];
        at.map(ToString::to_string).join(" ")
    };
    let mut places: Vec<String> = sweep.lines("finding").iter().map(place).collect();
    places.sort();
    places
}

fn fingerprints(sweep: &Sweep) -> BTreeSet<String> {
    sweep.lines("finding").iter().map(|finding| finding["fingerprint"].to_string()).collect()
}

/// Account, region, call and how it ended.
fn coverage(sweep: &Sweep) -> Vec<String> {
    let summary = sweep.lines("summary").pop().expect("the last line is the summary");
    let rows = summary["coverage"].as_array().expect("a sweep has a coverage table");
    rows.iter().map(|row| format!("{} {} {}", row["region"], row["call"], row["status"])).collect()
}

#[test]
fn nothing_is_lost_or_doubled_wherever_a_sweep_was_killed() {
    let server = Server::start();
    // What is denied leaves something to do, so the file stays.
    let account = Account::plant(&server, &REGIONS[..2], Permissions::Enforced);
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("sweep.checkpoint");
    let sweep = |file: &Path| {
        let options = ["--checkpoint", file.to_str().expect("the path is UTF-8")];
        Sweep::run_with(&server, &REGIONS[..2], &account.reader, &options)
    };
    let whole = sweep(&file);
    assert_eq!(whole.exit_code, Some(2), "{}", whole.stderr);
    assert!(whole.stderr.contains("goes on where this sweep stopped"), "{}", whole.stderr);
    assert!(!findings(&whole).is_empty());
    let bytes = fs::read(&file).expect("the checkpoint is there");
    let text = String::from_utf8(bytes.clone()).expect("it is text");
    for leak in &account.planted {
        assert!(!text.contains(&leak.value), "the checkpoint holds a raw {}", leak.covers);
    }

    for cut in CUTS {
        // Without its first line the file is that of nobody, and a sweep begins anew.
        let head = bytes.iter().position(|&byte| byte == b'\n').expect("the first line is whole") + 1;
        let length = (bytes.len() * cut / 1000).max(head);
        fs::write(&file, &bytes[..length]).expect("the checkpoint can be written");
        let resumed = sweep(&file);
        assert_eq!(resumed.exit_code, Some(2), "{}", resumed.stderr);
        assert_eq!(findings(&resumed), findings(&whole), "cut at {length} of {}", bytes.len());
        assert_eq!(fingerprints(&resumed), fingerprints(&whole), "one key for all of a sweep");
        assert_eq!(coverage(&resumed), coverage(&whole), "cut at {length} of {}", bytes.len());
    }
    // Nothing was left of the tags: only what was denied was asked again.
    let asked = |sweep: &Sweep| sweep.lines("summary")[0]["records"].as_u64();
    assert_eq!(asked(&sweep(&file)), asked(&whole));
}

#[test]
fn a_whole_sweep_leaves_no_checkpoint_and_a_foreign_file_is_refused() {
    let server = Server::start();
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("sweep.checkpoint");
    let name = file.to_str().expect("the path is UTF-8");
    let anyone = crate::anyone();
    let sweep = Sweep::run_with(&server, &REGIONS[..1], &anyone, &["--checkpoint", name]);
    assert_eq!(sweep.exit_code, Some(0), "{}", sweep.stderr);
    assert!(!file.exists());

    for (content, reason) in [
        ("no checkpoint", "no checkpoint"),
        ("{\"type\":\"finding\"}\n", "no checkpoint"),
        ("{\"type\":\"checkpoint\",\"version\":99}\n", "another version"),
        ("{\"type\":\"checkpoint\",\"version\":1,\"options\":\"\"}\n", "other options"),
    ] {
        fs::write(&file, content).expect("the file can be written");
        let refused = Sweep::run_with(&server, &REGIONS[..1], &anyone, &["--checkpoint", name]);
        assert_eq!(refused.exit_code, Some(2), "{content}");
        assert!(refused.stderr.contains(reason), "{content}: {}", refused.stderr);
        assert_eq!(fs::read_to_string(&file).expect("it is still there"), content);
    }
}

#[cfg(unix)]
#[test]
fn a_checkpoint_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let server = Server::start();
    let account = Account::plant(&server, &REGIONS[..1], Permissions::Enforced);
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("sweep.checkpoint");
    let options = ["--checkpoint", file.to_str().expect("the path is UTF-8")];
    Sweep::run_with(&server, &REGIONS[..1], &account.reader, &options);
    let mode = fs::metadata(&file).expect("the checkpoint is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
