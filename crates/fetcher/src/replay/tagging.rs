//! Resource Groups Tagging API: `GetResources`.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Deserialize;
use serde_json::{Value, json};

use super::fault::Refusal;
use super::{Account, Resource};

/// What a caller of `GetResources` may ask.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Query {
    pagination_token: String,
    pub(super) resource_type_filters: Vec<String>,
    resources_per_page: Option<usize>,
    tags_per_page: Option<usize>,
}

/// Where a page starts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Start {
    pub(super) page: usize,
    offset: usize,
}

/// Reads the token of a query, which belongs to the filters that it was given out for.
pub(super) fn start(query: &Query) -> Result<Start, Refusal> {
    if query.pagination_token.is_empty() {
        return Ok(Start::default());
    }
    let parts: Vec<&str> = query.pagination_token.split('-').collect();
    let parsed = match parts[..] {
        [filters, page, offset] if filters == digest(query) => page.parse().ok().zip(offset.parse().ok()),
        _ => None,
    };
    let (page, offset) = parsed
        .ok_or_else(|| Refusal::new(400, "InvalidParameterException", "The pagination token is invalid"))?;
    Ok(Start { page, offset })
}

fn token(query: &Query, start: Start) -> String {
    format!("{}-{}-{}", digest(query), start.page, start.offset)
}

fn digest(query: &Query) -> String {
    let mut hasher = DefaultHasher::new();
    query.resource_type_filters.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// One page; `looping` makes it name itself as the next one.
pub(super) fn get_resources(
    account: &Account,
    region: &str,
    query: &Query,
    (start, looping): (Start, bool),
) -> Result<Value, Refusal> {
    let most_tags = limits(query)?;
    check_filters(account, query)?;
    let wanted: Vec<&Resource> = account
        .regions
        .get(region)
        .map_or(&[][..], |region| &region.resources)
        .iter()
        .filter(|resource| query.resource_type_filters.is_empty() || is_wanted(resource, query))
        .collect();
    let rest = wanted.get(start.offset..).unwrap_or_default();
    let page = &rest[..fitting(rest, most_tags, query.resources_per_page.unwrap_or(account.page_size))];
    let next = Start { page: start.page + 1, offset: start.offset + page.len() };
    let token = match (looping, next.offset < wanted.len()) {
        (true, _) => token(query, start),
        (false, true) => token(query, next),
        (false, false) => String::new(),
    };
    Ok(json!({
        "PaginationToken": token,
        "ResourceTagMappingList": page.iter().map(|resource| mapping(resource)).collect::<Vec<_>>(),
    }))
}

/// The limit of tags on a page, within the limits of AWS.
fn limits(query: &Query) -> Result<usize, Refusal> {
    let refuse = |message| Err(Refusal::new(400, "InvalidParameterException", message));
    match (query.tags_per_page, query.resources_per_page) {
        (Some(_), Some(_)) => refuse("ResourcesPerPage and TagsPerPage exclude each other"),
        (Some(tags), None) if !(100..=500).contains(&tags) || tags % 100 != 0 => {
            refuse("TagsPerPage must be 100, 200, 300, 400 or 500")
        }
        (None, Some(resources)) if !(1..=100).contains(&resources) => {
            refuse("ResourcesPerPage must be from 1 to 100")
        }
        (Some(tags), None) => Ok(tags),
        (None, _) => Ok(usize::MAX),
    }
}

/// AWS knows some services only without a filter, and names the first one of them in its refusal.
fn check_filters(account: &Account, query: &Query) -> Result<(), Refusal> {
    if query.resource_type_filters.len() > 100 {
        return Err(Refusal::new(400, "InvalidParameterException", "more than 100 ResourceTypeFilters"));
    }
    match query.resource_type_filters.iter().find(|filter| account.unfilterable.contains(filter)) {
        Some(filter) => Err(Refusal::new(
            400,
            "InvalidParameterException",
            format!("Unsupported service={filter} in ResourceTypeFilter - {filter}"),
        )),
        None => Ok(()),
    }
}

fn is_wanted(resource: &Resource, query: &Query) -> bool {
    let mut parts = resource.arn.splitn(6, ':').skip(2);
    let service = parts.next().unwrap_or_default();
    let kind = parts.nth(2).unwrap_or_default().split(['/', ':']).next().unwrap_or_default();
    query.resource_type_filters.iter().any(|filter| match filter.split_once(':') {
        Some((wanted_service, wanted_kind)) => wanted_service == service && wanted_kind == kind,
        None => filter == service,
    })
}

/// How many resources fit on a page; a resource is never split, and one always fits.
fn fitting(resources: &[&Resource], most_tags: usize, most_resources: usize) -> usize {
    let mut tags = 0;
    let fits = |resource: &&&Resource| {
        // A resource without tags counts as one with a single tag.
        tags += resource.tags.len().max(1);
        tags <= most_tags
    };
    resources.iter().take(most_resources).take_while(fits).count().max(1).min(resources.len())
}

fn mapping(resource: &Resource) -> Value {
    let tags: Vec<Value> =
        resource.tags.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect();
    json!({ "ResourceARN": resource.arn, "Tags": tags })
}
