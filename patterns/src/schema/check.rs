//! What a block must hold beyond its types.

use super::anchor::AnchorName;
use super::entry::{ContextName, Entry};

/// Says in one sentence what is wrong with a block.
pub(super) fn entry(entry: &Entry) -> Result<(), String> {
    id(entry)?;
    countries(entry)?;
    anchor(entry)?;
    regex(entry)?;
    context(entry)?;
    examples(entry)
}

fn id(entry: &Entry) -> Result<(), String> {
    let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    require(!entry.id.is_empty() && entry.id.bytes().all(kebab), "an id is kebab-case: a-z, 0-9 and `-`")
}

fn countries(entry: &Entry) -> Result<(), String> {
    let is_code = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    require(
        entry.countries.iter().all(is_code),
        "`countries` holds codes of two capital letters, such as `DE`",
    )
}

fn anchor(entry: &Entry) -> Result<(), String> {
    let AnchorName::Literals(literals) = &entry.anchor else { return Ok(()) };
    let usable = |literal: &String| literal == "@" || literal.len() >= 3;
    require(
        !literals.is_empty() && literals.iter().all(usable),
        "a literal anchor has 3 bytes or more, or is a single `@`",
    )
}

fn regex(entry: &Entry) -> Result<(), String> {
    let by_key = matches!(entry.anchor, AnchorName::Key);
    require(by_key || !entry.regex.is_empty(), "`regex` may be left out with `anchor = \"key\"` only")?;
    require(
        !by_key || entry.context == ContextName::KeyOnly,
        "`anchor = \"key\"` needs `context = \"key-only\"`",
    )
}

fn context(entry: &Entry) -> Result<(), String> {
    let none = entry.context == ContextName::None;
    require(none || !entry.keys.is_empty(), "`keys` must not be empty where context counts")?;
    require(
        !none || entry.keys.is_empty(),
        "`keys` needs `context = \"boosts\"`, `\"required\"` or `\"key-only\"`",
    )?;
    require(!none || entry.alone.is_none(), "`alone` needs `context = \"boosts\"` or `\"required\"`")?;
    let lower = |word: &String| !word.trim().is_empty() && *word == word.to_lowercase();
    require(entry.keys.iter().chain(&entry.veto).all(lower), "words of `keys` and `veto` are lower case")
}

fn examples(entry: &Entry) -> Result<(), String> {
    require(
        !entry.matches.is_empty() && !entry.no_matches.is_empty(),
        "`match` and `no_match` hold one example each at least",
    )
}

fn require(holds: bool, rule: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(rule.to_owned()) }
}
