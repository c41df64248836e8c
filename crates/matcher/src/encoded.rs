//! Text under base64: decoded once, and what stands in it is found where the blob stands.
//!
//! Text is told from random bytes by its first characters, so that digests, tokens and pictures cost nothing more.

use model::{Confidence, RawForm, Span};

use crate::hit::{Hit, Ruling};
use crate::matcher::{FieldScratch, KeyRoles, Matcher};
use crate::prefilter::{Anchors, LONG_WORD};
use crate::scan::{Field, Hidden};
use crate::validate::base64;

/// The fewest characters of a blob: 18 bytes of text.
pub(crate) const MIN_BLOB: usize = 24;
/// The most characters of a blob that are decoded: 64 KiB of text.
const MAX_BLOB: usize = 64 * 1024 / 3 * 4;
/// Slashes and hyphens behind which a blob is looked for, where what stands before them is none.
const MAX_STARTS: usize = 8;

impl Matcher {
    /// Adds what stands in the blobs of a text, the most telling hit of each.
    pub(crate) fn encoded_hits(&self, text: &[u8], scratch: &mut FieldScratch) {
        for blob in blobs(text) {
            let plain = plain_text(&text[blob.start..blob.end]);
            let mut inner = scratch.decoded.take().unwrap_or_default();
            self.values.run(&plain, RawForm::Other, &mut inner.anchors);
            let Anchors { literals, digits, phrases, .. } = &inner.anchors;
            let roles = KeyRoles::default();
            let field = Field {
                text: &plain,
                roles: &roles,
                base: 0,
                literals,
                digits,
                phrases,
                hidden: Hidden::default(),
                is_gated: true,
                is_decoded: true,
            };
            if self.field_hits(&field, &mut inner.field) {
                scratch.hits.extend(self.most_telling(&inner.field.hits).map(|hit| in_blob(hit, blob)));
            }
            scratch.decoded = Some(inner);
        }
    }

    /// The hit that a person must see first; what is no more than possible stays in its blob.
    fn most_telling<'a>(&self, hits: &'a [Hit]) -> Option<&'a Hit> {
        let visible = hits.iter().filter(|hit| hit.confidence() >= Some(Confidence::Likely));
        visible.max_by_key(|hit| self.detectors[hit.detector].detector.rank)
    }
}

fn in_blob(hit: &Hit, blob: Span) -> Hit {
    Hit { whole: blob, span: blob, ruling: Ruling::NoContext, decoded: hit.confidence(), ..*hit }
}

/// Runs of base64 in a text that begin like text.
pub(crate) fn blobs(text: &[u8]) -> impl Iterator<Item = Span> {
    runs(text).filter_map(|run| blob(text, run))
}

/// The same, where long words are known to start.
pub(crate) fn blobs_at(text: &[u8], long_words: &[u32]) -> impl Iterator<Item = Span> {
    let mut end = 0;
    let runs = long_words.iter().filter_map(move |&place| {
        let place = place as usize;
        if place < end {
            return None;
        }
        let start = place - text[end..place].iter().rev().take_while(|&&byte| is_base64(byte)).count();
        end = place + text[place..].iter().take_while(|&&byte| is_base64(byte)).count();
        Some(Span::new(start, end)).filter(|run| run.len() >= MIN_BLOB)
    });
    runs.filter_map(|run| blob(text, run))
}

/// The part of a run that begins like text, where there is one.
///
/// Text has a long word under base64: only `>`, `?`, `~` and bytes beyond ASCII give other characters.
fn blob(text: &[u8], run: Span) -> Option<Span> {
    let bytes = &text[run.start..run.end];
    let mut words = bytes.split(|byte| !byte.is_ascii_alphanumeric());
    let separators = (1..bytes.len()).filter(|&place| b"/-_+".contains(&bytes[place - 1]));
    let mut starts = std::iter::once(0).chain(separators.take(MAX_STARTS));
    let start = starts.find(|&start| begins_like_text(&bytes[start..]))?;
    words.any(|word| word.len() >= LONG_WORD).then(|| Span::new(run.start + start, run.end))
}

