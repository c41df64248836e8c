//! What every built-in detector promises.

use std::collections::BTreeSet;

use model::{Anchor, Context};

#[test]
fn ids_are_unique_and_help_says_what_to_do() {
    let mut ids = BTreeSet::new();
    for detector in patterns::builtin() {
        assert!(ids.insert(detector.id.as_ref()), "{} is there twice", detector.id);
        assert!(detector.help.ends_with('.') && detector.help.len() > 20, "{}", detector.id);
        assert!(!detector.references.is_empty(), "{} has no reference", detector.id);
        assert!(detector.references.iter().all(|link| link.starts_with("https://")), "{}", detector.id);
        assert!(
            detector
                .covers
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'),
            "{}",
            detector.id
        );
    }
}

#[test]
fn examples_use_known_placeholders_only() {
    for detector in patterns::builtin() {
        for example in detector.matches.iter().chain(detector.no_matches.iter()) {
            let unknown = patterns::unknown_placeholders(example);
            let tolerated = |text: &&str| *text == "{ token }";
            assert!(unknown.iter().all(tolerated), "{}: {unknown:?} in {example:?}", detector.id);
        }
    }
}

#[test]
fn traps_use_known_placeholders_only() {
    let traps = include_str!("../../datasets/traps/traps.jsonl");
    for line in traps.lines() {
        let expanded = patterns::expand(line, 1);
        for name in patterns::placeholders() {
            assert!(!expanded.contains(&format!(" {{{name}}}")), "{line}");
        }
    }
    assert!(traps.lines().count() > 300);
}

#[test]
fn every_leak_of_the_first_issue_is_covered() {
    let covered: BTreeSet<&str> =
        patterns::builtin().iter().map(|detector| detector.covers.as_ref()).collect();
    for id in [
        "email",
        "email_role",
        "url_credentials",
        "signed_url",
        "slack_webhook",
        "teams_webhook",
        "discord_webhook",
        "aws_access_key_id",
        "aws_secret_access_key",
        "aws_session_token",
        "github_token",
        "gitlab_pat",
        "slack_token",
        "stripe_key",
        "gcp_api_key",
        "npm_token",
        "json_web_token",
        "private_key",
        "password",
        "generic_secret",
        "phone",
        "us_ssn",
        "us_itin",
        "credit_card",
        "iban",
        "uk_nino",
        "uk_nhs",
        "date_of_birth",
        "person_name",
    ] {
        assert!(covered.contains(id), "{id}");
    }
}

#[test]
fn digits_never_count_without_a_check_or_a_word() {
    for detector in patterns::builtin() {
        let is_number = matches!(detector.anchor, Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead);
        let checked = !detector.validate.is_empty() || detector.context == Context::Required;
        assert!(!is_number || checked, "{}", detector.id);
    }
}

/// A character of several bytes in a class stands for each of them there, and an engine of bytes refuses it.
#[test]
fn classes_hold_bytes_only() {
    for detector in patterns::builtin() {
        for text in [&detector.regex, &detector.lead] {
            let mut depth = 0_u32;
            let mut is_escaped = false;
            for character in text.chars() {
                match character {
                    _ if is_escaped => {}
                    '[' => depth += 1,
                    ']' => depth = depth.saturating_sub(1),
                    other => assert!(depth == 0 || other.is_ascii(), "{}: {other:?} in a class", detector.id),
                }
                is_escaped = character == '\\' && !is_escaped;
            }
        }
    }
}

/// Words of one or two letters that number detectors cannot do without: nothing else names these numbers.
///
/// Raw text is not searched for such words, so that a detector that has one is asked at every number.
const SHORT_WORDS: &[&str] = &[
    "a.f.m.", "a.m.k.a.", "c.c. no", "c.i.", "c.u.i.l.", "c.u.i.t.", "cc", "cc no", "cf", "dl", "dl no",
    "i.t.i.n.", "n.i.t.", "ni no", "r.f.c.", "r.i.f.", "r.u.c.", "r.u.n.", "r.u.t.", "rg", "sa id", "ss#",
    "st nr", "st.-nr.", "sv nr", "t.c. no", "tc no",
];

#[test]
fn number_detectors_have_few_words_too_short_to_find() {
    let is_short = |word: &&str| {
        word.is_ascii()
            && !word.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|run| run.len() >= 3)
    };
    for detector in patterns::builtin() {
        let is_number = matches!(detector.anchor, Anchor::Digits(_) | Anchor::Code(_));
        for word in detector.keys.iter().map(AsRef::as_ref).filter(is_short).filter(|_| is_number) {
            assert!(SHORT_WORDS.contains(&word), "{}: {word:?}", detector.id);
        }
    }
}
