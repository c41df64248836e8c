//! Which detectors a run uses, and which findings it keeps to itself.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use anyhow::bail;
use matcher::{Allow, Policy};
use model::{Detector, Kind, Severity};

use crate::args::SelectionArgs;
use crate::config::{AllowRule, Faults, Settings, has_passed};
use crate::dictionary::Spec;

/// The detectors of a run, and its policy.
pub(crate) struct Selection {
    pub(crate) detectors: Cow<'static, [Detector]>,
    pub(crate) policy: Policy,
    /// Line of each allow rule of the policy.
    pub(crate) lines: Vec<usize>,
}

/// Joins arguments and configuration; an argument replaces what the file says.
pub(crate) fn select(args: &SelectionArgs, settings: &Settings) -> anyhow::Result<Selection> {
    let only = or(&args.only, &settings.only);
    let skip = or(&args.skip, &settings.skip);
    let all = detectors(settings);
    for name in only.iter().chain(skip) {
        if let Some(reason) = unknown(name, &all) {
            bail!("{reason}");
        }
    }
    let detectors = of_countries(all, or(&args.country, &settings.countries))?;
    let is_wanted = |detector: &Detector| {
        let is_named = |names: &[String]| names.iter().any(|name| means(name, detector));
        (only.is_empty() || is_named(only)) && !is_named(skip)
    };
    let muted: BTreeSet<_> = detectors
        .iter()
        .filter(|detector| !is_wanted(detector))
        .map(|detector| detector.id.to_string())
        .collect();
    if muted.len() == detectors.len() {
        bail!("no detector is left: everything that is looked for is skipped as well");
    }
    let valid = settings.allow.iter().filter(|rule| !is_expired(rule));
    let (lines, allow) = valid.map(|rule| (rule.line, with_ids(&rule.allow, &detectors))).unzip();
    let min_severity = args.min_severity.or(settings.min_severity);
    Ok(Selection { detectors, policy: Policy { allow, muted, min_severity }, lines })
}

fn or<'a>(typed: &'a [String], configured: &'a [String]) -> &'a [String] {
    if typed.is_empty() { configured } else { typed }
}

/// The built-in detectors, the user's and those of dictionaries, with the severities that the configuration gives.
pub(crate) fn detectors(settings: &Settings) -> Cow<'static, [Detector]> {
    let builtin = patterns::builtin();
    if settings.detectors.is_empty() && settings.severities.is_empty() && settings.dictionaries.is_empty() {
        return Cow::Borrowed(builtin);
    }
    let mut detectors = [builtin, &settings.detectors].concat();
    for detector in settings.dictionaries.iter().map(Spec::detector) {
        // Two files of one name share their detector.
        if detectors.iter().all(|known| known.id != detector.id) {
            detectors.push(detector);
        }
    }
    for detector in &mut detectors {
        detector.severity = severity(detector, settings);
    }
    Cow::Owned(detectors)
}

/// An id is more than a kind.
fn severity(detector: &Detector, settings: &Settings) -> Severity {
    let given = settings.severities.iter().filter(|(name, _)| means(name, detector));
    given.max_by_key(|(name, _)| *name == detector.id).map_or(detector.severity, |(_, severity)| *severity)
}

/// Whether a name is the detector's id, or its kind, also in the plural.
pub(crate) fn means(name: &str, detector: &Detector) -> bool {
    name == detector.id || kind_named(name) == Some(detector.kind)
}

/// The kind of a name: `credential` or `credentials`.
pub(crate) fn kind_named(name: &str) -> Option<Kind> {
    Kind::parse(name).or_else(|| Kind::parse(name.strip_suffix('s')?))
}

/// What to say about a name that means no detector.
pub(crate) fn unknown(name: &str, detectors: &[Detector]) -> Option<String> {
    if detectors.iter().any(|detector| means(name, detector)) {
        return None;
    }
    let near = nearest(detectors, name).map_or(String::new(), |near| format!("did you mean `{near}`? "));
    let kinds: Vec<_> =
        Kind::ALL.iter().filter(|kind| detectors.iter().any(|detector| detector.kind == **kind)).collect();
    let kinds: Vec<_> = kinds.into_iter().map(|kind| kind.as_str()).collect();
    Some(format!(
        "no detector looks for `{name}`; {near}There are the kinds {}, and ids that `tagleaks detectors list` shows",
        kinds.join(", ")
    ))
}

