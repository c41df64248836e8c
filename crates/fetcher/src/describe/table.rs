//! The rows under `calls/`, as the build script writes them.

/// A service and the read calls that are made of it.
#[derive(Debug)]
pub(crate) struct Service {
    /// Name as in an ARN.
    pub(crate) id: &'static str,
    /// First label of its host names.
    pub(crate) endpoint: &'static str,
    /// Name in the scope of a signature.
    pub(crate) signing: &'static str,
    /// Name in `AWS_ENDPOINT_URL_…` and in profiles, such as `CLOUDWATCH_LOGS`.
    pub(crate) sdk_id: &'static str,
    pub(crate) protocol: Protocol,
    /// Version of the API; only the query protocols send it.
    pub(crate) version: &'static str,
    /// What stands before the action in `X-Amz-Target`; only the JSON protocols send it.
    pub(crate) target: &'static str,
    /// Whether one endpoint serves all regions.
    pub(crate) is_global: bool,
    /// Whether only the account that manages an organization may make its calls.
    pub(crate) is_organization: bool,
    /// Calls per second, account and region that AWS allows, as far as it says.
    pub(crate) rate: f64,
    pub(crate) calls: &'static [Call],
}

/// How requests and answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    Ec2,
    Query,
    Json10,
    Json11,
    RestJson,
    RestXml,
}

/// One read call.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) action: &'static str,
    /// Service that answers, which need not be the one whose items are read.
    pub(crate) by: &'static str,
    /// What IAM must allow, such as `ec2:DescribeInstances`; it names the call in reports.
    pub(crate) permission: &'static str,
    /// `GET` or `POST`.
    pub(crate) method: &'static str,
    /// Template of the path, with a query string or not.
    pub(crate) path: &'static str,
    /// What is always sent, as a JSON object.
    pub(crate) parameters: &'static str,
    /// Parameters of the next page, and where the answer has them.
    pub(crate) pages: &'static [(&'static str, &'static [Step])],
    /// Where the items of an answer stand; the answer itself where empty.
    pub(crate) items: &'static [Step],
    /// Template of an item's ARN; empty where it has none.
    pub(crate) arn: &'static str,
    /// Items count only where this field has one of these values; all where empty.
    pub(crate) only: Option<(&'static [Step], &'static [&'static str])>,
    /// Where an item has its tags.
    pub(crate) tags: &'static [&'static [Step]],
    pub(crate) texts: &'static [Text],
    pub(crate) each: Option<Each>,
    /// Whether it is made only when it is asked for by name.
    pub(crate) is_optional: bool,
}

/// Free text of an item.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) steps: &'static [Step],
    pub(crate) form: Form,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Plain,
    /// A JSON document in a string, percent-encoded or not; each of its values is a text.
    Json,
    /// Base64, of gzip or not.
    Base64,
    /// What follows the last slash, such as the name in a URL.
    Last,
}

/// A call that is made for each item of another one.
#[derive(Debug)]
pub(crate) struct Each {
    /// Actions of the other calls; its own among them where items form a tree.
    pub(crate) of: &'static [&'static str],
    /// Parameters and templates of their values.
    pub(crate) with: &'static [(&'static str, &'static str)],
    /// What else is known in templates below, and is not sent.
    pub(crate) known: &'static [(&'static str, &'static str)],
    /// How many items one request asks for; their values stand in a list.
    pub(crate) batch: usize,
}

/// One step of a path through an answer; lists are gone through without a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A member of an object.
    Field(&'static str),
    /// Names an element of a list by one of its fields.
    Label(&'static str),
    /// Each member of an object, by its name.
    Any,
    /// All values below.
    All,
}

include!(concat!(env!("OUT_DIR"), "/calls.rs"));
