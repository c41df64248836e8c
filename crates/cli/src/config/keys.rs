//! What may stand in `tagleaks.toml`: one table of keys.

use std::path::PathBuf;

use model::{Confidence, Detector, Severity};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::allow::{self, AllowRule};
use super::dictionaries;
use super::reading::{Reading, one_of, texts};
use crate::args::{MOST_THREADS, When};
use crate::dictionary::Spec;

/// What a configuration file sets.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) min_confidence: Option<Confidence>,
    pub(crate) min_severity: Option<Severity>,
    /// Kinds and ids of detectors.
    pub(crate) only: Vec<String>,
    pub(crate) skip: Vec<String>,
    pub(crate) countries: Vec<String>,
    /// Severities by kind or id of a detector.
    pub(crate) severities: Vec<(String, Severity)>,
    pub(crate) allow: Vec<AllowRule>,
    pub(crate) threads: Option<u16>,
    pub(crate) hidden: bool,
    pub(crate) no_ignore: bool,
    pub(crate) color: Option<When>,
    pub(crate) detectors: Vec<Detector>,
    pub(crate) dictionaries: Vec<Spec>,
    /// Where all this was read.
    pub(crate) file: Option<PathBuf>,
}

/// A key: its name, the values that it accepts in words, and how it is set.
struct Key {
    name: &'static str,
    accepts: fn() -> String,
    /// `None`: the value is not acceptable. Faults inside a value that has many are told to the reading.
    set: fn(&mut Settings, &Spanned<DeValue<'_>>, &mut Reading<'_>) -> Option<()>,
}

const KEYS: &[Key] = &[
    Key {
        name: "min_confidence",
        accepts: || one_of(Confidence::ALL.iter().map(|confidence| confidence.as_str())),
        set: |settings, value, _| {
            settings.min_confidence = Some(Confidence::parse(value.get_ref().as_str()?)?);
            Some(())
        },
    },
    Key {
        name: "min_severity",
        accepts: severities,
        set: |settings, value, _| {
            settings.min_severity = Some(Severity::parse(value.get_ref().as_str()?)?);
            Some(())
        },
    },
    Key {
        name: "only",
        accepts: || "a list of kinds and ids of detectors".to_owned(),
        set: |settings, value, reading| {
            settings.only = names(value, reading)?;
            Some(())
        },
    },
    Key {
        name: "skip",
        accepts: || "a list of kinds and ids of detectors".to_owned(),
        set: |settings, value, reading| {
            settings.skip = names(value, reading)?;
            Some(())
        },
    },
    Key {
        name: "country",
        accepts: || "a list of country codes, such as \"DE\"".to_owned(),
        set: |settings, value, _| {
            let codes = texts(value)?;
            settings.countries = codes.into_iter().map(|(_, code)| country(&code)).collect::<Option<_>>()?;
            Some(())
        },
    },
    Key {
        name: "severity",
        accepts: || "a table of kinds and ids of detectors, each with a severity".to_owned(),
        set: |settings, value, reading| {
            for (name, value) in value.get_ref().as_table()? {
                reading.mention(name.span().start, name.get_ref());
                match value.get_ref().as_str().and_then(Severity::parse) {
                    Some(severity) => settings.severities.push((name.get_ref().to_string(), severity)),
                    None => reading.fault(value.span().start, format!("a severity is {}", severities())),
                }
            }
            Some(())
        },
    },
    Key {
        name: "allow",
        accepts: || "[[allow]] blocks".to_owned(),
        set: |settings, value, reading| {
            settings.allow = allow::read(value.get_ref(), reading)?;
            Some(())
        },
    },
    Key {
        name: "threads",
        accepts: || format!("a whole number from 1 to {MOST_THREADS}"),
        set: |settings, value, _| {
            let number = value.get_ref().as_integer()?;
            let number = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
            settings.threads = Some(number).filter(|number| (1..=MOST_THREADS).contains(number));
            settings.threads.map(drop)
        },
    },
    Key {
        name: "hidden",
        accepts: || one_of(["true", "false"]),
        set: |settings, value, _| {
            settings.hidden = value.get_ref().as_bool()?;
            Some(())
        },
    },
    Key {
        name: "no_ignore",
        accepts: || one_of(["true", "false"]),
        set: |settings, value, _| {
            settings.no_ignore = value.get_ref().as_bool()?;
            Some(())
        },
    },
    Key {
        name: "color",
        accepts: || one_of(When::ALL.map(When::as_str)),
        set: |settings, value, _| {
            settings.color = Some(When::parse(value.get_ref().as_str()?)?);
            Some(())
        },
    },
    Key {
        name: "dictionary",
        accepts: || "files, such as \"customers.csv:email\", or blocks with file, column and kind".to_owned(),
        set: |settings, value, reading| {
            settings.dictionaries = dictionaries::read(value, reading)?;
            Some(())
        },
    },
    Key {
        name: "detector",
        accepts: || "[[detector]] blocks".to_owned(),
        // `patterns` reads them.
        set: |_, value, _| value.get_ref().as_array().map(drop),
    },
];

