//! Folders, ignore files, links.

use std::fs;
use std::path::{Path, PathBuf};

use model::NoticeCode;
use reader::Config;

use crate::harness::{Everything, Run, Words};

/// Makes files that hold their own name, and gives the names that were read.
fn names(folder: &Path, config: Config) -> Vec<String> {
    let run = Run::of(&[folder.to_owned()], config, &mut Everything);
    run.found.iter().map(|found| found.value.clone()).collect()
}

fn fill(folder: &Path, files: &[&str]) {
    for file in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file).unwrap();
    }
}

#[test]
fn folders_are_walked_in_order_with_the_habits_of_ripgrep() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &["b", "a/z", "a/b", ".hidden", "skipped", "kept"]);
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".gitignore"), "skipped\n").unwrap();
    let config = Config::default();
    assert_eq!(names(folder.path(), config.clone()), ["a/b", "a/z", "b", "kept"]);
    let all = names(folder.path(), Config { no_ignore: true, ..config.clone() });
    assert_eq!(all, ["a/b", "a/z", "b", "kept", "skipped"]);
    let hidden = names(folder.path(), Config { hidden: true, ..config.clone() });
    assert_eq!(hidden, ["skipped", ".hidden", "a/b", "a/z", "b", "kept"]);
    let named =
        Run::of(&[folder.path().join("skipped"), folder.path().join(".hidden")], config, &mut Everything);
    assert_eq!(named.files, 2);
}

#[test]
fn a_file_to_skip_is_left_out_of_folders_alone() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &["report", "a/report", "kept"]);
    let skip = vec![folder.path().join("a/../report"), folder.path().join("missing")];
    let config = Config { skip, ..Config::default() };
    assert_eq!(names(folder.path(), config.clone()), ["a/report", "kept"]);
    let named = Run::of(&[folder.path().join("report")], config, &mut Everything);
    assert_eq!(named.found.len(), 1);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &["good"]);
    let missing = folder.path().join("missing");
    let run = Run::of(&[missing, folder.path().to_owned()], Config::default(), &mut Everything);
    assert_eq!(run.notices, [(NoticeCode::Unreadable, "missing".to_owned(), None)]);
    assert_eq!(run.found.len(), 1);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_never_hang_a_run() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &["a/good"]);
    symlink(folder.path(), folder.path().join("a/loop")).unwrap();
    symlink("nowhere", folder.path().join("broken")).unwrap();
    symlink("self", folder.path().join("self")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    assert!(made.unwrap().success());
    let run = |follow_links| {
        let paths: [PathBuf; 1] = [folder.path().to_owned()];
        Run::of(&paths, Config { follow_links, ..Config::default() }, &mut Everything)
    };
    assert_eq!(run(false).notices, [(NoticeCode::Unreadable, "pipe".to_owned(), None)]);
    let mut followed = run(true);
    followed.notices.sort_by(|one, other| one.1.cmp(&other.1));
    let expected = [
        (NoticeCode::Unreadable, "broken"),
        (NoticeCode::LinkLoop, "loop"),
        (NoticeCode::Unreadable, "pipe"),
        (NoticeCode::LinkLoop, "self"),
    ];
    assert_eq!(followed.notices, expected.map(|(code, name)| (code, name.to_owned(), None)));
    assert_eq!(followed.found.len(), 1);
}

#[cfg(unix)]
#[test]
fn closed_folders_and_files_are_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &["closed/x", "shut", "good"]);
    let close = |name: &str, mode| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    close("closed", 0);
    close("shut", 0);
    let run = Run::of(&[folder.path().to_owned()], Config::default(), &mut Everything);
    // The superuser may read all.
    let may_read_all = fs::read_dir(folder.path().join("closed")).is_ok();
    close("closed", 0o700);
    if may_read_all {
        assert_eq!(run.found.len(), 3);
    } else {
        let expected = ["closed", "shut"].map(|name| (NoticeCode::AccessDenied, name.to_owned(), None));
        assert_eq!(run.notices, expected);
        assert_eq!(run.found.len(), 1);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_is_named_is_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let lines: String = (0..20_000).map(|index| format!("{{\"a\": \"{index}@y\"}}\n")).collect();
    let document = format!("{{\"list\": [{}0]}}", "\"x@y\",".repeat(50_000));
    for (text, n_records) in [(lines, 20_000), (document, 50_000)] {
        let writer = std::thread::spawn({
            let (pipe, text) = (pipe.clone(), text.clone());
            move || fs::write(pipe, text).unwrap()
        });
        let config = Config { block_size: 64 << 10, ..Config::default() };
        let run = Run::of(std::slice::from_ref(&pipe), config, &mut Words(&["@"]));
        writer.join().unwrap();
        assert_eq!((run.found.len(), run.bytes, run.codes()), (n_records, text.len() as u64, vec![]));
    }
}
