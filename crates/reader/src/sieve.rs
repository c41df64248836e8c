//! What the reader asks of the matcher.

use model::RawForm;

/// Tells which parts of raw text deserve to be parsed.
pub trait Sieve {
    /// Adds the ascending byte offsets at which a record may hold a finding.
    ///
    /// A superset: every finding in a decoded record has an offset inside the record's raw value or raw key.
    fn candidates(&mut self, bytes: &[u8], form: RawForm, out: &mut Vec<usize>);

    /// Whether any value under this key must be looked at, whatever its bytes.
    fn wants_key(&mut self, key: &str) -> bool;
}
