//! What a block must hold beyond its types.

use super::anchor::AnchorName;
use super::entry::{ContextName, Entry};
use super::read::Wrong;

/// A rule: whether a block keeps it, the field that breaks it, and the rule in one sentence.
struct Rule(bool, &'static str, &'static str);

/// Says all that is wrong with a block.
pub(super) fn entry(entry: &Entry) -> Vec<Wrong> {
    let rules = [identity(entry), anchor(entry), context(entry), examples(entry)];
    let broken = rules.into_iter().flatten().filter(|Rule(holds, ..)| !holds);
    broken.map(|Rule(_, field, rule)| (field, rule.to_owned())).collect()
}

fn identity(entry: &Entry) -> Vec<Rule> {
    let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_code = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    vec![
        Rule(
            !entry.id.is_empty() && entry.id.bytes().all(kebab),
            "id",
            "an id is kebab-case: a-z, 0-9 and `-`",
        ),
        Rule(
            entry.countries.iter().all(is_code),
            "countries",
            "`countries` holds codes of two capital letters, such as `DE`",
        ),
    ]
}

fn anchor(entry: &Entry) -> Vec<Rule> {
    let usable = |literal: &String| literal == "@" || literal.len() >= 3;
    let is_usable = match &entry.anchor {
        AnchorName::Literals(literals) => !literals.is_empty() && literals.iter().all(usable),
        AnchorName::Digits | AnchorName::Code | AnchorName::IbanHead | AnchorName::Key => true,
    };
    let by_key = matches!(entry.anchor, AnchorName::Key);
    vec![
        Rule(is_usable, "anchor", "a literal anchor has 3 bytes or more, or is a single `@`"),
        Rule(
            by_key || !entry.regex.is_empty(),
            "regex",
            "`regex` may be left out with `anchor = \"key\"` only",
        ),
        Rule(
            !by_key || entry.context == ContextName::KeyOnly,
            "anchor",
            "`anchor = \"key\"` needs `context = \"key-only\"`",
        ),
    ]
}

fn context(entry: &Entry) -> Vec<Rule> {
    let none = entry.context == ContextName::None;
    let lower = |word: &String| !word.trim().is_empty() && *word == word.to_lowercase();
    let words = "words of `keys` and `veto` are lower case";
    vec![
        Rule(none || !entry.keys.is_empty(), "context", "`keys` must not be empty where context counts"),
        Rule(
            !none || entry.keys.is_empty(),
            "keys",
            "`keys` needs `context = \"boosts\"`, `\"required\"` or `\"key-only\"`",
        ),
        Rule(
            !none || entry.alone.is_none(),
            "alone",
            "`alone` needs `context = \"boosts\"` or `\"required\"`",
        ),
        Rule(entry.keys.iter().all(lower), "keys", words),
        Rule(entry.veto.iter().all(lower), "veto", words),
    ]
}

fn examples(entry: &Entry) -> Vec<Rule> {
    let rule = "`match` and `no_match` hold one example each at least";
    vec![Rule(!entry.matches.is_empty(), "match", rule), Rule(!entry.no_matches.is_empty(), "no_match", rule)]
}
