//! The program `usage` tells what a process used.

use std::process::Command;

use benches::usage::Usage;

#[test]
fn each_run_is_told_with_its_exit_code() {
    let table = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("usage.jsonl");
    // Work that takes some milliseconds, and a megabyte or two of memory.
    let script = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; exit 7";
    let status = Command::new(env!("CARGO_BIN_EXE_usage"))
        .arg(&table)
        .args(["2", "sh", "-c", script])
        .status()
        .expect("it starts");
    assert!(status.success());
    let rows = std::fs::read_to_string(&table).expect("it writes the table");
    let runs: Vec<Usage> = rows.lines().map(|row| serde_json::from_str(row).expect("JSON")).collect();
    assert_eq!(runs.iter().map(|run| run.code).collect::<Vec<_>>(), [7, 7]);
    for run in runs {
        assert!(run.cpu_s > 0.0 && run.wall_s > 0.0 && run.peak_mb > 0.1, "{run:?}");
    }
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let table = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-usage.jsonl");
    let output = Command::new(env!("CARGO_BIN_EXE_usage"))
        .arg(&table)
        .args(["1", "no-such-program-here"])
        .output()
        .expect("it starts");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-program-here"));
}
