//! Sessions with a second factor.

use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use crate::program::Folder;
use crate::server::{caller, serve};

const SERIAL: &str = "arn:aws:iam::111122223333:mfa/jane";
/// Assembled, so that no file holds a key that looks alive.
const ISSUED: [&str; 2] = ["ASIA", "ISSUEDFORTHETEST"];

/// Serves an STS that gives credentials for the right code only; each request that it hears is noted.
fn sts(asked_for: &Arc<Mutex<Vec<String>>>) -> String {
    let asked_for = Arc::clone(asked_for);
    serve(move |asked| {
        let action = asked.body.split('&').find_map(|pair| pair.strip_prefix("Action=")).unwrap_or_default();
        let signer = asked.head.split("Credential=").nth(1).and_then(|text| text.split('/').next());
        let parameters: Vec<&str> = asked
            .body
            .split('&')
            .filter(|pair| !pair.starts_with("Action") && !pair.starts_with("Version"))
            .collect();
        let line = format!("{action} by {} {}", signer.unwrap_or_default(), parameters.join(" "));
        asked_for.lock().expect("no test panics here").push(line);
        let is_right = asked.body.contains("TokenCode=123456");
        match action {
            "GetCallerIdentity" => Some((200, caller())),
            "AssumeRole" | "GetSessionToken" if is_right => Some((200, issued(action))),
            _ => Some((403, denied())),
        }
    })
}

fn issued(action: &str) -> String {
    format!(
        "<{action}Response><{action}Result><Credentials><AccessKeyId>{}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
         <SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></{action}Result></{action}Response>",
        ISSUED.concat()
    )
}

fn denied() -> String {
    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed</Message></Error></ErrorResponse>"
        .to_owned()
}

const PROFILES: &str = "\
[profile base]
aws_access_key_id = base
aws_secret_access_key = base
[profile audit]
role_arn = arn:aws:iam::111122223333:role/audit
source_profile = base
external_id = x1
mfa_serial = arn:aws:iam::111122223333:mfa/jane
";

fn sweep(endpoint: &str, arguments: &[&str], code: Option<&str>) -> Output {
    let folder = Folder::with(&[("config", PROFILES)]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_tagleaks"));
    command
        .args(["sweep", "--no-config", "--format", "jsonl", "--region", "eu-west-1", "--source", "iam"])
        .args(["--endpoint-url", endpoint])
        .args(arguments)
        .env_clear()
        .env("AWS_CONFIG_FILE", folder.path().join("config"))
        .env("AWS_EC2_METADATA_DISABLED", "true");
    if let Some(code) = code {
        command.env("TAGLEAKS_MFA_CODE", code);
    }
    command.output().expect("tagleaks starts")
}

#[test]
fn the_session_is_opened_with_the_code_and_used_from_then_on() {
    let session = ISSUED.concat();
    for (arguments, opening) in [
        (
            &["--profile", "audit"][..],
            "AssumeRole by base RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Faudit RoleSessionName=tagleaks \
             ExternalId=x1 SerialNumber=arn%3Aaws%3Aiam%3A%3A111122223333%3Amfa%2Fjane TokenCode=123456",
        ),
        (
            &["--profile", "base", "--mfa-serial", SERIAL],
            "GetSessionToken by base SerialNumber=arn%3Aaws%3Aiam%3A%3A111122223333%3Amfa%2Fjane TokenCode=123456",
        ),
    ] {
        let asked_for = Arc::default();
        let output = sweep(&sts(&asked_for), arguments, Some("123456"));
        let asked_for = asked_for.lock().expect("the server does not panic").clone();
        assert_eq!(asked_for[0], opening, "{}", String::from_utf8_lossy(&output.stderr));
        assert!(asked_for.len() > 2, "{asked_for:?}");
        assert!(asked_for[1..].iter().all(|line| line.contains(&format!(" by {session}"))), "{asked_for:?}");
    }
}

#[test]
fn without_the_right_code_the_sweep_does_not_start() {
    for (code, reason) in [
        (None, "set TAGLEAKS_MFA_CODE"),
        (Some("12345"), "six digits"),
        (Some("1234567"), "six digits"),
        (Some("654321"), "MultiFactorAuthentication failed"),
    ] {
        let output = sweep(&sts(&Arc::default()), &["--profile", "audit"], code);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(reason), "{code:?}: {error}");
        assert!(code.is_none_or(|code| !error.contains(code)), "the code is told: {error}");
    }
}
