//! All accounts of an organization are read, or those that are asked for.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use fetcher::{Config, Organization, Selector};
use model::CallStatus;
use serde::Deserialize;

use crate::account::{REGION, Swept, config, run};
use crate::server::{Server, python};

/// One account and the marks of it.
#[derive(Debug, Deserialize)]
struct Member {
    id: String,
    unit: String,
    name: String,
    email: String,
    tag: String,
    queue: String,
}

fn plant(server: &Server) -> Vec<Member> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/moto/organization.py");
    let mut python = Command::new(python());
    let output =
        python.arg("-B").arg(script).args([server.endpoint(), REGION]).output().expect("python starts");
    assert!(output.status.success(), "organization.py: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("organization.py prints JSON")
}

fn sweep(server: &Server, include: &[&str], exclude: &[&str]) -> Swept {
    let selectors =
        |texts: &[&str]| texts.iter().map(|text| Selector::parse(text).expect("it is a selector")).collect();
    let organization = Organization {
        role_name: "audit".to_owned(),
        external_id: Some("swept".to_owned()),
        include: selectors(include),
        exclude: selectors(exclude),
    };
    run(Config { organization: Some(organization), ..config(server) })
}

/// Accounts that were entered.
fn entered(swept: &Swept) -> BTreeSet<&str> {
    let rows = swept.coverage.iter().filter(|row| &*row.call == "sts:AssumeRole");
    rows.filter(|row| row.status == CallStatus::Complete).map(|row| &*row.account).collect()
}

#[test]
fn every_account_is_entered_and_read() {
    let server = Server::start();
    let members = plant(&server);
    let swept = sweep(&server, &[], &[]);

    let has = |path: &str, value: &str| {
        swept.records.iter().any(|found| found.path == path && found.value == value)
    };
    for member in &members {
        assert!(
            has("Name", &member.name) && has("Email", &member.email) && has("Tags.Note", &member.tag),
            "{member:?}"
        );
        let arn = format!("arn:aws:sqs:{REGION}:{}:{}", member.id, member.queue);
        let queues = swept.records.iter().filter(|found| found.arn.as_ref() == Some(&arn)).count();
        assert_eq!(queues, 1, "{arn}");
    }
    for unit in ["Prod", "EU", "Sandbox"] {
        assert!(has("Name", unit), "{unit}");
    }
    // The account that manages the organization is a member too.
    assert_eq!(entered(&swept).len(), members.len() + 1);
}

#[test]
fn accounts_are_chosen_by_id_unit_and_tag() {
    let server = Server::start();
    let members = plant(&server);
    let ids = |is_wanted: &dyn Fn(&Member) -> bool| -> BTreeSet<&str> {
        members.iter().filter(|member| is_wanted(member)).map(|member| &*member.id).collect()
    };
    let first = members[0].id.clone();
    for (include, exclude, expected) in [
        (&[&*first][..], &[][..], ids(&|member| member.id == first)),
        (&["ou:Prod"], &[], ids(&|member| member.unit.starts_with("Prod"))),
        (&["ou:Prod/EU"], &[], ids(&|member| member.unit == "Prod/EU")),
        (&["tag:Stage=test"], &[], ids(&|member| !member.unit.starts_with("Prod"))),
        (&["tag:Stage"], &["ou:Prod", &*first], ids(&|member| !member.unit.starts_with("Prod"))),
    ] {
        assert_eq!(entered(&sweep(&server, include, exclude)), expected, "{include:?} {exclude:?}");
    }
}
