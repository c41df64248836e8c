//! What stops a sweep before its first call.
//!
//! The environment belongs to the whole process, so each case runs this very test again in a process of its own,
//! whose environment holds nothing but the case.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use fetcher::replay::Server;
use fetcher::{Config, Error, Quiet};

use crate::harness::{account, at, credentials};

const PROFILE: &str = "TAGLEAKS_TEST_PROFILE";

/// Runs `child` with this environment and gives what it printed.
fn in_environment(variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().expect("tests run from a file"));
    command.args(["--exact", "start::child", "--ignored", "--nocapture"]);
    command.env_clear().env("AWS_EC2_METADATA_DISABLED", "true").envs(variables.iter().copied());
    let output = command.output().expect("the test starts again");
    let text = String::from_utf8(output.stdout).expect("tests print text");
    let error = text.lines().find_map(|line| line.split_once("spawn says: "));
    error.unwrap_or_else(|| panic!("no answer in {text}")).1.to_owned()
}

#[test]
#[ignore = "runs inside the tests below, in their environment"]
fn child() {
    let profile = std::env::var(PROFILE).ok();
    match fetcher::spawn(Config { profile, ..Config::default() }, Arc::new(Quiet)) {
        Ok((events, _)) => {
            let notice = events.iter().find_map(|event| match event {
                model::Event::Notice(notice) => Some(notice.message),
                _ => None,
            });
            println!("\nspawn says: {}", notice.unwrap_or_default());
        }
        Err(error) => println!("\nspawn says: {error}"),
    }
}

fn config_file(content: &str) -> (PathBuf, impl Drop) {
    struct Remove(PathBuf);
    impl Drop for Remove {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }
    let unique = format!("tagleaks-{}-{:?}", std::process::id(), std::thread::current().id());
    let path = std::env::temp_dir().join(unique.replace(['(', ')'], ""));
    std::fs::write(&path, content).expect("the directory for temporary files is writable");
    (path.clone(), Remove(path))
}

#[test]
fn without_credentials_the_error_names_the_ways_to_give_some() {
    let error = in_environment(&[]);
    assert!(error.starts_with("no AWS credentials found: "), "{error}");
    for way in ["AWS_ACCESS_KEY_ID", "--profile", "aws sso login", "role", "--demo"] {
        assert!(error.contains(way), "{way} in {error}");
    }
}

#[test]
fn profiles_are_looked_up() {
    let (path, _remove) =
        config_file("[profile one]\nregion = eu-west-1\n[profile two]\nregion = us-east-1\n");
    let path = path.to_str().unwrap();
    for (profile, expected) in [
        ("three", "no profile `three` in the AWS configuration files, which have one, two"),
        ("two", "cannot load AWS credentials: profile `two`: "),
    ] {
        for variable in [PROFILE, "AWS_PROFILE"] {
            let error = in_environment(&[("AWS_CONFIG_FILE", path), (variable, profile)]);
            assert!(error.starts_with(expected), "{variable}: {error}");
        }
    }
}

#[test]
fn a_named_profile_beats_keys_in_the_environment() {
    let (path, _remove) = config_file("[profile two]\nregion = us-east-1\n");
    let key = ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    let variables = [("AWS_CONFIG_FILE", path.to_str().unwrap()), key, ("AWS_SECRET_ACCESS_KEY", "none")];
    let error = in_environment(&[&variables[..], &[(PROFILE, "two")]].concat());
    assert!(error.starts_with("cannot load AWS credentials: profile `two`: "), "{error}");
}

#[test]
fn what_a_profile_lacks_is_said() {
    let (path, _remove) = config_file(
        "[profile sso]\nsso_session = s\nsso_account_id = 111122223333\nsso_role_name = r\n\
         [sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://example.org/start\n\
         [profile process]\ncredential_process = ls /no/such/path-said-on-stderr\n",
    );
    for (profile, expected) in [("sso", "sign in with `aws sso login`"), ("process", "external process")] {
        let error = in_environment(&[("AWS_CONFIG_FILE", path.to_str().unwrap()), (PROFILE, profile)]);
        assert!(error.contains(&format!("profile `{profile}`: ")) && error.contains(expected), "{error}");
        assert!(!error.contains("path-said-on-stderr"), "what a process prints may be secret: {error}");
    }
}

#[test]
fn a_second_factor_needs_a_code_and_somebody_to_begin_with() {
    let role =
        "mfa_serial = arn:aws:iam::111122223333:mfa/jane\nrole_arn = arn:aws:iam::111122223333:role/x\n";
    let profiles = format!("[profile factor]\n{role}source_profile = gone\n[profile alone]\n{role}");
    let (path, _remove) = config_file(&profiles);
    for (profile, expected) in [("factor", "set TAGLEAKS_MFA_CODE"), ("alone", "needs a source_profile")] {
        let error = in_environment(&[("AWS_CONFIG_FILE", path.to_str().unwrap()), (PROFILE, profile)]);
        assert!(error.starts_with("cannot use the second factor (MFA): "), "{error}");
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn an_unencrypted_endpoint_of_the_environment_is_refused() {
    let error = in_environment(&[
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "none"),
        ("AWS_ENDPOINT_URL", "http://aws.example.com"),
    ]);
    assert!(error.contains("http:// is accepted on a loopback address only"), "{error}");
}

#[test]
fn an_unencrypted_endpoint_for_one_service_is_not_talked_to() {
    let server = Server::start(account(&["eu-west-1"], &[("sqs", 1)])).unwrap();
    let notice = in_environment(&[
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "none"),
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL", &server.endpoint_url()),
        ("AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API", "http://aws.example.com"),
    ]);
    assert!(notice.starts_with("tag:GetResources in "), "{notice}");
    assert!(notice.ends_with("http:// is accepted on a loopback address only"), "{notice}");
}

#[test]
fn nonsense_is_refused() {
    let regions = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let local = || at("http://127.0.0.1:9");
    for (config, expected) in [
        (at("http://aws.example.com"), "http:// is accepted on a loopback address only"),
        (at("nowhere"), "it is not a URL"),
        (Config { regions: regions(&["eu-west-1", "Frankfurt"]), ..local() }, "`Frankfurt` is not the name"),
        (Config { regions: regions(&["eu-west-1", "cn-north-1"]), ..local() }, "different partitions"),
    ] {
        let error = fetcher::spawn(config, Arc::new(Quiet)).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn credentials_are_never_printed() {
    let config = Config { credentials: Some(credentials()), ..Config::default() };
    let printed = format!("{config:?}");
    assert!(!printed.contains("AKIA") && !printed.contains("not a secret"), "{printed}");
    assert!(!format!("{:?}", Error::NoCredentials).is_empty());
}
