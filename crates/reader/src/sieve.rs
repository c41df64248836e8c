//! What the reader asks of the matcher.

use model::RawForm;

/// Tells which parts of raw text deserve to be parsed.
pub trait Sieve {
    /// Adds the ascending byte offsets at which a record may hold a finding.
    ///
    /// A superset: every finding in a decoded record has an offset inside the record's raw value or raw key.
    fn candidates(&mut self, bytes: &[u8], form: RawForm<'_>, out: &mut Vec<usize>);

    /// Whether any value under this key must be looked at, whatever its bytes.
    fn wants_key(&mut self, key: &str) -> bool;

    /// Whether this value under this key must be looked at, as far as its key is the reason.
    ///
    /// The value stands as it is decoded. Never false where a record of the two would give a finding that has no
    /// offset of [`Sieve::candidates`].
    fn wants_value(&mut self, key: &str, value: &[u8]) -> bool {
        let _ = value;
        self.wants_key(key)
    }
}
