//! XML in, the same tree as from JSON out.
//!
//! An element with children is an object, one without is its text. Children of one name, and all children called
//! `item`, `member` or `entry`, are a list; so a path through it is the same for one element as for many.

use roxmltree::{Document, Node};
use serde_json::{Map, Value};

/// Elements inside of each other that are followed; no answer of AWS comes near.
const MAX_DEPTH: usize = 64;

/// Reads a document; gives what its root holds.
///
/// # Errors
/// Text that is no XML, which includes any with a document type: AWS sends none, and entities are a way to attack.
pub(super) fn read(text: &str) -> Result<Value, roxmltree::Error> {
    let document = Document::parse(text)?;
    Ok(value(document.root_element(), MAX_DEPTH))
}

fn value(element: Node<'_, '_>, depth: usize) -> Value {
    let mut children = element.children().filter(Node::is_element).peekable();
    if children.peek().is_none() || depth == 0 {
        return Value::String(element.text().unwrap_or_default().to_owned());
    }
    let mut members = Map::new();
    for child in children {
        let name = child.tag_name().name();
        if matches!(name, "item" | "member" | "entry") {
            let list = members.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            push(list, value(child, depth - 1));
        } else if let Some(other) = members.get_mut(name) {
            push(other, value(child, depth - 1));
        } else {
            members.insert(name.to_owned(), value(child, depth - 1));
        }
    }
    match members.len() {
        1 => unwrap(members),
        _ => Value::Object(members),
    }
}

/// The list itself where an object has nothing but its elements.
fn unwrap(mut members: Map<String, Value>) -> Value {
    ["item", "member", "entry"]
        .iter()
        .find_map(|name| members.remove(*name))
        .unwrap_or(Value::Object(members))
}

fn push(list: &mut Value, value: Value) {
    match list {
        Value::Array(elements) => elements.push(value),
        single => *single = Value::Array(vec![single.take(), value]),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn elements_become_objects_and_lists() {
        for (text, expected) in [
            ("<a>text</a>", json!("text")),
            ("<a/>", json!("")),
            ("<a><b>x</b><c/></a>", json!({"b": "x", "c": ""})),
            ("<a><set><item>1</item></set></a>", json!({"set": ["1"]})),
            ("<a><item><k>1</k></item><item><k>2</k></item></a>", json!([{"k": "1"}, {"k": "2"}])),
            ("<a><b>1</b><b>2</b><b>3</b></a>", json!({"b": ["1", "2", "3"]})),
            ("<a xmlns=\"urn:x\"><m:b xmlns:m=\"urn:y\">&lt;</m:b></a>", json!({"b": "<"})),
            ("<a><b><![CDATA[x<y]]></b></a>", json!({"b": "x<y"})),
        ] {
            assert_eq!(read(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn hostile_documents_are_refused_or_cut() {
        assert!(read("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").is_err());
        assert!(read("<a><b></a>").is_err());
        assert!(read("").is_err());
        let deep = format!("{}x{}", "<a>".repeat(300), "</a>".repeat(300));
        assert!(read(&deep).is_ok());
    }
}
