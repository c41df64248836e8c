//! Documents whose members keep their order and may repeat, and the spellings in which they are written.

use std::fmt::Write;

/// A value of JSON.
#[derive(Clone, Debug)]
pub(crate) enum Json {
    Text(String),
    /// Written as it stands.
    Bare(&'static str),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<const N: usize> From<[Json; N]> for Json {
    fn from(items: [Json; N]) -> Self {
        Self::List(items.into())
    }
}

impl<K: AsRef<str>, V: Into<Json>, const N: usize> From<[(K, V); N]> for Json {
    fn from(members: [(K, V); N]) -> Self {
        Self::Map(members.into_iter().map(|(key, value)| (key.as_ref().to_owned(), value.into())).collect())
    }
}

/// How a document is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelling {
    pub(crate) name: &'static str,
    /// Before each level of what stands inside brackets; `None`: all in one line.
    indent: Option<&'static str>,
    before_colon: &'static str,
    after_colon: &'static str,
    after_comma: &'static str,
    /// Of so many characters one is written as an escape; 0: only those that must be.
    escapes: usize,
    /// Whether texts that are numbers stand without quotes.
    bare_numbers: bool,
}

const COMPACT: Spelling = Spelling {
    name: "compact",
    indent: None,
    before_colon: "",
    after_colon: "",
    after_comma: "",
    escapes: 0,
    bare_numbers: false,
};

const WIDE: &str = "      ";

/// All spellings.
pub(crate) const SPELLINGS: [Spelling; 8] = [
    COMPACT,
    Spelling { name: "spaced", after_colon: " ", after_comma: " ", ..COMPACT },
    Spelling { name: "pretty", indent: Some("  "), after_colon: " ", ..COMPACT },
    Spelling {
        name: "tabs and space before colons",
        indent: Some("\t"),
        before_colon: " ",
        after_colon: "\t",
        ..COMPACT
    },
    Spelling {
        name: "wide",
        indent: Some(WIDE),
        before_colon: WIDE,
        after_colon: WIDE,
        after_comma: WIDE,
        ..COMPACT
    },
    Spelling { name: "some escapes", escapes: 3, ..COMPACT },
    Spelling { name: "all escaped", indent: Some(" "), after_colon: " ", escapes: 1, ..COMPACT },
    Spelling { name: "bare numbers", after_colon: " ", bare_numbers: true, ..COMPACT },
];

impl Spelling {
    /// The text of a document.
    pub(crate) fn write(&self, value: &Json) -> String {
        let mut out = String::new();
        self.value(value, 1, &mut out);
        out
    }

    fn value(&self, value: &Json, depth: usize, out: &mut String) {
        match value {
            Json::Text(text) if self.bare_numbers && is_number(text) => out.push_str(text),
            Json::Text(text) => self.text(text, out),
            Json::Bare(text) => out.push_str(text),
            Json::List(items) => {
                let items = items.iter().map(|item| move |out: &mut String| self.value(item, depth + 1, out));
                self.inside(['[', ']'], depth, items, out);
            }
            Json::Map(members) => {
                let members =
                    members.iter().map(|member| move |out: &mut String| self.member(member, depth + 1, out));
                self.inside(['{', '}'], depth, members, out);
            }
        }
    }

    fn member(&self, (key, value): &(String, Json), depth: usize, out: &mut String) {
        self.text(key, out);
        out.extend([self.before_colon, ":", self.after_colon]);
        self.value(value, depth, out);
    }

    fn inside<Write: FnOnce(&mut String)>(
        &self,
        [open, close]: [char; 2],
        depth: usize,
        items: impl ExactSizeIterator<Item = Write>,
        out: &mut String,
    ) {
        let is_empty = items.len() == 0;
        out.push(open);
        for (index, write) in items.enumerate() {
            if index > 0 {
                out.push(',');
                out.push_str(self.after_comma);
            }
            self.line(depth, out);
            write(out);
        }
        if !is_empty {
            self.line(depth - 1, out);
        }
        out.push(close);
    }

    fn line(&self, depth: usize, out: &mut String) {
        if let Some(indent) = self.indent {
            out.push('\n');
            out.push_str(&indent.repeat(depth));
        }
    }

    fn text(&self, text: &str, out: &mut String) {
        out.push('"');
        for (index, character) in text.chars().enumerate() {
            let is_asked = self.escapes > 0 && index % self.escapes == 0;
            match character {
                _ if is_asked || character < ' ' => {
                    character
                        .encode_utf16(&mut [0; 2])
                        .iter()
                        .for_each(|unit| write!(out, "\\u{unit:04x}").unwrap());
                }
                '"' | '\\' => out.extend(['\\', character]),
                _ => out.push(character),
            }
        }
        out.push('"');
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(part) && (whole == "0" || !whole.starts_with('0'))
}

#[test]
fn documents_are_what_serde_reads() {
    let document = Json::from([
        (
            "b\u{7}",
            Json::from([Json::from("1.5"), Json::from("0\"\\1"), Json::Bare("null"), Json::List(vec![])]),
        ),
        ("a", Json::from([("x", "7")])),
    ]);
    for spelling in SPELLINGS {
        let text = spelling.write(&document);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        let number = |text: &str| if spelling.bare_numbers { text.to_owned() } else { format!("\"{text}\"") };
        let expected = format!(
            "{{\"a\":{{\"x\":{}}},\"b\\u0007\":[{},\"0\\\"\\\\1\",null,[]]}}",
            number("7"),
            number("1.5")
        );
        assert_eq!(read.to_string(), expected, "{}", spelling.name);
    }
}
