//! A recorded account: what the server knows.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// Tags in the order in which AWS would give them.
pub type Tags = BTreeMap<String, String>;

/// Everything that the server answers from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Account {
    /// Account id, 12 digits.
    pub account: String,
    /// Partition, such as `aws`.
    #[serde(default = "aws")]
    pub partition: String,
    /// Who the caller is told to be.
    pub caller_arn: String,
    /// Most resources on a page of `GetResources`.
    #[serde(default = "hundred")]
    pub page_size: usize,
    /// Enabled regions. Other regions exist and are empty, except those that an account must enable first.
    pub regions: BTreeMap<String, Region>,
    /// Services that the tagging API lists but refuses to filter by.
    pub unfilterable: Vec<String>,
    /// Users, groups, roles and policies.
    pub iam: Iam,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// How many calls a region takes; any number where nothing is said.
    pub rates: Vec<Rate>,
}

/// A token bucket in each region.
#[derive(Clone, Debug, Deserialize)]
pub struct Rate {
    /// Action, such as `GetResources`.
    pub call: String,
    /// Calls per second.
    pub per_second: f64,
    /// Calls at once after a pause.
    pub burst: f64,
}

/// One region.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Region {
    /// Resources that are or were tagged.
    pub resources: Vec<Resource>,
}

/// One resource.
#[derive(Clone, Debug, Deserialize)]
pub struct Resource {
    /// ARN.
    pub arn: String,
    /// Tags.
    #[serde(default)]
    pub tags: Tags,
}

/// The global part of the account.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Iam {
    /// Most entities on a page.
    #[serde(default = "hundred")]
    pub page_size: usize,
    /// Users.
    pub users: Vec<Entity>,
    /// Groups.
    pub groups: Vec<Entity>,
    /// Roles.
    pub roles: Vec<Entity>,
    /// Customer-managed policies.
    pub policies: Vec<Entity>,
}

/// A user, a group, a role or a policy; fields that do not apply stay empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entity {
    /// Name.
    pub name: String,
    /// Path, with a slash at both ends.
    #[serde(default = "slash")]
    pub path: String,
    /// Description.
    pub description: String,
    /// Tags.
    pub tags: Tags,
    /// Trust policy of a role.
    pub trust: Value,
    /// Document of a policy.
    pub document: Value,
    /// Inline policies.
    pub policies: Vec<InlinePolicy>,
}

/// A policy inside a user, a group or a role.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct InlinePolicy {
    /// Name.
    pub name: String,
    /// Document.
    pub document: Value,
}

/// Something that goes wrong.
#[derive(Clone, Debug, Deserialize)]
pub struct Fault {
    /// Region in which it happens; empty for all.
    #[serde(default)]
    pub region: String,
    /// Action, such as `GetResources`; empty for all.
    #[serde(default)]
    pub call: String,
    /// Page at which it happens, from 0; every page where absent.
    pub page: Option<usize>,
    /// How many times it happens; always where absent.
    pub times: Option<u32>,
    /// What happens.
    pub kind: FaultKind,
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// The caller lacks the permission.
    Denied,
    /// The region does not know the credentials, as one that is not enabled.
    UnknownCredentials,
    /// The credentials have expired.
    ExpiredCredentials,
    /// Too many requests.
    Throttle,
    /// The service fails with status 500.
    ServerError,
    /// The page token has expired.
    ExpiredToken,
    /// The connection closes in the middle of the answer.
    HalfBody,
    /// The answer is not what the protocol says.
    Garbage,
    /// The page names itself as the next one.
    SameToken,
    /// No answer ever comes.
    Silence,
}

fn aws() -> String {
    "aws".to_owned()
}

fn slash() -> String {
    "/".to_owned()
}

fn hundred() -> usize {
    100
}
