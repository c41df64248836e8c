//! The free text inside a policy document.

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The id of a policy and the ids of its statements, each with its path; none where it is no policy.
///
/// IAM gives the document percent-encoded. The rest of a document is not free text: actions, ARNs and conditions
/// must be what they are.
pub(super) fn ids(encoded: &str) -> Vec<(String, String)> {
    let decoded = percent_decode_str(encoded).decode_utf8_lossy();
    let Ok(document) = serde_json::from_str::<Value>(&decoded) else { return Vec::new() };
    let text = |path: String, value: &Value| {
        value.as_str().filter(|text| !text.is_empty()).map(|text| (path, text.to_owned()))
    };
    let statements = match &document["Statement"] {
        Value::Array(statements) => statements.iter().collect(),
        single => vec![single],
    };
    let sids = statements.iter().enumerate();
    let sids =
        sids.filter_map(|(index, statement)| text(format!("Statement[{index}].Sid"), &statement["Sid"]));
    text("Id".to_owned(), &document["Id"]).into_iter().chain(sids).collect()
}

#[cfg(test)]
mod tests {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

    use super::*;

    #[test]
    fn ids_are_found_in_every_form_of_a_document() {
        for (document, expected) in [
            (r#"{"Statement":[{"Sid":"A b"},{},{"Sid":"C"}]}"#, "Statement[0].Sid=A b Statement[2].Sid=C"),
            (r#"{"Id":"x","Statement":{"Sid":"only"}}"#, "Id=x Statement[0].Sid=only"),
            (r#"{"Statement":[{"Sid":""}]}"#, ""),
            (r#"{"Statement":[{"Sid":5}],"Id":null}"#, ""),
            ("[1, 2]", ""),
            ("not json", ""),
            ("", ""),
        ] {
            let encoded = utf8_percent_encode(document, NON_ALPHANUMERIC).to_string();
            let found: Vec<_> = ids(&encoded).iter().map(|(path, id)| format!("{path}={id}")).collect();
            assert_eq!(found.join(" "), expected, "{document}");
        }
    }
}
