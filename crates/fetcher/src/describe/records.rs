//! From an item of an answer to records.

use std::io::Read;
use std::sync::Arc;

use aws_smithy_types::base64;
use flate2::read::GzDecoder;
use model::{Origin, OriginId, Page};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::path::{self, Named};
use super::table::{Call, Form, Step, Text};
use super::template::{Variables, fill};
use crate::tags;

/// The most bytes that user data is inflated to; EC2 takes 16 KiB of it.
const MAX_INFLATED: u64 = 16 * 1024 * 1024;

/// Adds the texts and the tags of one item.
///
/// A text that is a part of the ARN, most often a name, has the path `Arn`: the tagging API gives the same leak under
/// that path, and one leak is one finding.
pub(super) fn push(page: &mut Page, origin: &Origin, call: &Call, (item, variables): (&Value, &Variables)) {
    let arn = (!call.arn.is_empty()).then(|| fill(call.arn, item, variables)).flatten();
    let arn = arn.filter(|arn| !arn.is_empty()).map(Arc::from).or_else(|| origin.arn.clone());
    let origin = page.add_origin(Arc::new(Origin { arn: arn.clone(), ..origin.clone() }));
    let is_in_arn = |text: &str| arn.as_ref().is_some_and(|arn| arn.contains(text));
    for steps in call.tags {
        path::each(item, steps, &mut |named| {
            if let Value::String(value) = named.value {
                tags::push(page, origin, (&named.key, value));
            }
        });
    }
    for Text { steps, form } in call.texts {
        path::each(item, steps, &mut |mut named| {
            let Some(text) = path::scalar(named.value).filter(|text| !text.is_empty()) else { return };
            let text = if *form == Form::Last { last(&text) } else { &text };
            if is_in_arn(text) {
                "Arn".clone_into(&mut named.path);
            }
            push_text(page, origin, (*form, text), &named);
        });
    }
}

fn last(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or_default()
}

fn push_text(page: &mut Page, origin: OriginId, (form, text): (Form, &str), named: &Named<'_>) {
    let mut plain = |text: &[u8]| page.push(origin, (&named.path, &named.key), text);
    match form {
        Form::Plain | Form::Last => plain(text.as_bytes()),
        Form::Base64 => plain(&base64::decode(text).map_or_else(|_| text.into(), inflated)),
        Form::Json => match json(text) {
            Some(document) => path::each(&document, &[Step::All], &mut |inner| {
                if let Some(text) = path::scalar(inner.value).filter(|text| !text.is_empty()) {
                    let path = format!("{}.{}", named.path, inner.path);
                    page.push(origin, (&path, &inner.key), text.as_bytes());
                }
            }),
            None => plain(text.as_bytes()),
        },
    }
}

/// What gzip holds, as `cloud-init` takes it; other bytes as they are, and what cannot be inflated too.
fn inflated(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut text = Vec::new();
    match GzDecoder::new(&*bytes).take(MAX_INFLATED).read_to_end(&mut text) {
        Ok(_) => text,
        Err(_) => bytes,
    }
}

/// A JSON object or list in a string, percent-encoded as IAM's policies are or not.
fn json(text: &str) -> Option<Value> {
    let decoded = percent_decode_str(text).decode_utf8().ok();
    let is_encoded = text.starts_with('%');
    let document = decoded
        .filter(|_| is_encoded)
        .map_or_else(|| serde_json::from_str(text), |text| serde_json::from_str(&text));
    document.ok().filter(|document: &Value| document.is_object() || document.is_array())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn records(texts: &'static [Text], item: &Value) -> Vec<(String, String, String)> {
        let call = Call {
            action: "Get",
            by: "svc",
            permission: "svc:Get",
            method: "GET",
            path: "/",
            parameters: "{}",
            pages: &[],
            items: &[],
            arn: "arn:aws:svc:::{Name}",
            only: None,
            tags: &[&[Step::Field("Tags"), Step::Label("Key"), Step::Field("Value")]],
            texts,
            each: None,
            is_optional: false,
        };
        let mut page = Page::new();
        push(&mut page, &Origin::default(), &call, (item, &Variables::default()));
        assert!(page.records().all(|record| record.origin.arn.as_deref() == Some("arn:aws:svc:::n")));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        page.records()
            .map(|record| (record.path.to_owned(), record.key.to_owned(), text(record.value)))
            .collect()
    }

    #[test]
    fn texts_are_decoded_and_tags_told_apart() {
        let item = json!({
            "Name": "n",
            "Tags": [{"Key": "Owner", "Value": "jane"}],
            "UserData": "ZWNobyBoaQ==",
            "Broken": "@",
            "Definition": "{\"States\":{\"A\":{\"Comment\":\"hi\"}},\"N\":[1]}",
            "Encoded": "%7B%22Sid%22%3A%22x%22%7D",
            "Plain": "no json",
            "FullName": "aws:svc",
        });
        let field = |name: &'static str| -> &'static [Step] { Vec::leak(vec![Step::Field(name)]) };
        let texts: &'static [Text] = Vec::leak(vec![
            Text { steps: field("UserData"), form: Form::Base64 },
            Text { steps: field("Broken"), form: Form::Base64 },
            Text { steps: field("Definition"), form: Form::Json },
            Text { steps: field("Encoded"), form: Form::Json },
            Text { steps: field("Plain"), form: Form::Json },
            Text { steps: field("FullName"), form: Form::Plain },
        ]);
        let records = records(texts, &item);
        let records: Vec<_> = records.iter().map(|(path, key, text)| (&**path, &**key, &**text)).collect();
        assert_eq!(
            records,
            [
                ("Tags.Owner", "Owner", "jane"),
                ("Tags.Owner#key", "", "Owner"),
                ("UserData", "UserData", "echo hi"),
                ("Broken", "Broken", "@"),
                ("Definition.N[0]", "N", "1"),
                ("Definition.States.A.Comment", "Comment", "hi"),
                ("Encoded.Sid", "Sid", "x"),
                ("Plain", "Plain", "no json"),
                ("Arn", "FullName", "aws:svc"),
            ]
        );
    }
}
