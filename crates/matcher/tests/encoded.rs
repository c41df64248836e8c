//! What a finding says about text under base64, and about the account of an AWS key.

#[path = "labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with other tests, which use other parts")]
mod labelled;

use matcher::Scratch;
use model::{Confidence, Finding, Origin, Page, RawForm};

fn findings(text: &str) -> Vec<Finding> {
    let matcher = labelled::matcher(patterns::builtin(), Confidence::Likely);
    let mut page = Page::new();
    let origin = page.add_origin(Origin::default());
    page.push(origin, ("UserData", "UserData"), text.as_bytes());
    let mut found = Vec::new();
    matcher.scan(&page, &mut Scratch::default(), &mut |finding| found.push(finding));
    found
}

#[test]
fn a_finding_in_base64_stands_where_the_blob_stands_and_shows_nothing_of_it() {
    let blob = patterns::expand("{script_base64}", 3);
    let text = format!("content: {blob}");
    let found = findings(&text);
    assert_eq!(found.len(), 1);
    let run = blob.trim_end_matches('=');
    assert_eq!(&text[found[0].span.start..found[0].span.end], run);
    assert!(found[0].name.ends_with(", in base64"), "{}", found[0].name);
    assert_eq!((found[0].covers.as_ref(), found[0].preview.as_str()), ("password", "…"));
}

#[test]
fn base64_is_decoded_once() {
    let matcher = labelled::matcher(patterns::builtin(), Confidence::Likely);
    let once = patterns::expand("{url_base64}", 3);
    assert_eq!(findings(&once)[0].covers.as_ref(), "url_credentials");
    // The same URL, encoded twice.
    let twice = "Y0c5emRHZHlaWE02THk5aGNIQTZTM2c1YlZFeWRsUTFRR1JpTG1sdWRHVnlibUZzTDNn";
    assert!(findings(twice).is_empty());
    let mut places = Vec::new();
    matcher.candidates(once.as_bytes(), RawForm::Other, &mut Scratch::default(), &mut places);
    assert_eq!(places, [0]);
}

#[test]
fn the_help_of_an_aws_key_names_its_account() {
    let key = ["ASIA", "QNZGKIQY56JQ7WML"].concat();
    let found = findings(&format!("deploys with {key} until June"));
    let help = &found.first().unwrap().help;
    assert!(help.starts_with("Key of account 029608264753. Find the user"), "{help}");
    let old = ["AKIA", "IQ7ZPLMN5XR2TWUV"].concat();
    assert!(findings(&old)[0].help.starts_with("Find the user"));
}
