//! Crate borders: what each stage must not know, asked of `cargo tree`.

use std::process::Command;

/// A crate, the crates of ours that it may know, and the names or beginnings of names of others that it must not.
struct Border {
    package: &'static str,
    ours: &'static [&'static str],
    never: &'static [&'static str],
}

const OURS: &[&str] = &[
    "benches", "fetcher", "matcher", "model", "patterns", "phrases", "reader", "reporter", "shape",
    "tagleaks", "xtask",
];

const BORDERS: &[Border] = &[
    Border {
        package: "model",
        ours: &[],
        never: &["anyhow", "aws-", "clap", "crossbeam-", "hyper", "rayon", "regex-", "tokio"],
    },
    Border {
        package: "patterns",
        ours: &["model", "shape"],
        never: &["anyhow", "aws-", "clap", "hyper", "rayon", "tokio"],
    },
    Border {
        package: "matcher",
        ours: &["model", "phrases"],
        never: &["anyhow", "aws-", "clap", "hyper", "tokio"],
    },
    Border { package: "fetcher", ours: &["model"], never: &["anyhow", "clap", "rayon", "regex-automata"] },
    Border { package: "reader", ours: &["model"], never: &["anyhow", "aws-", "clap", "hyper", "tokio"] },
    Border {
        package: "reporter",
        ours: &["model"],
        never: &["anyhow", "aws-", "clap", "hyper", "rayon", "tokio"],
    },
];

#[test]
fn no_crate_knows_what_it_must_not() {
    for border in BORDERS {
        assert_eq!(trespasses(border), [""; 0], "{} must not depend on these", border.package);
    }
}

#[test]
fn a_trespass_is_seen() {
    let strict = Border { package: "tagleaks", ours: &["fetcher"], never: &["aws-sdk-", "tokio"] };
    let found = trespasses(&strict);
    for expected in ["aws-sdk-iam", "matcher", "tokio"] {
        assert!(found.iter().any(|name| name == expected), "{expected} is not in {found:?}");
    }
    assert!(!found.iter().any(|name| name == "fetcher" || name == "tagleaks"), "{found:?}");
}

/// Dependencies, also indirect ones, that break the border.
fn trespasses(border: &Border) -> Vec<String> {
    let breaks = |name: &str| {
        let is_strange = OURS.contains(&name) && name != border.package && !border.ours.contains(&name);
        is_strange
            || border
                .never
                .iter()
                .any(|never| name == *never || (never.ends_with('-') && name.starts_with(never)))
    };
    dependencies(border.package).into_iter().filter(|name| breaks(name)).collect()
}

fn dependencies(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            package,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let mut names: Vec<String> =
        tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    names
}
