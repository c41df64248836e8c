//! Masks what is sensitive in names: paths, keys, ARNs, file names, messages.

use model::{Confidence, Kind, Span};

use crate::matcher::{KeyRoles, Matcher, Scratch};

impl Matcher {
    /// The text with every sensitive value in it masked.
    ///
    /// Masks what is `likely` or surer, whatever the run shows, and every address, of roles as well: a name before
    /// it on a path can make a person's address look like one.
    pub fn redact(&self, text: &str, scratch: &mut Scratch) -> String {
        let mut own = scratch.redactor.take().unwrap_or_default();
        self.text_hits(text.as_bytes(), &KeyRoles::default(), true, &mut own);
        let masked = self.mask_hits(text, &own);
        scratch.redactor = Some(own);
        masked
    }

    fn mask_hits(&self, text: &str, scratch: &Scratch) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut end = 0;
        for hit in &scratch.field.hits {
            let is_contact = self.detectors[hit.detector].detector.kind == Kind::Contact;
            let least = if is_contact { Confidence::Possible } else { Confidence::Likely };
            if hit.confidence() < Some(least) || hit.span.start < end {
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
