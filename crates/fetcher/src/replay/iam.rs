//! IAM: users, groups, roles and policies.

use std::collections::HashMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::fault::Refusal;
use super::{Account, Entity, InlinePolicy, Tags, xml};

/// Names and values of a query, decoded.
pub(super) type Parameters = HashMap<String, String>;

/// Kinds of entities, in the order of the listing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    User,
    Group,
    Role,
    Policy,
}

/// The page that a query asks for, from 0.
pub(super) fn page(account: &Account, parameters: &Parameters) -> Result<usize, Refusal> {
    match parameters.get("Marker") {
        None => Ok(0),
        Some(marker) => marker
            .parse::<usize>()
            .map(|offset| offset / account.iam.page_size.max(1))
            .map_err(|_| Refusal::new(400, "ValidationError", "Invalid Marker.")),
    }
}

/// The result of `GetAccountAuthorizationDetails`; `looping` makes it name itself as the next page.
pub(super) fn get_account_authorization_details(account: &Account, page: usize, looping: bool) -> String {
    let iam = &account.iam;
    let all: Vec<(Kind, &Entity)> = [
        (Kind::User, &iam.users),
        (Kind::Group, &iam.groups),
        (Kind::Role, &iam.roles),
        (Kind::Policy, &iam.policies),
    ]
    .into_iter()
    .flat_map(|(kind, entities)| entities.iter().map(move |entity| (kind, entity)))
    .collect();
    let (shown, more) = paged(account, &all, (page, looping));
    let lists = [
        (Kind::User, "UserDetailList"),
        (Kind::Group, "GroupDetailList"),
        (Kind::Role, "RoleDetailList"),
        (Kind::Policy, "Policies"),
    ];
    let list = |(kind, name): (Kind, &str)| {
        let members: Vec<&Entity> =
            shown.iter().filter(|(other, _)| *other == kind).map(|(_, entity)| *entity).collect();
        xml::list(name, &members, |entity| detail(account, kind, entity))
    };
    lists.into_iter().map(list).chain([more]).collect()
}

/// The result of `ListRoles`.
pub(super) fn list_roles(account: &Account, page: usize, looping: bool) -> String {
    let roles: Vec<&Entity> = account.iam.roles.iter().collect();
    let (shown, more) = paged(account, &roles, (page, looping));
    let role = |role: &&Entity| {
        let description = (!role.description.is_empty()).then(|| xml::text("Description", &role.description));
        [head(account, Kind::Role, role), description.unwrap_or_default()].concat()
    };
    [xml::list("Roles", shown, role), more].concat()
}

/// The result of `GetPolicy`.
pub(super) fn get_policy(account: &Account, parameters: &Parameters) -> Result<String, Refusal> {
    let wanted = parameters.get("PolicyArn").map_or("", String::as_str);
    let policy = account.iam.policies.iter().find(|policy| arn(account, Kind::Policy, policy) == wanted);
    let policy =
        policy.ok_or_else(|| Refusal::new(404, "NoSuchEntity", format!("Policy {wanted} was not found.")))?;
    let content = [
        head(account, Kind::Policy, policy),
        xml::text("Description", &policy.description),
        tags(&policy.tags),
    ];
    Ok(xml::element("Policy", &content.concat()))
}

/// The entities of one page, and whether and where it goes on.
fn paged<'a, T>(account: &Account, all: &'a [T], (page, looping): (usize, bool)) -> (&'a [T], String) {
    let size = account.iam.page_size.max(1);
    let start = (page * size).min(all.len());
    let end = (start + size).min(all.len());
    let marker = if looping { start } else { end };
    let more = if looping || end < all.len() {
        xml::text("IsTruncated", "true") + &xml::text("Marker", &marker.to_string())
    } else {
        xml::text("IsTruncated", "false")
    };
    (&all[start..end], more)
}

fn detail(account: &Account, kind: Kind, entity: &Entity) -> String {
    let inline = |name| xml::list(name, &entity.policies, inline_policy);
    let rest = match kind {
        Kind::User => [inline("UserPolicyList"), tags(&entity.tags)].concat(),
        Kind::Group => inline("GroupPolicyList"),
        Kind::Role => [
            xml::text("AssumeRolePolicyDocument", &document(&entity.trust)),
            inline("RolePolicyList"),
            tags(&entity.tags),
        ]
        .concat(),
        Kind::Policy => xml::list("PolicyVersionList", &[&entity.document], |text| {
            [
                xml::text("Document", &document(text)),
                xml::text("VersionId", "v1"),
                xml::text("IsDefaultVersion", "true"),
            ]
            .concat()
        }),
    };
    head(account, kind, entity) + &rest
}

fn head(account: &Account, kind: Kind, entity: &Entity) -> String {
    let (name, id) = match kind {
        Kind::User => ("UserName", "UserId"),
        Kind::Group => ("GroupName", "GroupId"),
        Kind::Role => ("RoleName", "RoleId"),
        Kind::Policy => ("PolicyName", "PolicyId"),
    };
    [
        xml::text("Path", &entity.path),
        xml::text(name, &entity.name),
        xml::text(id, "REPLAY"),
        xml::text("Arn", &arn(account, kind, entity)),
        xml::text("CreateDate", "2024-01-01T00:00:00Z"),
    ]
    .concat()
}

fn arn(account: &Account, kind: Kind, entity: &Entity) -> String {
    let word = match kind {
        Kind::User => "user",
        Kind::Group => "group",
        Kind::Role => "role",
        Kind::Policy => "policy",
    };
    let Account { partition, account, .. } = account;
    format!("arn:{partition}:iam::{account}:{word}{}{}", entity.path, entity.name)
}

fn inline_policy(policy: &InlinePolicy) -> String {
    xml::text("PolicyName", &policy.name) + &xml::text("PolicyDocument", &document(&policy.document))
}

/// A policy document as IAM gives it: JSON, percent-encoded.
fn document(document: &Value) -> String {
    utf8_percent_encode(&document.to_string(), NON_ALPHANUMERIC).to_string()
}

fn tags(tags: &Tags) -> String {
    let tags: Vec<_> = tags.iter().collect();
    xml::list("Tags", &tags, |(key, value)| xml::text("Key", key) + &xml::text("Value", value))
}
