//! Calls that an earlier sweep has made.

use std::collections::HashSet;

/// Calls by account, region and IAM's name, to be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done(HashSet<(String, String, String)>);

impl Done {
    /// Whether a call was made.
    pub(crate) fn has(&self, account: &str, region: &str, call: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&(account.to_owned(), region.to_owned(), call.to_owned()))
    }
}

impl<'a> FromIterator<(&'a str, &'a str, &'a str)> for Done {
    fn from_iter<T: IntoIterator<Item = (&'a str, &'a str, &'a str)>>(calls: T) -> Self {
        let own = |(account, region, call): (&str, &str, &str)| {
            (account.to_owned(), region.to_owned(), call.to_owned())
        };
        Self(calls.into_iter().map(own).collect())
    }
}
