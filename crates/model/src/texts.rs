//! Lists of texts.

use serde::{Serialize, Serializer};

use crate::Text;

/// A list of texts.
///
/// That of a built-in detector is one text with a separator between its items: a text of its own for each would be a pointer
/// that the loader has to correct at every start, and there are twenty thousand of them.
#[derive(Clone)]
pub struct Texts(List);

#[derive(Clone)]
enum List {
    Joined(&'static str),
    Each(Vec<Text>),
}

impl Texts {
    /// What separates the items of a joined list.
    pub const SEPARATOR: char = '\u{1f}';
    /// The list without items.
    pub const EMPTY: Self = Self::joined("");

    /// The list of what stands between the separators; none for no text at all.
    pub const fn joined(text: &'static str) -> Self {
        Self(List::Joined(text))
    }

    /// The items, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (joined, each) = match &self.0 {
            List::Joined("") => (None, &[][..]),
            List::Joined(text) => (Some(text), &[][..]),
            List::Each(list) => (None, list.as_slice()),
        };
        let joined = joined.into_iter().flat_map(|text| text.split(Self::SEPARATOR));
        joined.chain(each.iter().map(AsRef::as_ref))
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The item at a place.
    pub fn get(&self, index: usize) -> Option<&str> {
        self.iter().nth(index)
    }

    /// The items with something between them.
    pub fn join(&self, separator: &str) -> String {
        self.iter().collect::<Vec<_>>().join(separator)
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Texts {}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<T: Into<Text>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(List::Each(items.into_iter().map(Into::into).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_lists_hold_the_same() {
        let table: [(&'static str, &[&'static str]); 4] = [
            ("", &[]),
            ("one", &["one"]),
            ("one\u{1f}two", &["one", "two"]),
            ("a\u{1f}\u{1f}b", &["a", "", "b"]),
        ];
        for (joined, items) in table {
            let (one, other) = (Texts::joined(joined), items.iter().copied().collect::<Texts>());
            assert_eq!(one, other);
            assert!(one.iter().eq(items.iter().copied()));
            assert_eq!(
                (one.len(), one.is_empty(), one.get(1)),
                (items.len(), items.is_empty(), items.get(1).copied())
            );
            assert_eq!(one.join("+"), items.join("+"));
        }
        assert_ne!(Texts::joined("a\u{1f}b"), Texts::joined("a"));
    }
}
