//! Every detector's own examples.

#[path = "labelled/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with other tests, which use other parts")]
mod labelled;

use model::Confidence;

#[test]
fn every_regex_compiles() {
    let checked = labelled::matcher(patterns::builtin(), Confidence::Possible).check();
    assert!(checked.is_ok(), "{checked:?}");
}

#[test]
fn every_example_fires_or_stays_silent_as_it_says() {
    let wrong = labelled::wrong_examples(patterns::builtin());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
