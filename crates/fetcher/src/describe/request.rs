//! From a row and its values to a request.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::path::scalar;
use super::table::{Call, Protocol, Service};
use super::template::{Variables, fill};

/// What RFC 3986 leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same for a path, whose slashes are a part of names such as those of parameters.
const IN_PATH: &AsciiSet = &ENCODED.remove(b'/');

/// A request without its host and its signature.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) headers: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) body: String,
}

/// Writes a request; `values` are sent besides what the row always sends.
///
/// `None` where the path needs a value that nobody has.
pub(super) fn write(
    service: &Service,
    call: &Call,
    values: &[(String, Value)],
    variables: &Variables,
) -> Option<Request> {
    let fixed: Map<String, Value> = serde_json::from_str(call.parameters).unwrap_or_default();
    let parameters: Vec<(String, Value)> = fixed
        .into_iter()
        .map(|(name, value)| (name, filled(value, variables)))
        .chain(values.iter().cloned())
        .filter(|(name, _)| !call.path.contains(&format!("{{{name}}}")))
        .collect();
    let mut request =
        Request { method: "POST", path: "/".to_owned(), headers: Vec::new(), body: String::new() };
    match service.protocol {
        Protocol::Ec2 | Protocol::Query => {
            request.headers.push(("content-type", "application/x-www-form-urlencoded; charset=utf-8".into()));
            let head = [("Action", call.action), ("Version", service.version)]
                .map(|(name, value)| (name.to_owned(), Value::from(value)));
            request.body = query(head.iter().chain(&parameters));
        }
        Protocol::Json10 | Protocol::Json11 => {
            let version = if service.protocol == Protocol::Json10 { "1.0" } else { "1.1" };
            request.headers.push(("content-type", format!("application/x-amz-json-{version}").into()));
            request.headers.push(("x-amz-target", format!("{}.{}", service.target, call.action).into()));
            request.body = body(parameters);
        }
        Protocol::RestJson | Protocol::RestXml => {
            request.method = call.method;
            request.path = rest_path(call.path, values, variables)?;
            if call.method == "GET" {
                let query = query(&parameters);
                let joint = if request.path.contains('?') { "&" } else { "?" };
                if !query.is_empty() {
                    request.path = format!("{}{joint}{query}", request.path);
                }
            } else {
                request.headers.push(("content-type", "application/json".into()));
                request.body = body(parameters);
            }
        }
    }
    Some(request)
}

/// A fixed parameter may name a variable, such as the account.
fn filled(value: Value, variables: &Variables) -> Value {
    match &value {
        Value::String(text) if text.contains('{') => {
            fill(text, &Value::Null, variables).map_or(value, Value::String)
        }
        _ => value,
    }
}

fn body(parameters: Vec<(String, Value)>) -> String {
    Value::Object(parameters.into_iter().collect()).to_string()
}

/// Name and value pairs; the elements of a list are numbered from one, behind the list's name.
fn query<'a>(parameters: impl IntoIterator<Item = &'a (String, Value)>) -> String {
    let mut pairs = Vec::new();
    for (name, value) in parameters {
        match value {
            Value::Array(elements) => {
                let elements = elements.iter().enumerate();
                pairs.extend(elements.map(|(index, value)| pair(&format!("{name}.{}", index + 1), value)));
            }
            value => pairs.push(pair(name, value)),
        }
    }
    pairs.join("&")
}

fn pair(name: &str, value: &Value) -> String {
    let value = scalar(value).unwrap_or_else(|| value.to_string());
    format!("{}={}", utf8_percent_encode(name, ENCODED), utf8_percent_encode(&value, ENCODED))
}

/// Fills the path in; each value is encoded, so that it cannot leave its segment but for slashes of its own.
fn rest_path(template: &str, values: &[(String, Value)], variables: &Variables) -> Option<String> {
    let encode = |text: &str| utf8_percent_encode(text, IN_PATH).to_string();
    let values = values.iter().filter_map(|(name, value)| Some((name.clone(), encode(&scalar(value)?))));
    let known = variables.0.iter().map(|(name, value)| (name.clone(), encode(value)));
    let all = Variables(known.chain(values).collect());
    fill(template, &Value::Null, &all)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn service(protocol: Protocol) -> Service {
        Service {
            id: "svc",
            endpoint: "svc",
            signing: "svc",
            sdk_id: "SVC",
            protocol,
            version: "2020-01-01",
            target: "Svc",
            is_global: false,
            is_organization: false,
            rate: 10.0,
            calls: &[],
        }
    }

    fn call(method: &'static str, path: &'static str, parameters: &'static str) -> Call {
        Call {
            action: "List",
            by: "svc",
            permission: "svc:List",
            method,
            path,
            parameters,
            pages: &[],
            items: &[],
            arn: "",
            only: None,
            tags: &[],
            texts: &[],
            each: None,
            is_optional: false,
        }
    }

    #[test]
    fn each_protocol_writes_its_own_way() {
        let values = [("Id".to_owned(), json!("a/b c")), ("Names".to_owned(), json!(["x", "y"]))];
        let variables = Variables(vec![("account".to_owned(), "111122223333".to_owned())]);
        for (protocol, method, path, expected) in [
            (
                Protocol::Ec2,
                "POST",
                "/",
                (
                    "POST",
                    "/",
                    "Action=List&Version=2020-01-01&Max=5&Owner=111122223333&Id=a%2Fb%20c&Names.1=x&Names.2=y",
                ),
            ),
            (
                Protocol::Json11,
                "POST",
                "/",
                ("POST", "/", r#"{"Id":"a/b c","Max":5,"Names":["x","y"],"Owner":"111122223333"}"#),
            ),
            (
                Protocol::RestJson,
                "GET",
                "/v1/{Id}/parts",
                ("GET", "/v1/a/b%20c/parts?Max=5&Owner=111122223333&Names.1=x&Names.2=y", ""),
            ),
            (
                Protocol::RestJson,
                "POST",
                "/v1/{Id}",
                ("POST", "/v1/a/b%20c", r#"{"Max":5,"Names":["x","y"],"Owner":"111122223333"}"#),
            ),
        ] {
            let call = call(method, path, r#"{"Max":5,"Owner":"{account}"}"#);
            let request = write(&service(protocol), &call, &values, &variables).unwrap();
            assert_eq!((request.method, &*request.path, &*request.body), expected, "{protocol:?}");
        }
    }

    #[test]
    fn a_path_without_its_value_is_no_request() {
        let call = call("GET", "/v1/{Id}", "{}");
        assert!(write(&service(Protocol::RestJson), &call, &[], &Variables::default()).is_none());
    }
}
