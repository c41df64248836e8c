//! Masks what is sensitive in names: paths, keys, ARNs, file names, messages.

use model::{Confidence, Span};

use crate::matcher::{KeyRoles, Matcher, Scratch};

impl Matcher {
    /// The text with every sensitive value in it masked.
    ///
    /// Masks what is `likely` or surer, whatever the run shows.
    pub fn redact(&self, text: &str, scratch: &mut Scratch) -> String {
        let mut own = scratch.redactor.take().unwrap_or_default();
        self.text_hits(text.as_bytes(), &KeyRoles::default(), &mut own);
        let masked = self.mask_hits(text, &own);
        scratch.redactor = Some(own);
        masked
    }

    fn mask_hits(&self, text: &str, scratch: &Scratch) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut end = 0;
        for hit in &scratch.field.hits {
            if hit.confidence() < Some(Confidence::Likely) || hit.span.start < end {
                continue;
            }
            let Span { start, end: after } = hit.span;
            masked.push_str(&String::from_utf8_lossy(&text.as_bytes()[end..start]));
            masked.push_str(&self.preview(text.as_bytes(), hit));
            end = after;
        }
        masked.push_str(&String::from_utf8_lossy(&text.as_bytes()[end..]));
        masked
    }
}
