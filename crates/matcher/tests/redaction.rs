//! A finding shows no value: not its own, and none that stands in the names around it.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use matcher::{Config, Matcher, Scratch};
use model::{Confidence, Origin, Page};

const MAIL: &str = "jane.doe@acme-corp.io";
const PHONE: &str = "+442071838750";

/// Everything a report could print of the findings in one field.
fn printed(origin: Origin, path: &str, key: &str, value: &str) -> String {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(patterns::builtin(), config).unwrap();
    let mut page = Page::new();
    let origin = page.add_origin(origin);
    page.push(origin, (path, key), value.as_bytes());
    let mut findings = Vec::new();
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| findings.push(finding));
    assert!(!findings.is_empty(), "nothing found at {path} in {value}");
    format!("{findings:?}{}", serde_json::to_string(&findings).unwrap())
}

#[test]
fn names_around_a_finding_are_masked() {
    let password = patterns::expand("{password}", 3);
    let origin = |arn: &str, path: &str| Origin {
        arn: Some(arn.into()),
        path: Some(path.into()),
        ..Origin::default()
    };
    let plain = || origin("arn:aws:sqs:eu-west-1:111122223333:q", "main.tf");
    let table = [
        (plain(), format!("{MAIL}.password"), "password", password.clone()),
        (plain(), format!("users.{MAIL}.db.password"), "password", password.clone()),
        (plain(), format!("{PHONE}.password"), "password", password.clone()),
        (plain(), format!("Tags.{MAIL}#key"), "", MAIL.to_owned()),
        (plain(), format!("resource.x.{password}.password"), "password", password.clone()),
        (origin("", &format!("{MAIL}.txt")), "a".to_owned(), "password", password.clone()),
        (origin("", &format!("dir/backup_{MAIL}.tar.txt")), "a".to_owned(), "password", password.clone()),
        (origin("", &format!("id_{password}.txt")), "a".to_owned(), "password", password.clone()),
        (origin(&format!("arn:aws:iam::1:user/{MAIL}"), ""), "a".to_owned(), "password", password.clone()),
        (
            origin(&format!("arn:aws:iam::1:user/\u{202e}x-{MAIL}"), ""),
            "a".to_owned(),
            "password",
            password.clone(),
        ),
        (origin(&format!("arn:aws:sqs:::q-{password}"), ""), "a".to_owned(), "password", password.clone()),
    ];
    for (origin, path, key, value) in table {
        let label = path.clone();
        let text = printed(origin, &path, key, &value);
        for raw in [MAIL, PHONE, &password] {
            assert!(!text.contains(raw), "{label}: {}", text.replace(raw, "<<RAW>>"));
        }
    }
}

#[test]
fn a_contact_ends_where_its_form_ends() {
    let table = [
        format!("{PHONE} 24/7"),
        format!("{PHONE} 2024"),
        "+44 20 7183 8750 5 days".to_owned(),
        format!("{MAIL}.json"),
        format!("{MAIL}_backup"),
        format!("{MAIL}.bak"),
    ];
    for text in table {
        let printed = printed(Origin::default(), "Tags.Contact", "Contact", &text);
        assert!(printed.contains("certain") || printed.contains("likely"), "{text}");
    }
}
