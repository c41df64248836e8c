//! Ways through an answer.

use serde_json::Value;

use super::table::Step;

/// A value that a path leads to, and how it is called on the way.
pub(super) struct Named<'a> {
    pub(super) path: String,
    /// The last name.
    pub(super) key: String,
    pub(super) value: &'a Value,
}

/// Containers inside of each other that are followed; no answer of AWS comes near.
const MAX_DEPTH: usize = 64;

/// Every value that a path leads to; lists are gone through on the way, and at its end.
pub(super) fn each<'a>(value: &'a Value, steps: &[Step], visit: &mut dyn FnMut(Named<'a>)) {
    let start = Named { path: String::new(), key: String::new(), value };
    walk(start, steps, (false, MAX_DEPTH), visit);
}

/// The first text or number that a path leads to.
pub(super) fn text(value: &Value, steps: &[Step]) -> Option<String> {
    let mut first = None;
    each(value, steps, &mut |named| {
        if first.is_none() {
            first = scalar(named.value);
        }
    });
    first
}

/// A text as it stands, a number as it would be written; nothing else says anything.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// `is_labelled`: the name is that of a label, which the field behind it keeps.
fn walk<'a>(
    at: Named<'a>,
    steps: &[Step],
    (is_labelled, depth): (bool, usize),
    visit: &mut dyn FnMut(Named<'a>),
) {
    let Some(depth) = depth.checked_sub(1) else { return };
    if let (Value::Array(elements), true) = (at.value, !matches!(steps.first(), Some(Step::Label(_)))) {
        for (index, value) in elements.iter().enumerate() {
            let path = if at.path.is_empty() { String::new() } else { format!("{}[{index}]", at.path) };
            walk(Named { path, key: at.key.clone(), value }, steps, (is_labelled, depth), visit);
        }
        return;
    }
    match (steps.split_first(), at.value) {
        (Some((Step::Field(name), rest)), Value::Object(members)) => {
            if let Some(value) = members.get(*name) {
                let next = if is_labelled { Named { value, ..at } } else { at.member(name, value) };
                walk(next, rest, (false, depth), visit);
            }
        }
        (Some((Step::Any, rest)), Value::Object(members)) => {
            members
                .iter()
                .for_each(|(name, value)| walk(at.member(name, value), rest, (false, depth), visit));
        }
        (Some((Step::All, _)), Value::Object(members)) => {
            members
                .iter()
                .for_each(|(name, value)| walk(at.member(name, value), steps, (false, depth), visit));
        }
        (Some((Step::Label(field), rest)), Value::Array(elements)) => {
            for element in elements {
                labelled(&at, (element, field), (rest, depth), visit);
            }
        }
        // XML does not tell a list of one from its element.
        (Some((Step::Label(field), rest)), element) => {
            labelled(&at, (element, field), (rest, depth), visit);
        }
        (None | Some((Step::All, _)), _) => visit(at),
        (Some(_), _) => {}
    }
}

fn labelled<'a>(
    at: &Named<'a>,
    (element, field): (&'a Value, &str),
    (rest, depth): (&[Step], usize),
    visit: &mut dyn FnMut(Named<'a>),
) {
    if let Some(label) = element.get(field).and_then(scalar) {
        walk(at.member(&label, element), rest, (true, depth), visit);
    }
}

impl<'a> Named<'a> {
    fn member(&self, name: &str, value: &'a Value) -> Self {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { path, key: name.to_owned(), value }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use Step::{All, Any, Field, Label};

    fn names(value: &Value, steps: &[Step]) -> Vec<(String, String, String)> {
        let mut names = Vec::new();
        each(value, steps, &mut |named| {
            names.push((named.path, named.key, scalar(named.value).unwrap_or_default()));
        });
        names
    }

    #[test]
    fn paths_name_what_they_lead_to() {
        let item = json!({
            "name": "web",
            "rules": [{"text": "a"}, {"text": "b"}],
            "tags": [{"k": "Owner", "v": "jane"}, {"k": "Team"}],
            "one": {"k": "Owner", "v": "jane"},
            "env": {"A": "1", "B": 2},
            "deep": {"x": {"y": ["p", "q"]}},
        });
        for (steps, expected) in [
            (&[Field("name")][..], vec![("name", "name", "web")]),
            (
                &[Field("rules"), Field("text")],
                vec![("rules[0].text", "text", "a"), ("rules[1].text", "text", "b")],
            ),
            (&[Field("tags"), Label("k"), Field("v")], vec![("tags.Owner", "Owner", "jane")]),
            (&[Field("one"), Label("k"), Field("v")], vec![("one.Owner", "Owner", "jane")]),
            (&[Field("env"), Any], vec![("env.A", "A", "1"), ("env.B", "B", "2")]),
            (&[Field("deep"), All], vec![("deep.x.y[0]", "y", "p"), ("deep.x.y[1]", "y", "q")]),
            (&[Field("none")], vec![]),
            (&[Field("name"), Field("none")], vec![]),
        ] {
            let names = names(&item, steps);
            let names: Vec<_> = names.iter().map(|(path, key, text)| (&**path, &**key, &**text)).collect();
            assert_eq!(names, expected, "{steps:?}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let deep = (0..1000).fold(json!("text"), |value, _| json!([value]));
        assert_eq!(text(&deep, &[]), None);
    }
}
