//! The name of a pair: its last words before the separator.

use super::is_blank;

/// The most bytes of a name.
const MAX_NAME: usize = 64;
/// The most words behind the one at which a pair is looked for, and before it.
const MAX_WORDS: usize = 3;

/// Words that stand before a name without being part of it.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "is", "are", "export", "set", "setx", "let", "const", "var", "local", "declare", "readonly", "env", "arg", "label",
    "use", "using", "with", "and", "or", "new", "default", "change", "update", "rotate", "generate",
];

/// Where the name starts that holds the word at `place`: up to three words further left, none of them a lead.
pub(super) fn start(text: &[u8], place: usize) -> Option<usize> {
    let mut start = word_start(text, place)?;
    for _ in 0..MAX_WORDS {
        let is_option = text.get(start) == Some(&b'-');
        let before = start.checked_sub(1).filter(|&blank| !is_option && text[blank] == b' ');
        let Some(before) = before.filter(|&blank| blank > 0 && is_name(text[blank - 1])) else { break };
        let Some(word) = word_start(text, before - 1).filter(|word| place - word < MAX_NAME) else { break };
        let is_apart = text[word] == b'-' || word > 0 && text[word - 1] == b'<';
        if is_apart || is_lead(&text[word..before]) {
            break;
        }
        start = word;
    }
    let dashes = text[start..place].iter().take_while(|&&byte| byte == b'-').count();
    Some(start + dashes)
}

/// Where a name may end that goes on from `place`: behind each of the next words.
pub(super) fn ends(text: &[u8], place: usize) -> impl Iterator<Item = usize> {
    let limit = text.len().min(place + MAX_NAME);
    let mut next = Some(place);
    std::iter::from_fn(move || {
        let from = next?;
        let end = from + text[from..limit].iter().take_while(|&&byte| is_name(byte)).count();
        let goes_on = end > from
            && text.get(end).copied().is_some_and(is_blank)
            && text.get(end + 1).copied().is_some_and(is_name);
        next = goes_on.then_some(end + 1).filter(|&word| word < limit);
        (end > from && end < limit).then_some(end)
    })
    .take(1 + MAX_WORDS)
}

/// Where the word at `place` starts; none where it is endless.
fn word_start(text: &[u8], place: usize) -> Option<usize> {
    let before = &text[place.saturating_sub(MAX_NAME)..place];
    let length = before.iter().rev().take_while(|&&byte| is_name(byte)).count();
    (length < MAX_NAME).then_some(place - length)
}

/// Whether the word before a name commands something, or joins a pair to another one.
fn is_lead(word: &[u8]) -> bool {
    LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead.as_bytes()))
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'_' | b'-' | b'.')
}
