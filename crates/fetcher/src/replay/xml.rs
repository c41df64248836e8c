//! Elements of an awsQuery answer.

/// `<name>text</name>`, escaped.
pub(super) fn text(name: &str, value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            _ => escaped.push(character),
        }
    }
    element(name, &escaped)
}

/// `<name>content</name>`, where the content is XML.
pub(super) fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
}

/// `<name><member>…</member>…</name>`.
pub(super) fn list<T>(name: &str, members: &[T], render: impl Fn(&T) -> String) -> String {
    element(name, &members.iter().map(|member| element("member", &render(member))).collect::<String>())
}
