//! A raw value that cannot be printed by accident.

use std::fmt;

/// Raw matched text, kept only for `--reveal`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a raw value.
    pub fn new(value: String) -> Self {
        Self(value)
    }

    /// Gives the raw value to a reporter that was asked to reveal it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(***)")
    }
}
