//! Pages as the fetcher makes them, from the corpus.

use model::{Origin, Page};

use crate::resource::{Resource, resources};

/// Decodes lines of the corpus.
///
/// # Panics
/// Where a line is not one of the corpus.
pub fn pages(lines: &[u8]) -> Vec<Page> {
    let mut pages = vec![Page::new()];
    for resource in resources(lines) {
        if pages.last().is_some_and(Page::is_full) {
            pages.push(Page::new());
        }
        add(&resource, pages.last_mut().expect("there is one page at least"));
    }
    pages
}

fn add(resource: &Resource<'_>, page: &mut Page) {
    let arn = Some(resource.arn.into());
    let origin = page.add_origin(Origin { source: "tagging", arn, ..Origin::default() });
    for tag in &resource.tags {
        page.push(origin, (&format!("Tags.{}", tag.key), tag.key), tag.value.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_becomes_a_record() {
        let lines = concat!(
            r#"{"ResourceARN":"arn:aws:sqs:::a","Tags":[{"Key":"Owner","Value":"x\u0026y"},{"Key":"B","Value":""}]}"#,
            "\n",
            r#"{"ResourceARN":"arn:aws:sqs:::b","Tags":[{"Key":"C","Value":"z"}]}"#,
            "\n"
        );
        let pages = pages(lines.as_bytes());
        let records: Vec<_> =
            pages.iter().flat_map(Page::records).map(|record| (record.path, record.value)).collect();
        assert_eq!(records, [("Tags.Owner", &b"x&y"[..]), ("Tags.B", b""), ("Tags.C", b"z")]);
        assert_eq!(pages[0].record(2).origin.arn.as_deref(), Some("arn:aws:sqs:::b"));
    }
}
