//! Texts with places to fill in: `arn:{partition}:sqs:{region}:{account}:{QueueName}`.

use serde_json::Value;

use super::path;

/// What is known besides an item: account and region, and what the item's own call was asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(pub(super) Vec<(String, String)>);

impl Variables {
    /// What a name stands for.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Adds names, which hide older ones.
    pub(crate) fn with(&self, new: &[(String, String)]) -> Self {
        Self(self.0.iter().chain(new).cloned().collect())
    }
}

/// Fills a template in; `{}` is the item itself. `None` where neither the item nor a variable has a name.
///
/// `{name:last}` is what follows the last slash or colon of it.
pub(super) fn fill(template: &str, item: &Value, variables: &Variables) -> Option<String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((text, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}')?;
        out.push_str(text);
        let (name, is_last) = name.strip_suffix(":last").map_or((name, false), |name| (name, true));
        let value = lookup(name, item, variables)?;
        out.push_str(if is_last { value.rsplit(['/', ':']).next().unwrap_or_default() } else { &value });
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

fn lookup(name: &str, item: &Value, variables: &Variables) -> Option<String> {
    if name.is_empty() {
        return path::scalar(item);
    }
    let field = name.split('.').try_fold(item, |value, name| value.get(name));
    field.and_then(path::scalar).or_else(|| variables.get(name).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fields_come_before_variables() {
        let variables = Variables(vec![
            ("region".to_owned(), "eu-west-1".to_owned()),
            ("Id".to_owned(), "theirs".to_owned()),
        ]);
        let item = json!({"Id": "own", "Deep": {"Name": "x"}, "Url": "https://sqs/1/orders"});
        for (template, expected) in [
            ("arn:{region}:{Id}", Some("arn:eu-west-1:own")),
            ("{Deep.Name}", Some("x")),
            ("{Url:last}", Some("orders")),
            ("plain", Some("plain")),
            ("{none}", None),
            ("{open", None),
            ("{}", None),
        ] {
            assert_eq!(fill(template, &item, &variables).as_deref(), expected, "{template}");
        }
        assert_eq!(fill("{}/{Id}", &json!("a"), &variables).as_deref(), Some("a/theirs"));
    }
}
