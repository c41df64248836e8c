//! What a policy keeps back, and what it must not change.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use std::collections::BTreeSet;

use crossbeam_channel::bounded;
use matcher::{Allow, Config, Glob, Matcher, Policy, Scratch};
use model::{Confidence, Event, Origin, Outcome, Page, Severity};

fn matcher(policy: Policy) -> Matcher {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [3; 32], reveal: false };
    Matcher::new(patterns::builtin(), config).unwrap().with_policy(policy)
}

fn page(fields: &[(&str, &str)]) -> Page {
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    for (key, value) in fields {
        page.push(origin, (key, key), value.as_bytes());
    }
    page
}

fn found(matcher: &Matcher, page: &Page) -> Vec<(String, String)> {
    let mut found = vec![];
    matcher.scan(page, &mut Scratch::default(), &mut |finding| {
        found.push((finding.detector.to_string(), finding.fingerprint));
    });
    found
}

fn ids(found: &[(String, String)]) -> Vec<&str> {
    found.iter().map(|(id, _)| id.as_str()).collect()
}

#[test]
fn an_allowed_value_is_counted_and_not_given() {
    let fields = page(&[("Owner", "jane.roe@corp-mail.de"), ("Backup", "jane.roe@corp-mail.de")]);
    let rules = vec![
        Allow {
            keys: vec![Glob::name("owner")],
            domains: vec![Glob::name("corp-mail.de")],
            ..Allow::default()
        },
        Allow { keys: vec![Glob::name("nobody")], ..Allow::default() },
    ];
    let (sender, work) = bounded(1);
    let matcher = std::sync::Arc::new(matcher(Policy { allow: rules, ..Policy::default() }));
    sender.send(Event::Page(fields)).unwrap();
    drop(sender);
    let outcomes: Vec<_> = matcher::spawn(matcher.clone(), work, 1).iter().collect();
    let [Outcome::Scanned { findings, allowed, .. }] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert_eq!((findings.len(), *allowed), (1, 1));
    assert_eq!(findings[0].key, "Backup");
    assert_eq!(matcher.unused_rules(), [1]);
}

#[test]
fn a_fingerprint_of_a_report_allows_the_value_and_no_other() {
    let fields = page(&[("a", "jane.roe@corp-mail.de"), ("b", "john.doe@corp-mail.de")]);
    let all = found(&matcher(Policy::default()), &fields);
    let rule = Allow { fingerprints: vec![all[0].1.clone()], ..Allow::default() };
    assert_eq!(found(&matcher(Policy { allow: vec![rule], ..Policy::default() }), &fields), all[1..]);
}

#[test]
fn a_detector_that_is_off_still_owns_its_span() {
    let fields =
        page(&[("url", "postgres://svc:Tr0ub4dor@db.corp-mail.de/x"), ("Owner", "jane.roe@corp-mail.de")]);
    let all = found(&matcher(Policy::default()), &fields);
    assert_eq!(ids(&all), ["url-credentials", "email"]);
    let muted = BTreeSet::from(["url-credentials".to_owned()]);
    assert_eq!(ids(&found(&matcher(Policy { muted, ..Policy::default() }), &fields)), ["email"]);
    let min_severity = Some(Severity::High);
    assert_eq!(
        ids(&found(&matcher(Policy { min_severity, ..Policy::default() }), &fields)),
        ["url-credentials"]
    );
}
