//! From a request to a response, faults included.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use http::{HeaderMap, Request, Response, StatusCode};
use hyper::body::{Body, Bytes, Frame, Incoming};
use url::form_urlencoded;

use super::fault::{Faults, Refusal, refusal};
use super::iam::Parameters;
use super::rate::Buckets;
use super::server::Asked;
use super::signature::{self, Scope};
use super::{Account, FaultKind, iam, sts, tagging, xml};
use crate::region::is_opt_in;

/// What every answer is made from.
pub(super) struct Answering {
    account: Account,
    faults: Faults,
    buckets: Buckets,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Answering {
    pub(super) fn new(mut account: Account, asked: Arc<Mutex<Vec<Asked>>>) -> Self {
        let faults = Faults::new(std::mem::take(&mut account.faults));
        let buckets = Buckets::new(std::mem::take(&mut account.rates));
        Self { account, faults, buckets, asked }
    }
}

/// Text on its way out, whole or broken off.
///
/// It claims no size of its own, so that the header can claim more than there is.
pub(super) struct Text(Option<Bytes>);

impl Body for Text {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// The two protocols.
#[derive(Clone, Copy)]
enum Protocol {
    Json,
    Query,
}

/// A request, understood so far as to know what it asks.
struct Call {
    protocol: Protocol,
    action: String,
    body: Bytes,
}

/// Answers one request; never answers where a fault says so.
pub(super) async fn answer(answering: &Answering, request: Request<Incoming>) -> Response<Text> {
    let (parts, body) = request.into_parts();
    let Some(body) = whole(body).await else { return respond(Protocol::Json, 400, "unreadable body".into()) };
    let call = call(&parts.headers, body);
    match consider(answering, &parts.headers, &call) {
        Ok((text, Some(FaultKind::HalfBody))) => halved(respond(call.protocol, 200, text)),
        Ok((_, Some(FaultKind::Garbage))) => respond(call.protocol, 200, "<html>{}".into()),
        Ok((_, Some(FaultKind::Silence))) => std::future::pending().await,
        Ok((text, _)) => respond(call.protocol, 200, text),
        Err(refusal) => refuse(call.protocol, &refusal),
    }
}

/// All bytes of a request; `None` where the caller broke off.
async fn whole(mut body: Incoming) -> Option<Bytes> {
    let mut bytes = Vec::new();
    while let Some(frame) =
        std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await.transpose().ok()?
    {
        bytes.extend_from_slice(frame.data_ref().map_or(&[], |data| &data[..]));
    }
    Some(bytes.into())
}

fn call(headers: &HeaderMap, body: Bytes) -> Call {
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok());
    let (protocol, action) = match target {
        Some(target) => (Protocol::Json, target.rsplit('.').next().map(str::to_owned)),
        None => (Protocol::Query, parameters(&body).remove("Action")),
    };
    Call { protocol, action: action.unwrap_or_default(), body }
}

fn parameters(body: &[u8]) -> Parameters {
    form_urlencoded::parse(body).into_owned().collect()
}

/// The answer, and what is to be done to it on its way.
fn consider(
    answering: &Answering,
    headers: &HeaderMap,
    call: &Call,
) -> Result<(String, Option<FaultKind>), Refusal> {
    let account = &answering.account;
    let scope = signature::scope(headers).ok_or_else(|| {
        Refusal::new(403, "MissingAuthenticationTokenException", "Missing Authentication Token")
    })?;
    check_service(&scope, &call.action)?;
    let (query, parameters) = match call.protocol {
        Protocol::Json => (serde_json::from_slice::<tagging::Query>(&call.body), Parameters::new()),
        Protocol::Query => (Ok(tagging::Query::default()), parameters(&call.body)),
    };
    let query = query.map_err(|error| Refusal::new(400, "SerializationException", error.to_string()))?;
    let start = tagging::start(&query)?;
    let page = match call.protocol {
        Protocol::Json => start.page,
        Protocol::Query => iam::page(account, &parameters)?,
    };
    log(answering, &scope, &call.action, (page, &query.resource_type_filters));
    if !answering.buckets.take(&call.action, &scope.region) {
        return Err(Refusal::new(400, "ThrottlingException", "Rate exceeded"));
    }
    let fault = answering.faults.strike(&scope.region, &call.action, page);
    if let Some(refusal) = fault.and_then(|kind| refusal(kind, &account.caller_arn, &call.action)) {
        return Err(refusal);
    }
    if is_opt_in(&scope.region) && !account.regions.contains_key(&scope.region) {
        let message = "The security token included in the request is invalid";
        return Err(Refusal::new(400, "UnrecognizedClientException", message));
    }
    let looping = fault == Some(FaultKind::SameToken);
    let result = match call.action.as_str() {
        "GetResources" => {
            tagging::get_resources(account, &scope.region, &query, (start, looping))?.to_string()
        }
        "GetCallerIdentity" => sts::get_caller_identity(account),
        "GetAccountAuthorizationDetails" => iam::get_account_authorization_details(account, page, looping),
        "ListRoles" => iam::list_roles(account, page, looping),
        "GetPolicy" => iam::get_policy(account, &parameters)?,
        other => return Err(unknown(other)),
    };
    Ok((enclose(call, result), fault))
}

/// Refuses a request that was signed for another service than its action's.
fn check_service(scope: &Scope, action: &str) -> Result<(), Refusal> {
    let service = match action {
        "GetResources" => "tagging",
        "GetCallerIdentity" => "sts",
        "GetAccountAuthorizationDetails" | "ListRoles" | "GetPolicy" => "iam",
        other => return Err(unknown(other)),
    };
    if scope.service == service {
        Ok(())
    } else {
        let message = format!("Credential should be scoped to correct service: '{service}'.");
        Err(Refusal::new(403, "SignatureDoesNotMatch", message))
    }
}

fn unknown(action: &str) -> Refusal {
    Refusal::new(400, "InvalidAction", format!("Could not find operation {action}"))
}

fn log(answering: &Answering, scope: &Scope, action: &str, (page, filters): (usize, &[String])) {
    answering.asked.lock().unwrap_or_else(PoisonError::into_inner).push(Asked {
        region: scope.region.clone(),
        action: action.to_owned(),
        page,
        filters: filters.to_vec(),
    });
}

fn enclose(call: &Call, result: String) -> String {
    match call.protocol {
        Protocol::Json => result,
        Protocol::Query => {
            let Call { action, .. } = call;
            let result = xml::element(&format!("{action}Result"), &result);
            xml::element(&format!("{action}Response"), &result)
        }
    }
}

fn refuse(protocol: Protocol, refusal: &Refusal) -> Response<Text> {
    let Refusal { status, code, message } = refusal;
    let text = match protocol {
        Protocol::Json => serde_json::json!({ "__type": code, "message": message }).to_string(),
        Protocol::Query => {
            let error =
                xml::text("Type", "Sender") + &xml::text("Code", code) + &xml::text("Message", message);
            xml::element("ErrorResponse", &xml::element("Error", &error))
        }
    };
    respond(protocol, *status, text)
}

fn respond(protocol: Protocol, status: u16, text: String) -> Response<Text> {
    let content_type = match protocol {
        Protocol::Json => "application/x-amz-json-1.1",
        Protocol::Query => "text/xml",
    };
    let length = text.len();
    let mut response = Response::new(Text(Some(text.into())));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert("content-type", http::HeaderValue::from_static(content_type));
    headers.insert("content-length", length.into());
    headers.insert("x-amzn-requestid", http::HeaderValue::from_static("replay"));
    response
}

/// The same answer with only half of the bytes that its header promises.
fn halved(mut response: Response<Text>) -> Response<Text> {
    if let Some(bytes) = &mut response.body_mut().0 {
        bytes.truncate(bytes.len() / 2);
    }
    response
}