/// Tells the names in a configuration file that mean no detector.
pub(crate) fn check_names(settings: &Settings, mentions: &[(usize, String)], faults: &mut Faults) {
    if mentions.is_empty() {
        return;
    }
    let detectors = detectors(settings);
    for (line, name) in mentions {
        if let Some(reason) = unknown(name, &detectors) {
            faults.push(*line, reason);
        }
    }
}

/// The id with most words in common with what was typed, the shortest of several.
pub(crate) fn nearest<'a>(detectors: &'a [Detector], id: &str) -> Option<&'a str> {
    let shared =
        |known: &str| known.split('-').filter(|word| id.split('-').any(|typed| typed == *word)).count();
    let ids = detectors.iter().map(|detector| &*detector.id);
    ids.filter(|known| shared(known) > 0).max_by_key(|known| (shared(known), Reverse(known.len())))
}

/// Leaves out the detectors of other countries. They are not only muted: what the number of an absent country
/// would claim belongs to the countries that are there.
fn of_countries(
    detectors: Cow<'static, [Detector]>,
    countries: &[String],
) -> anyhow::Result<Cow<'static, [Detector]>> {
    let known: BTreeSet<&str> =
        detectors.iter().flat_map(|detector| detector.countries.iter()).map(AsRef::as_ref).collect();
    if let Some(unknown) = countries.iter().find(|country| !known.contains(country.as_str())) {
        let known: Vec<_> = known.into_iter().collect();
        bail!("no detector is made for the country `{unknown}`; there are {}", known.join(", "));
    }
    if countries.is_empty() {
        return Ok(detectors);
    }
    let is_there = |country: &str| countries.iter().any(|wanted| wanted == country);
    let is_wanted =
        |detector: &&Detector| detector.countries.is_empty() || detector.countries.iter().any(is_there);
    Ok(detectors.iter().filter(is_wanted).cloned().collect())
}

/// Whether the rule's last day has passed.
pub(crate) fn is_expired(rule: &AllowRule) -> bool {
    rule.expires.is_some_and(has_passed)
}

/// The rule with ids in the place of kinds; one that names absent detectors alone fits nothing.
fn with_ids(rule: &Allow, detectors: &[Detector]) -> Allow {
    let mut ids: Vec<String> = vec![];
    for name in &rule.detectors {
        let meant = detectors.iter().filter(|detector| means(name, detector));
        ids.extend(meant.map(|detector| detector.id.to_string()));
        ids.extend(Some(name.clone()).filter(|name| kind_named(name).is_none()));
    }
    Allow { detectors: ids, ..rule.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(only: &[&str], skip: &[&str]) -> SelectionArgs {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        SelectionArgs { only: owned(only), skip: owned(skip), ..SelectionArgs::default() }
    }

    #[test]
    fn no_id_is_the_name_of_a_kind() {
        assert!(patterns::builtin().iter().all(|detector| kind_named(&detector.id).is_none()));
    }

    #[test]
    fn names_choose_kinds_and_ids() {
        let settings = Settings::default();
        for (only, skip, wanted, muted) in [
            (&[][..], &[][..], &["email", "iban"][..], &[][..]),
            (&["credentials"], &[], &["github-token"], &["email", "iban"]),
            (&["email", "financial"], &[], &["email", "iban"], &["github-token", "email-role"]),
            (&[], &["contact"], &["iban"], &["email"]),
            (&["contact"], &["email-role"], &["email"], &["email-role", "iban"]),
        ] {
            let chosen = select(&args(only, skip), &settings).map(|chosen| chosen.policy.muted).unwrap();
            assert!(wanted.iter().all(|id| !chosen.contains(*id)), "{only:?} {skip:?}");
            assert!(muted.iter().all(|id| chosen.contains(*id)), "{only:?} {skip:?}");
        }
        assert!(select(&args(&["contact"], &["contacts"]), &settings).is_err());
        assert!(select(&args(&["contcat"], &[]), &settings).is_err());
    }

    #[test]
    fn an_id_gives_a_severity_before_its_kind() {
        let severities = vec![("email".to_owned(), Severity::Info), ("contacts".to_owned(), Severity::High)];
        for severities in [severities.clone(), severities.into_iter().rev().collect()] {
            let settings = Settings { severities, ..Settings::default() };
            let detectors = detectors(&settings);
            let of = |id: &str| detectors.iter().find(|detector| detector.id == id).unwrap().severity;
            assert_eq!((of("email"), of("email-role")), (Severity::Info, Severity::High));
            assert_eq!(of("github-token"), Severity::Critical);
        }
    }
}
