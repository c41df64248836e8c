//! What may stand in `tagleaks.toml`: one table of keys.

use std::path::PathBuf;

use anyhow::anyhow;
use model::{Confidence, Detector, Kind};
use reporter::visible;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::args::{MOST_THREADS, When};

/// The most characters of an unknown key that are repeated.
const LONGEST_NAME: usize = 40;

/// What a configuration file sets.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) min_confidence: Option<Confidence>,
    pub(crate) only: Vec<Kind>,
    pub(crate) threads: Option<u16>,
    pub(crate) hidden: bool,
    pub(crate) no_ignore: bool,
    pub(crate) color: Option<When>,
    pub(crate) detectors: Vec<Detector>,
    /// Where all this was read.
    pub(crate) file: Option<PathBuf>,
    /// Where each detector stands.
    pub(super) blocks: Vec<Block>,
}

/// Lines of a `[[detector]]` block and of its examples.
#[derive(Default)]
pub(super) struct Block {
    pub(super) line: usize,
    pub(super) match_line: usize,
    pub(super) no_match_line: usize,
}

/// A key: its name, the values that it accepts in words, and how it is set.
struct Key {
    name: &'static str,
    accepts: fn() -> String,
    /// `None`: the value is not acceptable.
    set: fn(&mut Settings, &DeValue<'_>) -> Option<()>,
}

const KEYS: &[Key] = &[
    Key {
        name: "min_confidence",
        accepts: || one_of(Confidence::ALL.iter().map(|confidence| confidence.as_str())),
        set: |settings, value| {
            settings.min_confidence = Some(Confidence::parse(value.as_str()?)?);
            Some(())
        },
    },
    Key {
        name: "only",
        accepts: || format!("a list of {}", one_of(Kind::ALL.iter().map(|kind| kind.as_str()))),
        set: |settings, value| {
            let names = value.as_array()?.iter();
            settings.only = names.map(|name| Kind::parse(name.get_ref().as_str()?)).collect::<Option<_>>()?;
            Some(())
        },
    },
    Key {
        name: "threads",
        accepts: || format!("a whole number from 1 to {MOST_THREADS}"),
        set: |settings, value| {
            let number = value.as_integer()?;
            let number = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
            settings.threads = Some(number).filter(|number| (1..=MOST_THREADS).contains(number));
            settings.threads.map(drop)
        },
    },
    Key {
        name: "hidden",
        accepts: || one_of(["true", "false"]),
        set: |settings, value| {
            settings.hidden = value.as_bool()?;
            Some(())
        },
    },
    Key {
        name: "no_ignore",
        accepts: || one_of(["true", "false"]),
        set: |settings, value| {
            settings.no_ignore = value.as_bool()?;
            Some(())
        },
    },
    Key {
        name: "color",
        accepts: || one_of(When::ALL.map(When::as_str)),
        set: |settings, value| {
            settings.color = Some(When::parse(value.as_str()?)?);
            Some(())
        },
    },
    Key {
        name: "detector",
        accepts: || "[[detector]] blocks".to_owned(),
        set: |settings, value| {
            // Offsets for now; `parse` knows the text and makes lines of them.
            settings.blocks = value.as_array()?.iter().map(block_of).collect();
            Some(())
        },
    },
];

/// Reads everything but the detectors.
pub(super) fn parse(text: &str, file: &str) -> anyhow::Result<Settings> {
    let fault = |at: usize, message: String| anyhow!("{file}:{}: {message}", line_of(text, at));
    let table = DeTable::parse(text).map_err(|error| {
        fault(error.span().map_or(0, |span| span.start), error.message().replace('\n', ", "))
    })?;
    let mut settings = Settings::default();
    for (name, value) in table.get_ref() {
        let Some(key) = KEYS.iter().find(|key| key.name == name.get_ref()) else {
            let known = one_of(KEYS.iter().map(|key| key.name));
            let name_shown = shortened(name.get_ref());
            return Err(fault(name.span().start, format!("unknown key `{name_shown}`; known are {known}")));
        };
        (key.set)(&mut settings, value.get_ref())
            .ok_or_else(|| fault(value.span().start, format!("`{}` takes {}", key.name, (key.accepts)())))?;
    }
    for block in &mut settings.blocks {
        for line in [&mut block.line, &mut block.match_line, &mut block.no_match_line] {
            *line = line_of(text, *line);
        }
    }
    Ok(settings)
}

/// The offsets of a block; its own where it has no such examples.
fn block_of(block: &Spanned<DeValue<'_>>) -> Block {
    let line = block.span().start;
    let start = |key| block.get_ref().get(key).map_or(line, |value| value.span().start);
    Block { line, match_line: start("match"), no_match_line: start("no_match") }
}

/// A key that nobody knows, which may be anything, as part of a sentence.
fn shortened(name: &str) -> String {
    let mut shown: String = visible(name).chars().take(LONGEST_NAME).collect();
    if shown.len() < visible(name).len() {
        shown.push('…');
    }
    shown
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}

fn one_of(names: impl IntoIterator<Item = &'static str>) -> String {
    let mut names: Vec<_> = names.into_iter().collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last.to_owned() } else { format!("{} or {last}", names.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let text = r#"
            min_confidence = "possible"
            only = ["credential", "contact"]
            threads = 0x3
            hidden = true
            no_ignore = true
            color = "never"
        "#;
        let settings = parse(text, "tagleaks.toml").unwrap();
        assert_eq!(settings.min_confidence, Some(Confidence::Possible));
        assert_eq!(settings.only, [Kind::Credential, Kind::Contact]);
        assert_eq!(settings.threads, Some(3));
        assert!(settings.hidden && settings.no_ignore);
        assert_eq!(settings.color, Some(When::Never));
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
            (
                "only = [\n\"secrets\"]",
                "t.toml:1: `only` takes a list of credential, contact, financial, government-id, health, person or network",
            ),
            (
                "hidden = true\ncolour = \"never\"",
                "t.toml:2: unknown key `colour`; known are min_confidence, only, threads, hidden, no_ignore, color or \
                 detector",
            ),
            ("detector = 3", "t.toml:1: `detector` takes [[detector]] blocks"),
        ] {
            assert_eq!(parse(text, "t.toml").err().unwrap().to_string(), expected);
        }
        let error = parse("hidden = true\nx = [", "t.toml").err().unwrap().to_string();
        assert!(error.starts_with("t.toml:2: ") && error.lines().count() == 1, "{error}");
    }
}
