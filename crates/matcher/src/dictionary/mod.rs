//! Exact data match: values of the user, found anywhere in a text although only their keyed hashes are known.
//!
//! - [`words`]: words of a text, without case, accents and punctuation; [`chain`]: words in a row as one hash
//! - [`key`], [`siphash`]: the key and the hash
//! - [`builder`]: values in, hashes out; [`table`]: the hashes; [`heads`]: what values begin with
//! - [`probe`]: the search; [`tally`]: values that stand everywhere
//! - [`file`]: the compact form that can be handed around

mod builder;
mod chain;
mod file;
mod heads;
mod key;
mod probe;
mod siphash;
mod table;
mod tally;
#[cfg(test)]
mod twin;
mod words;

use model::{Anchor, Confidence, Context, Detector, Kind, Mask, Severity, Shape, Texts};

pub use builder::{Builder, Counts};
pub use file::ReadError;
use heads::Heads;
use key::Key;
pub use key::Salt;
use table::Table;
pub use tally::Flood;
use tally::Tally;

/// Values of the user, as keyed hashes.
pub struct Dictionary {
    key: Key,
    heads: Heads,
    table: Table,
    /// Bytes of the longest value, without what stands between its words.
    longest: u32,
    tally: Tally,
}

impl Dictionary {
    /// How many values it has.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What was found so often that it is no more told.
    pub fn flood(&self) -> Flood {
        self.tally.flood()
    }

    /// The detector of a dictionary of this name; its findings are sure, because the values are the user's.
    pub fn detector(name: &str, kind: Kind) -> Detector {
        let help = "It is a value of your own dictionary: remove it here, and put a random id in its place.";
        Detector {
            id: format!("dictionary:{name}").into(),
            covers: "dictionary".into(),
            identifiers: Texts::EMPTY,
            kind,
            countries: Texts::EMPTY,
            name: format!("Value of the dictionary {name}").into(),
            severity: Severity::High,
            anchor: Anchor::Dictionary,
            regex: "".into(),
            shape: Shape::ANY,
            layouts: [].as_slice().into(),
            lead: "".into(),
            reach: 0,
            validate: "".into(),
            context: Context::None,
            keys: Texts::EMPTY,
            veto: Texts::EMPTY,
            built_in: None,
            confidence: Confidence::Certain,
            alone: None,
            pierces: true,
            // Above people, contacts and numbers, below the tokens of providers, of which a value may be a part.
            rank: 63,
            mask: Mask::All,
            help: help.into(),
            matches: Texts::EMPTY,
            no_matches: Texts::EMPTY,
            references: Texts::EMPTY,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use model::{Origin, Page, RawForm};
    use proptest::prelude::*;

    use super::*;
    use crate::{Config, Matcher, Scratch};

    const VALUES: [&str; 4] = ["Jane Doe", "j.roe@corp-mail.de", "4111 1111 1111 1111", "Jürgen Groß"];

    fn matcher() -> Matcher {
        let mut builder = Builder::new(None, [1; 16]);
        for value in VALUES {
            builder.add(value.as_bytes());
        }
        let mut detectors = patterns::builtin().to_vec();
        detectors.push(Dictionary::detector("customers", Kind::Person));
        let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
        Matcher::new(&detectors, config).unwrap().with_dictionary("dictionary:customers", builder.finish().0)
    }

    fn page(fields: &[(&str, &str)]) -> Page {
        let mut page = Page::new();
        let origin = page.add_origin(Origin::default());
        for (key, value) in fields {
            page.push(origin, (key, key), value.as_bytes());
        }
        page
    }

    fn findings(fields: &[(&str, &str)]) -> Vec<model::Finding> {
        let mut findings = vec![];
        matcher().scan(&page(fields), &mut Scratch::default(), &mut |finding| findings.push(finding));
        findings
    }

    #[test]
    fn a_value_is_found_in_any_structure() {
        for text in [
            "arn:aws:s3:::scans/jane_doe.png",
            "${var.jane-doe}",
            "https://x.example/?q=J.Roe%40corp-mail.de",
            "card 4111111111111111",
            "JURGEN GROSS",
        ] {
            let found = findings(&[("Note", text)]);
            assert_eq!(found.len(), 1, "{text}");
            let finding = &found[0];
            assert_eq!(
                (&*finding.detector, &*finding.covers),
                ("dictionary:customers", "dictionary"),
                "{text}"
            );
            assert!(!format!("{finding:?}").to_lowercase().contains("doe"), "{text}");
        }
        assert!(findings(&[("Note", "jane and doe"), ("Jane", "Doe")]).is_empty());
    }

    #[test]
    fn names_around_a_finding_are_masked() {
        let found = findings(&[("Tags.jane-doe", "by Jane Doe")]);
        assert_eq!((found.len(), found[0].path.to_lowercase().contains("doe")), (1, false));
    }

    #[test]
    fn a_value_that_stands_everywhere_is_told_so_often() {
        let matcher = matcher();
        let text = "jane doe; ".repeat(10_050);
        let mut n_findings = 0;
        matcher.scan(&page(&[("", &text)]), &mut Scratch::default(), &mut |_| n_findings += 1);
        let floods: Vec<_> = matcher.floods().collect();
        assert_eq!(n_findings, 10_000);
        assert_eq!(floods, [("dictionary:customers", Flood { values: 1, left_out: 50 })]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn raw_candidates_stand_in_every_record_with_a_value(
            pieces in prop::collection::vec(prop::collection::vec(
                prop::sample::select(vec!["jane", " ", "_", "DOE", "j.roe", "@corp-mail", ".de", "4111", "1111", "-", "x"]),
                0..12,
            ), 1..6)
        ) {
            let values: Vec<String> = pieces.iter().map(|pieces| pieces.concat()).collect();
            let fields: Vec<_> = values.iter().map(|value| ("Note", value.as_str())).collect();
            let (mut raw, mut lines) = (String::new(), vec![]);
            for (key, value) in &fields {
                let start = raw.len();
                writeln!(raw, "{{\"Key\":\"{key}\",\"Value\":\"{value}\"}}").unwrap();
                lines.push(start..raw.len());
            }
            let (matcher, mut places) = (matcher(), vec![]);
            matcher.candidates(raw.as_bytes(), RawForm::Other, &mut Scratch::default(), &mut places);
            for (index, field) in fields.iter().enumerate() {
                let mut n_findings = 0;
                matcher.scan(&page(&[*field]), &mut Scratch::default(), &mut |_| n_findings += 1);
                prop_assert!(n_findings == 0 || places.iter().any(|place| lines[index].contains(place)));
            }
        }
    }
}
