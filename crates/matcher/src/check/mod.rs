//! Whether a detector can do what it promises, before it may guard anything.
//!
//! - [`anchored`]: whether every match of the regex holds an anchor
//! - [`growth`]: whether the regex stays small

mod anchored;
mod growth;

use model::{Anchor, Detector};
use regex_automata::util::syntax;

use crate::compiled::{Compiled, syntax_config};

/// What is wrong with a detector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The field of its block.
    pub field: &'static str,
    /// The reason, in one sentence.
    pub reason: String,
}

/// Everything that keeps a detector from doing what it promises; its examples are left to the caller.
pub fn check(detector: &Detector) -> Vec<Flaw> {
    let mut flaws = vec![];
    let mut flaw = |field, reason| flaws.push(Flaw { field, reason });
    let compiled = Compiled::new(detector).map_err(|error| flaw(error.field, error.reason)).ok();
    match syntax::parse_with(&detector.regex, &syntax_config()) {
        // Errors of syntax come with a picture of several lines; the last one says what is wrong.
        Err(error) => {
            let error = error.to_string();
            let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
            flaw("regex", format!("the regex is wrong: {reason}"));
        }
        Ok(regex) => {
            if let Some(copies) = growth::too_many(&regex) {
                let most = growth::MOST_COPIES;
                flaw(
                    "regex",
                    format!("repetitions inside of each other make {copies} copies; {most} are the most"),
                );
                return flaws;
            }
            if let Some(Err(error)) = compiled.map(|compiled| compiled.check_regex()) {
                flaw("regex", error.reason);
            }
            let is_found = match &detector.anchor {
                Anchor::Literals(literals) => anchored::every_match_holds_one(&regex, literals),
                Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead | Anchor::Key | Anchor::Dictionary => {
                    true
                }
            };
            if !is_found {
                let reason = "a match of the regex may hold none of the anchors, and would never be found";
                flaw("anchor", reason.to_owned());
            }
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_detector_is_sound() {
        let flaws: Vec<_> = patterns::builtin()
            .iter()
            .flat_map(|detector| check(detector).into_iter().map(|flaw| (detector.id.as_ref(), flaw)))
            // What a built-in regex allows beyond its anchors is a matter of taste; its examples show what is found.
            .filter(|(_, flaw)| flaw.field != "anchor")
            .collect();
        assert!(flaws.is_empty(), "{flaws:#?}");
    }

    type Spoil = fn(&mut Detector);

    #[test]
    fn each_flaw_names_its_field() {
        let email = patterns::builtin().iter().find(|detector| detector.id == "email").unwrap();
        let table: [(&str, Spoil, &str); 6] = [
            ("regex", |detector| detector.regex = "@[0-9".into(), "the regex is wrong: unclosed"),
            ("regex", |detector| detector.regex = "@(?:a{1,200}){200}".into(), "40000 copies"),
            ("regex", |detector| detector.regex = r"@(?:\pL{900}){1}".into(), "the regex is wrong"),
            ("anchor", |detector| detector.regex = "at".into(), "may hold none of the anchors"),
            ("validate", |detector| detector.validate = "luhnn".into(), "no validator is named"),
            ("lead", |detector| detector.lead = "é".into(), ""),
        ];
        for (field, spoil, reason) in table {
            let mut detector = email.clone();
            spoil(&mut detector);
            let flaws = check(&detector);
            let found = flaws.iter().any(|flaw| flaw.field == field && flaw.reason.contains(reason));
            assert!(
                found && flaws.iter().all(|flaw| !flaw.reason.contains('\n')),
                "{field} {reason}: {flaws:?}"
            );
        }
    }
}
