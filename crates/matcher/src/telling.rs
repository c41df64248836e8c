//! Hits in, findings out: what a run shows of a record, with every sensitive value in a name around it masked.

use model::{Confidence, Finding, Mask, Origin, Position, Record, Secret, Span};

use crate::hit::Hit;
use crate::mask;
use crate::matcher::{Matcher, Scratch};
use crate::policy::Subject;

impl Matcher {
    /// Tells of the hits of a record that the run shows.
    pub(crate) fn emit(
        &self,
        record: &Record<'_>,
        scratch: &mut Scratch,
        on_finding: &mut dyn FnMut(Finding),
    ) {
        let hits = std::mem::take(&mut scratch.field.hits);
        let mut last = record.position_of(0).map(|position| (0, position));
        for hit in &hits {
            let is_owned = record.owned.start <= hit.span.start && hit.span.start < record.owned.end;
            if is_owned && self.shown(hit).is_some() {
                if self.is_allowed(record, hit) {
                    scratch.n_allowed += 1;
                    continue;
                }
                if !self.is_worth_telling(record, hit) {
                    continue;
                }
                let position = last.and_then(|known| record.position_behind(known, hit.span.start));
                last = position.map(|position| (hit.span.start, position));
                on_finding(self.finding(record, hit, position, scratch));
            }
        }
        scratch.field.hits = hits;
    }

    /// The confidence of a hit that the run shows.
    pub(crate) fn shown(&self, hit: &Hit) -> Option<Confidence> {
        let is_asked = self.policy.shows(hit.detector);
        hit.confidence().filter(|&sure| is_asked && sure >= self.config.min_confidence)
    }

    /// Whether a rule of the user allows it.
    fn is_allowed(&self, record: &Record<'_>, hit: &Hit) -> bool {
        self.policy.allows(&Subject {
            record,
            detector: &self.detectors[hit.detector].detector.id,
            value: &record.value[hit.span.start..hit.span.end],
            whole: &record.value[hit.whole.start..hit.whole.end],
            fingerprinter: &self.fingerprinter,
        })
    }

    /// Whether it is no value of a dictionary that stands everywhere.
    fn is_worth_telling(&self, record: &Record<'_>, hit: &Hit) -> bool {
        let dictionary = self.dictionaries.iter().find(|(detector, _)| *detector == hit.detector);
        dictionary.is_none_or(|(_, dictionary)| dictionary.admit(&record.value[hit.span.start..hit.span.end]))
    }

    fn finding(
        &self,
        record: &Record<'_>,
        hit: &Hit,
        position: Option<Position>,
        scratch: &mut Scratch,
    ) -> Finding {
        let compiled = &self.detectors[hit.detector];
        let raw = &record.value[hit.span.start..hit.span.end];
        let texts = compiled.texts();
        let preview = self.preview(record.value, hit);
        let mut key = self.redact(record.key, scratch);
        let mut path = self.redact_path(record, &key, scratch);
        let mut origin = self.origin(record, position, scratch);
        // The value may stand again in a name around it, where no detector sees it.
        for name in [&mut path, &mut key] {
            if let Some(masked) = without(name, raw, &preview) {
                *name = masked;
            }
        }
        for name in [&mut origin.arn, &mut origin.path].into_iter().flatten() {
            if let Some(masked) = without(name, raw, &preview) {
                *name = masked.into();
            }
        }
        Finding {
            detector: texts.id.clone(),
            covers: texts.covers.clone(),
            kind: compiled.detector.kind,
            severity: compiled.detector.severity,
            confidence: hit.confidence().expect("only hits that count become findings"),
            origin,
            path,
            key,
            span: hit.span,
            fingerprint: self.fingerprinter.of(&texts.id, raw),
            help: compiled.help(raw),
            name: if hit.decoded.is_some() { &texts.name_in_base64 } else { &texts.name }.clone(),
            value: self.config.reveal.then(|| Secret::new(String::from_utf8_lossy(raw).into_owned())),
            preview,
        }
    }

    /// The path with what is sensitive in it masked, its last name on its own, so that a mask never swallows `Tags.`.
    fn redact_path(&self, record: &Record<'_>, masked_key: &str, scratch: &mut Scratch) -> String {
        const OF_A_KEY: &str = "#key";
        // The value may be huge, so it is looked at only where it may stand in the path.
        let of_key = record.path.strip_suffix(OF_A_KEY).filter(|path| path.len() >= record.value.len());
        let value = of_key.and_then(|_| std::str::from_utf8(record.value).ok()).unwrap_or_default();
        let (path, end) = match of_key {
            Some(path) if path.ends_with(value) => (path, OF_A_KEY),
            _ => (record.path, ""),
        };
        let (name, masked) = match end {
            OF_A_KEY => (value, self.redact(value, scratch)),
            _ => (record.key, masked_key.to_owned()),
        };
        match path.strip_suffix(name) {
            Some(parents) => [&self.redact(parents, scratch), &masked, end].concat(),
            None => [&self.redact(path, scratch), end].concat(),
        }
    }

    pub(crate) fn preview(&self, text: &[u8], hit: &Hit) -> String {
        if hit.decoded.is_some() {
            return mask::preview(Mask::All, &[], Span::new(0, 0));
        }
        let whole = &text[hit.whole.start..hit.whole.end];
        let span = Span::new(hit.span.start - hit.whole.start, hit.span.end - hit.whole.start);
        mask::preview(self.detectors[hit.detector].mask(), whole, span)
    }

    /// The origin of a record with what is sensitive in names masked, and with the place of a finding.
    fn origin(&self, record: &Record<'_>, position: Option<Position>, scratch: &mut Scratch) -> Origin {
        let mut origin = record.origin.clone();
        for name in [&mut origin.arn, &mut origin.path].into_iter().flatten() {
            if let Some(masked) = self.masked(name, scratch) {
                *name = masked.into();
            }
        }
        if let Some(place) = position {
            origin.line = Some(place.line);
            origin.column = Some(place.column);
            origin.offset = Some(place.offset);
        }
        origin
    }
}

/// A name without the value that was found, if it stands there; values under four bytes are too common in names.
fn without(name: &str, raw: &[u8], preview: &str) -> Option<String> {
    let value = std::str::from_utf8(raw).ok().filter(|value| value.len() >= 4)?;
    name.contains(value).then(|| name.replace(value, preview))
}
