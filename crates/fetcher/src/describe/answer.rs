//! What a service answers: a tree, or why not.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, OrchestratorError};
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use serde_json::Value;

use super::table::Protocol;
use super::xml;

/// The tree of an answer. It holds what customers wrote, so it is never printed.
pub(super) struct Answer(pub(super) Value);

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Answer(***)")
    }
}

/// An error that the service reported.
#[derive(Debug)]
pub(super) struct Fault(ErrorMetadata);

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl StdError for Fault {}

impl ProvideErrorMetadata for Fault {
    fn meta(&self) -> &ErrorMetadata {
        &self.0
    }
}

/// Reads an answer.
///
/// # Errors
/// A fault of the service, or a body that does not follow the protocol.
pub(super) fn read(protocol: Protocol, response: &HttpResponse) -> Result<Answer, OrchestratorError<Fault>> {
    let body = response.body().bytes().unwrap_or_default();
    let header = |name: &str| response.headers().get(name).map(str::to_owned);
    let is_xml = matches!(protocol, Protocol::Ec2 | Protocol::Query | Protocol::RestXml);
    if !response.status().is_success() {
        let fault = if is_xml { xml_fault(body) } else { json_fault(body, header("x-amzn-errortype")) };
        let code = fault.0.unwrap_or_else(|| format!("HTTP status {}", response.status().as_u16()));
        let message = fault.1.unwrap_or_default();
        let mut meta = ErrorMetadata::builder().code(code);
        if !message.is_empty() {
            meta = meta.message(message);
        }
        return Err(OrchestratorError::operation(Fault(meta.build())));
    }
    let tree = if is_xml { xml_tree(body) } else { json_tree(body) };
    tree.map(|tree| Answer(result(protocol, tree))).map_err(OrchestratorError::response)
}

/// The part of an answer that the action defines; the query protocol wraps it once more.
fn result(protocol: Protocol, tree: Value) -> Value {
    match tree {
        Value::Object(mut members) if protocol == Protocol::Query => {
            let name = members.keys().find(|name| name.ends_with("Result")).cloned();
            name.and_then(|name| members.remove(&name)).unwrap_or(Value::Object(members))
        }
        tree => tree,
    }
}

/// An answer that does not follow its protocol. What it holds is not repeated.
#[derive(Debug, thiserror::Error)]
#[error("the answer is no {0}")]
struct Malformed(&'static str);

type Tree = Result<Value, Box<dyn StdError + Send + Sync>>;

fn xml_tree(body: &[u8]) -> Tree {
    let text = std::str::from_utf8(body).map_err(|_| Malformed("UTF-8"))?;
    Ok(xml::read(text).map_err(|_| Malformed("XML"))?)
}

fn json_tree(body: &[u8]) -> Tree {
    if body.is_empty() {
        return Ok(Value::Null);
    }
    Ok(serde_json::from_slice(body).map_err(|_| Malformed("JSON"))?)
}

type CodeAndMessage = (Option<String>, Option<String>);

fn xml_fault(body: &[u8]) -> CodeAndMessage {
    let Ok(tree) = xml_tree(body) else { return (None, None) };
    let nested = ["/Errors/Error", "/Error", "/Errors/Error/0"].iter().find_map(|at| tree.pointer(at));
    let error = nested.filter(|error| error.is_object()).unwrap_or(&tree);
    (text(error, &["Code"]), text(error, &["Message"]))
}

fn json_fault(body: &[u8], header: Option<String>) -> CodeAndMessage {
    let tree = json_tree(body).unwrap_or(Value::Null);
    let code = header.or_else(|| text(&tree, &["__type", "code", "Code"]));
    // `com.amazonaws.svc#AccessDeniedException:http://…`
    let code = code.map(|code| {
        let code = code.rsplit('#').next().unwrap_or_default();
        code.split(':').next().unwrap_or_default().to_owned()
    });
    (code, text(&tree, &["message", "Message", "errorMessage"]))
}

fn text(tree: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| tree.get(name)?.as_str().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::http::StatusCode;
    use aws_smithy_types::body::SdkBody;

    use super::*;

    fn answer(protocol: Protocol, status: u16, body: &str) -> Result<Value, (String, String)> {
        let status = StatusCode::try_from(status).unwrap();
        let response = HttpResponse::new(status, SdkBody::from(body));
        read(protocol, &response).map(|answer| answer.0).map_err(|error| match error.as_operation_error() {
            Some(fault) => {
                let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
                (text(fault.code()), text(fault.message()))
            }
            None => ("unreadable".to_owned(), String::new()),
        })
    }

    #[test]
    fn faults_have_a_code_in_every_protocol() {
        let denied = |code: &str| Err((code.to_owned(), "no".to_owned()));
        for (protocol, body, expected) in [
            (
                Protocol::Ec2,
                "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>",
                denied("UnauthorizedOperation"),
            ),
            (
                Protocol::Query,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
                denied("AccessDenied"),
            ),
            (
                Protocol::RestXml,
                "<Error><Code>AccessDenied</Code><Message>no</Message></Error>",
                denied("AccessDenied"),
            ),
            (
                Protocol::Json10,
                r#"{"__type":"com.amazonaws#AccessDeniedException","Message":"no"}"#,
                denied("AccessDeniedException"),
            ),
            (Protocol::RestJson, r#"{"code":"Forbidden:http://x","message":"no"}"#, denied("Forbidden")),
            (Protocol::RestJson, "<html>", Err(("HTTP status 403".to_owned(), String::new()))),
            (Protocol::Ec2, "", Err(("HTTP status 403".to_owned(), String::new()))),
        ] {
            assert_eq!(answer(protocol, 403, body), expected, "{protocol:?}");
        }
    }

    #[test]
    fn a_result_is_unwrapped() {
        let body = "<ListResponse><ListResult><Names><member>a</member></Names></ListResult><M><R>1</R></M></ListResponse>";
        assert_eq!(answer(Protocol::Query, 200, body), Ok(serde_json::json!({"Names": ["a"]})));
        for (protocol, body) in
            [(Protocol::Query, "<a>"), (Protocol::Json11, "{\"a\":"), (Protocol::Ec2, "{}")]
        {
            assert_eq!(answer(protocol, 200, body), Err(("unreadable".to_owned(), String::new())));
        }
    }
}
