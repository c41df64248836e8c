//! Hostile text made safe for a terminal, a CI log and a table.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

/// Escapes visibly what could move the cursor, hide, reorder, start a line or command a CI runner.
///
/// Runners take `::error::` at the start of a line and `##[error]` or `##vso[…]` anywhere in it as commands.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let is_command = text.trim_start().starts_with("::") || text.contains("##");
    if !is_command && !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut before = None;
    let mut at_start = true;
    for character in text.chars() {
        match character {
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            ':' if at_start => safe.push_str("\\x3a"),
            '#' if before == Some('#') => safe.push_str("\\x23"),
            _ if is_unsafe(character) && (character as u32) < 0x100 => {
                let _ = write!(safe, "\\x{:02x}", character as u32);
            }
            _ if is_unsafe(character) => {
                let _ = write!(safe, "\\u{{{:x}}}", character as u32);
            }
            _ => safe.push(character),
        }
        at_start &= character.is_whitespace();
        before = Some(character);
    }
    Cow::Owned(safe)
}

/// Whether text is printable ASCII that commands nothing, as most is.
pub(crate) fn is_plain(text: &str) -> bool {
    let is_printable = |byte: &u8| (b' '..=b'~').contains(byte);
    text.as_bytes().iter().all(is_printable) && !text.contains("##") && !text.trim_start().starts_with("::")
}

/// Whether a character has no shape of its own, or changes how others are shown.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character as u32,
            0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
                | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfffb
                | 0xe000..=0xf8ff | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0x10_ffff
        )
}

/// Safe text of at most `limit` columns; a longer one loses its middle.
pub(crate) fn visible_within(text: &str, limit: usize) -> String {
    let safe = visible(text);
    if safe.width() <= limit {
        return safe.into_owned();
    }
    let half = limit / 2;
    let head: String = safe.chars().take(half).collect();
    let count = safe.chars().count();
    let tail: String = safe.chars().skip(count.saturating_sub(limit - half - 1).max(half)).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hostile_becomes_visible() {
        for (text, expected) in [
            ("plain Ünïcode • …", "plain Ünïcode • …"),
            ("a\nb\r\tc", "a\\nb\\r\\tc"),
            ("\x1b[31mred", "\\x1b[31mred"),
            ("\u{9b}31m", "\\x9b31m"),
            ("\x7f\0", "\\x7f\\x00"),
            ("abc\u{202e}def", "abc\\u{202e}def"),
            ("zero\u{200b}width\u{feff}", "zero\\u{200b}width\\u{feff}"),
            ("tag\u{e0041}", "tag\\u{e0041}"),
            ("::error::gotcha", "\\x3a:error::gotcha"),
            ("  ::error::gotcha", "  \\x3a:error::gotcha"),
            ("arn:aws:iam::1234:role", "arn:aws:iam::1234:role"),
            ("x ##[error]y ##vso[z", "x #\\x23[error]y #\\x23vso[z"),
            ("###", "#\\x23\\x23"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_keeps_both_ends() {
        assert_eq!(visible_within("abcdefghij", 10), "abcdefghij");
        assert_eq!(visible_within("abcdefghijk", 5), "ab…jk");
        assert_eq!(visible_within("\n\n\n\n\n\n", 5), "\\n…\\n");
    }
}
