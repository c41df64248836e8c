//! Where records end in raw JSON, as far as a glance at the bytes tells.

use model::RawForm;
use model::siblings::name_rank;

/// The longest name of a member that names its sibling: `ParameterKey`, with quotes and what may join its words.
const MAX_NAME: usize = 24;

/// Whether no word before `place`, where a `}` or the end of a line stands, speaks for a value behind it.
///
/// A line of JSON Lines is a document of its own. In a list of tags, a new object with a name of its own begins:
/// `"},{"Key":"`. Any other object may still belong to what stands before it.
pub(crate) fn is_border(form: RawForm<'_>, bytes: &[u8], place: usize) -> bool {
    match (form, bytes[place]) {
        (RawForm::Rows(_) | RawForm::Other, _) => false,
        (form, b'\n') => form == RawForm::JsonLines,
        _ => ends_string(bytes, place) && opens_named(&bytes[place + 1..]),
    }
}

/// Whether the last byte before `place` is the quote that ends a string.
fn ends_string(bytes: &[u8], place: usize) -> bool {
    let before = bytes[..place].trim_ascii_end();
    matches!(before, [.., last, b'"'] if *last != b'\\')
}

/// Whether `,{"Key":` follows.
fn opens_named(bytes: &[u8]) -> bool {
    if let [b',', b'{', b'"', b'K' | b'k', b'e', b'y', b'"', ..] = bytes {
        return true;
    }
    let next = |bytes: &mut &[u8], wanted: u8| {
        let trimmed = bytes.trim_ascii_start();
        *bytes = trimmed.get(1..).unwrap_or_default();
        trimmed.first() == Some(&wanted)
    };
    let mut rest = bytes;
    if !(next(&mut rest, b',') && next(&mut rest, b'{') && next(&mut rest, b'"')) {
        return false;
    }
    let length = rest.iter().take(MAX_NAME).position(|&byte| byte == b'"');
    let name = length.and_then(|length| std::str::from_utf8(&rest[..length]).ok());
    name.is_some_and(|name| name_rank(name) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_object_with_a_name_of_its_own_is_a_border() {
        for (text, expected) in [
            (r#""a"},{"Key":"b""#, true),
            (r#""a"},{"key":"b""#, true),
            (r#""a"},{"TagKey":"b""#, true),
            (r#""a"},{"name":"b""#, true),
            ("\"a\"\n  },\n  {\n    \"Key\": \"b\"", true),
            (r#""a"},{"Value":"b""#, false),
            (r#""a"},{"S":"b""#, false),
            (r#"\"},{"Key":"b""#, false),
            (r#"1},{"Key":"b""#, false),
            (r#""a"},"Key":"b""#, false),
            (r#""a"}"#, false),
            (r#""a"},{"Ke"#, false),
        ] {
            let place = text.find('}').expect("every text has one");
            assert_eq!(is_border(RawForm::Json, text.as_bytes(), place), expected, "{text}");
            assert!(!is_border(RawForm::Other, text.as_bytes(), place), "{text}");
        }
        for (form, expected) in [(RawForm::Json, false), (RawForm::JsonLines, true), (RawForm::Other, false)]
        {
            assert_eq!(is_border(form, b"{}\n{}", 2), expected);
        }
    }
}
