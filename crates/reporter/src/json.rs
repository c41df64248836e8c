//! JSON whose text can neither command a CI runner nor confuse a terminal.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::visible::{is_plain, is_unsafe};

/// The value as JSON on one line, without a line end.
///
/// # Errors
/// Where the value cannot be serialized.
pub(crate) fn to_line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(512);
    value.serialize(&mut Serializer::with_formatter(&mut line, Safe))?;
    Ok(line)
}

/// Writes compact JSON with every unsafe character as `\u….`; a parser gets the same text back.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        if is_plain(text) {
            return writer.write_all(text.as_bytes());
        }
        let mut written = 0;
        let mut before = '\0';
        for (at, character) in text.char_indices() {
            if is_unsafe(character) || (character == '#' && before == '#') {
                writer.write_all(&text.as_bytes()[written..at])?;
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
                written = at + character.len_utf8();
            }
            before = character;
        }
        writer.write_all(&text.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parser_gets_the_same_text_back() {
        for (text, expected) in [
            ("plain", r#""plain""#),
            ("\x1b\u{9b}\u{7f}", r#""\u001b\u009b\u007f""#),
            ("##[error]", r##""#\u0023[error]""##),
            ("a\u{202e}b\u{e0041}", r#""a\u202eb\udb40\udc41""#),
            ("a\nb", r#""a\nb""#),
        ] {
            let line = to_line(&text).unwrap();
            assert_eq!(String::from_utf8_lossy(&line), expected, "{text:?}");
            assert_eq!(serde_json::from_slice::<String>(&line).unwrap(), text);
        }
    }
}
