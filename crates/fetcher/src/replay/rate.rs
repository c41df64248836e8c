//! How many calls a region takes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::Rate;

/// One token bucket for each limited action and region, as AWS keeps them.
pub(super) struct Buckets {
    rates: Vec<Rate>,
    /// Tokens left and when they were counted, by action and region.
    left: Mutex<HashMap<(String, String), (f64, Instant)>>,
}

impl Buckets {
    pub(super) fn new(rates: Vec<Rate>) -> Self {
        Self { rates, left: Mutex::default() }
    }

    /// Takes a token; false where none is left.
    pub(super) fn take(&self, action: &str, region: &str) -> bool {
        let Some(rate) = self.rates.iter().find(|rate| rate.call == action) else { return true };
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let bucket = left.entry((action.to_owned(), region.to_owned())).or_insert((rate.burst, now));
        let grown = bucket.0 + now.duration_since(bucket.1).as_secs_f64() * rate.per_second;
        *bucket = (grown.min(rate.burst), now);
        let has_token = bucket.0 >= 1.0;
        if has_token {
            bucket.0 -= 1.0;
        }
        has_token
    }
}