/// Maximal runs of the characters of both alphabets.
///
/// A run of `MIN_BLOB` bytes covers every byte that is `MIN_BLOB - 1` behind its start, so most are not looked at.
fn runs(text: &[u8]) -> impl Iterator<Item = Span> {
    let mut place = 0;
    std::iter::from_fn(move || {
        loop {
            let window = text.get(place..place + MIN_BLOB)?;
            if let Some(last) = window.iter().rposition(|&byte| !is_base64(byte)) {
                place += last + 1;
                continue;
            }
            let start = place;
            place += text[place..].iter().take_while(|&&byte| is_base64(byte)).count();
            return Some(Span::new(start, place));
        }
    })
}

fn is_base64(byte: u8) -> bool {
    /// One look instead of seven comparisons.
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 128_u8 {
            table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
            byte += 1;
        }
        table
    };
    TABLE[usize::from(byte)]
}

/// Whether the first bytes under base64 are printable ASCII; of random ones, one in a hundred million is.
fn begins_like_text(run: &[u8]) -> bool {
    let is_plain =
        |part: &[u8]| base64::decode(part).is_some_and(|part| part.iter().all(|&byte| is_text(byte)));
    // Nearly all others show it in their first bytes.
    run.get(..MIN_BLOB).is_some_and(|head| base64::may_begin_text(head) && is_plain(head))
}

/// What stands under base64, up to the first byte that is no text.
fn plain_text(blob: &[u8]) -> Vec<u8> {
    let length = blob.len().min(MAX_BLOB);
    // A single character is no byte.
    let length = if length % 4 == 1 { length - 1 } else { length };
    let mut plain = base64::decode(&blob[..length]).unwrap_or_default();
    let end = plain.iter().position(|&byte| byte.is_ascii() && !is_text(byte)).unwrap_or(plain.len());
    plain.truncate(end);
    let valid = std::str::from_utf8(&plain).map_or_else(|wrong| wrong.valid_up_to(), str::len);
    plain.truncate(valid);
    plain
}

const fn is_text(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        blobs(text.as_bytes()).map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn runs_are_maximal_and_long_enough() {
        let (short, long) = ("a".repeat(MIN_BLOB - 1), "a".repeat(MIN_BLOB));
        for before in 0..60 {
            let padding = ". ".repeat(before);
            let text = format!("{padding}{short}={long} {long}+{long}");
            let lengths: Vec<usize> = runs(text.as_bytes()).map(Span::len).collect();
            assert_eq!(lengths, [MIN_BLOB, 2 * MIN_BLOB + 1], "{before}");
        }
    }

    #[test]
    fn text_is_told_from_other_runs() {
        let script = "IyEvYmluL2Jhc2gKZWNobyBoZWxsbyB3b3JsZAo";
        for (text, expected) in [
            (format!("UserData={script}="), vec![script]),
            (format!("s3://bucket/{script}"), vec![script]),
            ("9c1185a5c5e9fc54612808977ee8f548b2258d31".to_owned(), vec![]),
            ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUl".to_owned(), vec![]),
            ("artifacts/releases/services/orders/builds/latest".to_owned(), vec![]),
            ("arn:aws:iam::111122223333:role/aws-service-role/x".to_owned(), vec![]),
            ("7f3c9d2a-41b8-4c0e-9a57-2d6e8f10b3c4".to_owned(), vec![]),
            ("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj".to_owned(), vec![]),
        ] {
            assert_eq!(found(&text), expected, "{text}");
        }
    }

    #[test]
    fn long_words_lead_to_the_same_blobs() {
        let text = "IyEvYmluL2Jhc2gKZWNobyBoZWxsbyB3b3JsZAo";
        for line in [format!("a {text}= b/{text}"), format!("x-{text}-{text}"), "short and plain".to_owned()]
        {
            let bytes = line.as_bytes();
            let is_start = |&place: &usize| {
                let word = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_alphanumeric);
                (place == 0 || !word(place - 1)) && (place..place + LONG_WORD).all(word)
            };
            let places: Vec<u32> = (0..bytes.len()).filter(is_start).map(|place| place as u32).collect();
            assert!(blobs_at(bytes, &places).eq(blobs(bytes)), "{line}");
        }
    }

    #[test]
    fn text_ends_where_it_is_none() {
        for (blob, plain) in [
            ("aGVsbG8gd29ybGQ", "hello world"),
            ("aGVsbG8gd29ybGQgw7xi", "hello world üb"),
            ("aGVsbG8gd29ybGQAAAAA", "hello world"),
            ("aGVsbG8gd29ybGQg_", "hello world "),
        ] {
            assert_eq!(plain_text(blob.as_bytes()), plain.as_bytes(), "{blob}");
        }
    }
}
