//! Placeholders such as `{ghp}` in examples and data sets, expanded to values that look alive.
//!
//! Git holds no literal token this way, and every token passes its checksum.
//!
//! - [`random`]: the seeded generator
//! - [`encode`]: CRC32, base62, base64
//! - [`alphabet`], [`checked`], [`aws`], [`token`], [`secret`], [`url`], [`number`], [`financial`], [`europe`],
//!   [`world`], [`text`]: one small function per placeholder

mod alphabet;
mod aws;
mod checked;
mod encode;
mod europe;
mod financial;
mod number;
mod random;
mod secret;
mod text;
mod token;
mod url;
mod world;

use random::Random;

/// Makes a value from the text behind the colon, which is empty where there is none.
type Make = fn(&mut Random, &str) -> Option<String>;

/// Every placeholder, with the argument that an example would give.
const TABLES: &[&[(&str, Make)]] = &[
    aws::TABLE,
    token::TABLE,
    checked::TABLE,
    alphabet::TABLE,
    secret::TABLE,
    url::TABLE,
    number::TABLE,
    financial::TABLE,
    text::TABLE,
    europe::TABLE,
    world::TABLE,
];

/// Replaces every known `{name}` and `{name:argument}` by a value that depends on text and seed alone.
///
/// Braces that hold no known name stay as they are, and so do `${…}` and `{{…}}`.
///
/// # Examples
/// ```
/// let token = patterns::expand("{ghp}", 1);
/// assert!(token.starts_with("ghp_") && token.len() == 40);
/// assert_eq!(patterns::expand("${var.x} {{password}} {nothing}", 1), "${var.x} {{password}} {nothing}");
/// ```
pub fn expand(text: &str, seed: u64) -> String {
    let mut random = Random::new(seed);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for slot in slots(text) {
        if let Some(value) = value(slot, &mut random) {
            out.push_str(&text[done..slot.start]);
            out.push_str(&value);
            done = slot.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Lists the parts of a text that look like placeholders but are none.
pub fn unknown_placeholders(text: &str) -> Vec<&str> {
    let known = |slot: &Slot<'_>| value(*slot, &mut Random::new(0)).is_some();
    slots(text).filter(|slot| !known(slot)).map(|slot| &text[slot.start..slot.end]).collect()
}

/// Lists the names of all placeholders.
pub fn placeholders() -> impl Iterator<Item = &'static str> {
    TABLES.iter().flat_map(|table| table.iter()).map(|(name, _)| *name)
}

fn value(slot: Slot<'_>, random: &mut Random) -> Option<String> {
    let mut table = TABLES.iter().flat_map(|table| table.iter());
    let (_, make) = table.find(|(name, _)| *name == slot.name)?;
    make(random, slot.argument)
}

/// A part of a text that has the form of a placeholder.
#[derive(Clone, Copy)]
struct Slot<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    argument: &'a str,
}

fn slots(text: &str) -> impl Iterator<Item = Slot<'_>> {
    text.match_indices('{').filter_map(move |(start, _)| slot(text, start))
}

fn slot(text: &str, start: usize) -> Option<Slot<'_>> {
    let inner = &text[start + 1..];
    let length = inner.find('}')?;
    let foreign = text[..start].ends_with(['$', '{', '%', '#', '!']) || inner[length + 1..].starts_with('}');
    let (name, argument) = inner[..length].split_once(':').unwrap_or((&inner[..length], ""));
    let named = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && argument.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (named && !foreign).then_some(Slot { start, end: start + length + 2, name, argument })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An argument for those that need one.
    fn sample(name: &str) -> String {
        match name {
            "alnum" | "base62" | "base64" | "digits" | "hex" | "upper" | "lower" | "alpha"
            | "base32lower" | "base58" | "base64url" | "hexupper" | "loweralnum" | "number"
            | "upperalnum" => format!("{{{name}:12}}"),
            "card" => "{card:visa}".to_owned(),
            "iban" => "{iban:GB}".to_owned(),
            "phone" => "{phone:US}".to_owned(),
            plain => format!("{{{plain}}}"),
        }
    }

    #[test]
    fn every_placeholder_expands_and_depends_on_the_seed() {
        for name in placeholders() {
            let written = sample(name);
            let value = expand(&written, 1);
            assert!(!value.contains('{'), "{name}");
            assert_eq!(value, expand(&written, 1), "{name}");
            if !name.starts_with("pem") {
                assert!((2..8).any(|seed| expand(&written, seed) != value), "{name}");
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = placeholders().collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn foreign_braces_stay() {
        for text in
            ["${password}", "{{password}}", "{{resolve:ssm:/a}}", "#{password}", "{", "{}", "{password", "}{"]
        {
            assert_eq!(expand(text, 3), text);
        }
    }

    #[test]
    fn unknown_ones_are_listed() {
        let table: [(&str, &[&str]); 4] = [
            ("{ghp} {gph}", &["{gph}"]),
            ("{digits:x}", &["{digits:x}"]),
            ("{card:nobody} {iban:XX}", &["{card:nobody}", "{iban:XX}"]),
            ("${var.x} {{y}} { z }", &[]),
        ];
        for (text, unknown) in table {
            assert_eq!(unknown_placeholders(text), unknown, "{text}");
        }
    }

    #[test]
    fn two_in_one_text_differ() {
        let text = expand("{ghp} {ghp}", 5);
        let (first, second) = text.split_once(' ').unwrap();
        assert_ne!(first, second);
    }
}
