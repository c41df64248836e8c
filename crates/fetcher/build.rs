//! Reads the rows under `calls/`, checks them and writes them as static data.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

/// One file: a service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Service {
    /// Name of the model that a test compares the rows with; nothing else needs it.
    #[serde(rename = "model")]
    _model: Option<String>,
    endpoint: Option<String>,
    signing: Option<String>,
    sdk_id: String,
    protocol: Protocol,
    #[serde(default)]
    version: String,
    #[serde(default)]
    target: String,
    #[serde(default)]
    global: bool,
    /// Whether another source makes the calls: only the account that manages an organization may.
    #[serde(default)]
    organization: bool,
    rate: Option<f64>,
    call: Vec<Call>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Protocol {
    Ec2,
    Query,
    #[serde(rename = "json-1.0")]
    Json10,
    #[serde(rename = "json-1.1")]
    Json11,
    RestJson,
    RestXml,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Call {
    action: String,
    /// File of the service that answers, where it is another one: its items lead to items of this one.
    by: Option<String>,
    permission: Option<String>,
    method: Option<String>,
    path: Option<String>,
    #[serde(default)]
    parameters: BTreeMap<String, toml::Value>,
    #[serde(default)]
    pages: BTreeMap<String, String>,
    #[serde(default)]
    items: String,
    #[serde(default)]
    arn: String,
    only: Option<Only>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    texts: Vec<String>,
    each: Option<Each>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Only {
    field: String,
    values: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    of: Of,
    with: BTreeMap<String, String>,
    /// What is known of the items besides what is sent.
    #[serde(default)]
    known: BTreeMap<String, String>,
    #[serde(default)]
    batch: usize,
}

/// One action or several; its own among them for a tree.
#[derive(Deserialize)]
#[serde(untagged)]
enum Of {
    One(String),
    Several(Vec<String>),
}

impl Of {
    fn actions(&self) -> &[String] {
        match self {
            Self::One(action) => std::slice::from_ref(action),
            Self::Several(actions) => actions,
        }
    }
}

/// Calls per second that are supposed where AWS publishes none.
const RATE: f64 = 10.0;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=calls");
    let mut files: Vec<PathBuf> = fs::read_dir("calls")
        .expect("the folder of rows is a part of this crate")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut out = String::from("pub(crate) static SERVICES: &[Service] = &[\n");
    for file in &files {
        let text = fs::read_to_string(file).expect("a row file can be read");
        let service: Service =
            toml::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        let id = file.file_stem().and_then(|stem| stem.to_str()).expect("names of services are ASCII");
        write_service(&mut out, id, &service);
    }
    out.push_str("];\n");
    let target = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("calls.rs");
    fs::write(target, out).expect("the output folder can be written");
}

fn write_service(out: &mut String, id: &str, service: &Service) {
    check(id, service);
    let endpoint = service.endpoint.as_deref().unwrap_or(id);
    let signing = service.signing.as_deref().unwrap_or(endpoint);
    let Service { sdk_id, protocol, version, target, global, organization, .. } = service;
    let rate = service.rate.unwrap_or(RATE);
    let _ = writeln!(
        out,
        "Service {{ id: {id:?}, endpoint: {endpoint:?}, signing: {signing:?}, sdk_id: {sdk_id:?}, \
         protocol: Protocol::{protocol:?}, version: {version:?}, target: {target:?}, is_global: {global}, \
         is_organization: {organization}, rate: {rate:?}, calls: &["
    );
    for call in &service.call {
        write_call(out, id, call);
    }
    out.push_str("] },\n");
}

/// Refuses rows that cannot work.
fn check(id: &str, service: &Service) {
    let is_rest = matches!(service.protocol, Protocol::RestJson | Protocol::RestXml);
    let is_query = matches!(service.protocol, Protocol::Ec2 | Protocol::Query);
    assert_eq!(
        is_query,
        !service.version.is_empty(),
        "{id}: the query protocols need a version, no other does"
    );
    for (index, call) in service.call.iter().enumerate() {
        let action = &call.action;
        assert_eq!(
            is_rest,
            call.path.is_some(),
            "{id}:{action}: the REST protocols need a path, no other does"
        );
        if let Some(each) = &call.each {
            let known = &service.call[..=index];
            for of in each.of.actions() {
                assert!(known.iter().any(|other| other.action == *of), "{id}:{action}: no {of} before it");
            }
        }
    }
}

fn write_call(out: &mut String, id: &str, call: &Call) {
    let action = &call.action;
    let by = call.by.as_deref().unwrap_or(id);
    let permission = call.permission.clone().unwrap_or_else(|| format!("{by}:{action}"));
    let method = call.method.as_deref().unwrap_or("GET");
    let path = call.path.as_deref().unwrap_or("/");
    let parameters = serde_json::to_string(&call.parameters).expect("TOML values are JSON values");
    let pages: Vec<String> =
        call.pages.iter().map(|(name, path)| format!("({name:?}, {})", steps(path))).collect();
    let only = call
        .only
        .as_ref()
        .map_or("None".to_owned(), |only| format!("Some(({}, &{:?}))", steps(&only.field), only.values));
    let tags: Vec<String> = call.tags.iter().map(|path| steps(path)).collect();
    let texts: Vec<String> = call.texts.iter().map(|path| text(path)).collect();
    let each = call.each.as_ref().map_or("None".to_owned(), |each| {
        let (with, known): (Vec<_>, Vec<_>) = (each.with.iter().collect(), each.known.iter().collect());
        format!(
            "Some(Each {{ of: &{:?}, with: &{with:?}, known: &{known:?}, batch: {} }})",
            each.of.actions(),
            each.batch
        )
    });
    let _ = writeln!(
        out,
        "Call {{ action: {action:?}, by: {by:?}, permission: {permission:?}, method: {method:?}, path: {path:?}, \
         parameters: {parameters:?}, pages: &[{}], items: {}, arn: {:?}, only: {only}, tags: &[{}], \
         texts: &[{}], each: {each}, is_optional: {} }},",
        pages.join(", "),
        steps(&call.items),
        call.arn,
        tags.join(", "),
        texts.join(", "),
        call.optional
    );
}

/// A path and what follows its bar: `UserData|base64`.
fn text(path: &str) -> String {
    let (path, form) = match path.split_once('|') {
        None => (path, "Plain"),
        Some((path, "json")) => (path, "Json"),
        Some((path, "base64")) => (path, "Base64"),
        Some((path, "last")) => (path, "Last"),
        Some((_, other)) => panic!("no form is called `{other}`"),
    };
    format!("Text {{ steps: {}, form: Form::{form} }}", steps(path))
}

/// `Tags[Key].Value`, `Environment.*`, `Definition.**`.
fn steps(path: &str) -> String {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        match (part, part.split_once('[')) {
            ("*", _) => steps.push("Step::Any".to_owned()),
            ("**", _) => steps.push("Step::All".to_owned()),
            (_, Some((field, label))) => {
                let label = label.strip_suffix(']').unwrap_or_else(|| panic!("`{path}` lacks a bracket"));
                if !field.is_empty() {
                    steps.push(format!("Step::Field({field:?})"));
                }
                steps.push(format!("Step::Label({label:?})"));
            }
            (field, None) => steps.push(format!("Step::Field({field:?})")),
        }
    }
    format!("&[{}]", steps.join(", "))
}