/// Reads everything but the detectors, and tells all faults to the reading.
pub(super) fn read(table: &DeTable<'_>, reading: &mut Reading<'_>) -> Settings {
    let mut settings = Settings::default();
    for (name, value) in table {
        match KEYS.iter().find(|key| key.name == name.get_ref()) {
            None => {
                let known = one_of(KEYS.iter().map(|key| key.name));
                reading.unknown(name, &format!("known are {known}"));
            }
            Some(key) => {
                if (key.set)(&mut settings, value, reading).is_none() {
                    let accepts = (key.accepts)();
                    reading.fault(value.span().start, format!("`{}` takes {accepts}", key.name));
                }
            }
        }
    }
    settings
}

/// A code of two letters, in capitals.
pub(crate) fn country(code: &str) -> Option<String> {
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| code.to_ascii_uppercase())
}

fn names(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Vec<String>> {
    let names = texts(value)?;
    for (at, name) in &names {
        reading.mention(*at, name);
    }
    Some(names.into_iter().map(|(_, name)| name).collect())
}

fn severities() -> String {
    one_of(Severity::ALL.iter().map(|severity| severity.as_str()))
}

#[cfg(test)]
mod tests {
    use model::Kind;

    use super::*;

    /// The settings of a text, and its faults in one line.
    fn parse(text: &str) -> (Settings, String) {
        let mut reading = Reading::new(text, "t.toml");
        let settings = read(DeTable::parse(text).unwrap().get_ref(), &mut reading);
        (settings, reading.faults.into_result().err().map(|error| error.to_string()).unwrap_or_default())
    }

    #[test]
    fn every_key_is_read() {
        let text = r#"
            min_confidence = "possible"
            min_severity = "low"
            only = ["credential", "email"]
            skip = "us-ssn"
            country = ["de", "FR"]
            threads = 0x3
            hidden = true
            no_ignore = true
            color = "never"
            dictionary = ["a.csv:mail", { file = "b.txt", kind = "financial" }, { file = "c.csv", column = 2 }]
            [severity]
            email = "info"
            [[allow]]
            reason = "public"
            key = "Owner"
            domain = ["acme.com"]
            expires = 2027-01-31
        "#;
        let (settings, faults) = parse(text);
        assert_eq!(faults, "");
        assert_eq!(settings.min_confidence, Some(Confidence::Possible));
        assert_eq!(settings.min_severity, Some(Severity::Low));
        assert_eq!(settings.only, ["credential", "email"]);
        assert_eq!(settings.skip, ["us-ssn"]);
        assert_eq!(settings.countries, ["DE", "FR"]);
        assert_eq!(settings.severities, [("email".to_owned(), Severity::Info)]);
        assert_eq!((settings.allow.len(), settings.allow[0].line), (1, 14));
        assert!(settings.allow[0].expires.is_some());
        assert_eq!(settings.threads, Some(3));
        assert!(settings.hidden && settings.no_ignore);
        assert_eq!(settings.color, Some(When::Never));
        let dictionaries = settings.dictionaries.iter();
        let dictionaries: Vec<_> =
            dictionaries.map(|spec| (spec.detector().id.into_owned(), spec.kind)).collect();
        let expected = [("a-mail", Kind::Person), ("b", Kind::Financial), ("c-2", Kind::Person)];
        assert_eq!(dictionaries, expected.map(|(name, kind)| (format!("dictionary:{name}"), kind)));
    }

    #[test]
    fn a_fault_names_its_line_and_what_is_accepted() {
        for (text, expected) in [
            ("\nthreads = 0", "t.toml:2: `threads` takes a whole number from 1 to 1024"),
            ("threads = \"four\"", "t.toml:1: `threads` takes a whole number from 1 to 1024"),
            ("threads = 2000", "t.toml:1: `threads` takes a whole number from 1 to 1024"),
            ("hidden = 1", "t.toml:1: `hidden` takes true or false"),
            ("color = \"blue\"", "t.toml:1: `color` takes auto, always or never"),
            ("min_confidence = \"sure\"", "t.toml:1: `min_confidence` takes possible, likely or certain"),
            ("min_severity = 3", "t.toml:1: `min_severity` takes info, low, medium, high or critical"),
            ("only = [3]", "t.toml:1: `only` takes a list of kinds and ids of detectors"),
            ("country = \"Germany\"", "t.toml:1: `country` takes a list of country codes, such as \"DE\""),
            ("[severity]\nemail = \"bad\"", "t.toml:2: a severity is info, low, medium, high or critical"),
            (
                "hidden = true\ncolour = \"never\"",
                "t.toml:2: unknown key `colour`; known are min_confidence, min_severity, only, skip, country, \
                 severity, allow, threads, hidden, no_ignore, color, dictionary or detector",
            ),
            ("dictionary = 3", "t.toml:1: `dictionary` takes files, such as"),
            ("dictionary = [\"\"]", "t.toml:1: `dictionary` takes files, such as"),
            ("[[dictionary]]\ncolumn = 2", "t.toml:1: `dictionary` takes files, such as"),
            ("[[dictionary]]\nfile = \"a\"\nkind = \"x\"", "t.toml:3: `kind` takes credential, contact,"),
            (
                "[[dictionary]]\nfile = \"a\"\nfiles = \"x\"",
                "t.toml:3: unknown key `files`; a dictionary takes",
            ),
            ("detector = 3", "t.toml:1: `detector` takes [[detector]] blocks"),
            ("allow = 3", "t.toml:1: `allow` takes [[allow]] blocks"),
            (
                "threads = 0\nhidden = 1",
                "t.toml:1: `threads` takes a whole number from 1 to 1024; t.toml:2: `hidden` takes true or false",
            ),
        ] {
            let faults = parse(text).1;
            assert!(faults.starts_with(expected), "{text}: {faults}");
        }
    }

    #[test]
    fn a_wrong_allow_rule_is_told_on_its_line() {
        for (fields, expected) in [
            ("key = \"a\"", "t.toml:1: an allow rule needs a `reason`"),
            ("reason = \"\"\nkey = \"a\"", "t.toml:2: `reason` takes a text that says why"),
            (
                "reason = \"x\"",
                "t.toml:1: an allow rule without key, domain, path, account, detector or fingerprint would allow \
                 everything",
            ),
            ("reason = \"x\"\nkey = []", "t.toml:3: `key` takes names"),
            ("reason = \"x\"\nkey = [\n\"a\",\n\" \"]", "t.toml:5: `key` takes names"),
            ("reason = \"x\"\ndomain = \"https://a.de/\"", "t.toml:3: `domain` takes domains"),
            (
                "reason = \"x\"\naccount = 111122223333",
                "t.toml:3: `account` takes AWS account ids of 12 digits",
            ),
            ("reason = \"x\"\naccount = \"1111\"", "t.toml:3: `account` takes"),
            ("reason = \"x\"\nfingerprint = \"v1:12\"", "t.toml:3: `fingerprint` takes fingerprints"),
            ("reason = \"x\"\nkey = \"a\"\nexpires = \"2027-01-31\"", "t.toml:4: `expires` takes a date"),
            (
                "reason = \"x\"\nkey = \"a\"\nexpires = 2027-01-31T10:00:00",
                "t.toml:4: `expires` takes a date",
            ),
            ("reason = \"x\"\nkeys = \"a\"", "t.toml:1: an allow rule without"),
            (
                "reason = \"x\"\nkey = \"a\"\nvalue = \"b\"",
                "t.toml:4: unknown key `value`; an allow rule takes key,",
            ),
        ] {
            let faults = parse(&format!("[[allow]]\n{fields}")).1;
            assert!(faults.starts_with(expected), "{fields}: {faults}");
        }
        assert!(parse("[[allow]]\nreason = 1\nkey = 2").1.contains("t.toml:3: `key` takes"), "all are told");
    }
}
