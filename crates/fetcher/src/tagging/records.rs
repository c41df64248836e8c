//! From a resource to records.

use std::sync::Arc;

use aws_sdk_resourcegroupstagging::types::ResourceTagMapping;
use model::{Origin, Page};

use crate::tags;

/// Adds the ARN, which holds names that customers chose, and the tags of one resource.
pub(super) fn push(page: &mut Page, region: &Origin, resource: &ResourceTagMapping) {
    let arn = resource.resource_arn().unwrap_or_default();
    let service = arn.split(':').nth(2).filter(|service| !service.is_empty());
    let origin = page.add_origin(Arc::new(Origin {
        service: service.map(Arc::from),
        arn: Some(arn.into()),
        ..region.clone()
    }));
    page.push(origin, ("Arn", "arn"), arn.as_bytes());
    for tag in resource.tags() {
        tags::push(page, origin, (tag.key(), tag.value()));
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_resourcegroupstagging::types::Tag;

    use super::*;

    #[test]
    fn a_resource_gives_its_arn_its_tags_and_their_keys() {
        let tag = |key, value| Tag::builder().key(key).value(value).build().unwrap();
        let resource = ResourceTagMapping::builder()
            .resource_arn("arn:aws:sqs:eu-west-1:111122223333:orders")
            .tags(tag("Owner", "Jane"))
            .tags(tag("aws:createdBy", "root"))
            .build();
        let mut page = Page::new();
        push(&mut page, &Origin { source: "tagging", ..Origin::default() }, &resource);
        let records: Vec<_> = page.records().map(|record| (record.path, record.key, record.value)).collect();
        assert_eq!(
            records,
            [
                ("Arn", "arn", &b"arn:aws:sqs:eu-west-1:111122223333:orders"[..]),
                ("Tags.Owner", "Owner", b"Jane"),
                ("Tags.Owner#key", "", b"Owner"),
                ("Tags.aws:createdBy", "aws:createdBy", b"root"),
            ]
        );
        assert_eq!(page.record(1).origin.service.as_deref(), Some("sqs"));
    }

    #[test]
    fn an_arn_that_is_none_does_no_harm() {
        let mut page = Page::new();
        for arn in ["", ":", "arn", "a:b::c"] {
            let resource = ResourceTagMapping::builder().resource_arn(arn).build();
            push(&mut page, &Origin::default(), &resource);
        }
        assert!(page.records().all(|record| record.origin.service.is_none()));
    }
}
