//! Which file, which column, which kind.

use std::path::PathBuf;

use matcher::Dictionary;
use model::{Detector, Kind};

/// A dictionary as it was asked for; nothing is read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spec {
    pub(crate) file: PathBuf,
    /// Name or number, from 1, of a CSV column.
    pub(crate) column: Option<String>,
    pub(crate) kind: Kind,
}

impl Spec {
    /// Takes `FILE` or `FILE:COLUMN`; a file whose name has the colon comes first.
    pub(crate) fn parse(text: &str, kind: Kind) -> Self {
        let split = text.rsplit_once(':').filter(|(file, column)| {
            !file.is_empty()
                && !column.is_empty()
                && !column.contains(['/', '\\'])
                && !PathBuf::from(text).exists()
        });
        match split {
            Some((file, column)) => Self { file: file.into(), column: Some(column.to_owned()), kind },
            None => Self { file: text.into(), column: None, kind },
        }
    }

    /// The detector that stands for it.
    pub(crate) fn detector(&self) -> Detector {
        Dictionary::detector(&self.name(), self.kind)
    }

    /// `customers`, or `customers-email` where a column is named.
    fn name(&self) -> String {
        let stem = self.file.file_stem().unwrap_or_default().to_string_lossy();
        let name = match &self.column {
            Some(column) => format!("{stem}-{column}"),
            None => stem.into_owned(),
        };
        let plain =
            |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        let name: String = name.chars().map(plain).collect();
        let words: Vec<_> = name.split('-').filter(|word| !word.is_empty()).collect();
        if words.is_empty() { "values".to_owned() } else { words.join("-") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_splits_file_and_column() {
        for (text, file, column, id) in [
            ("customers.csv", "customers.csv", None, "dictionary:customers"),
            (
                "a/My Customers.csv:E-Mail",
                "a/My Customers.csv",
                Some("E-Mail"),
                "dictionary:my-customers-e-mail",
            ),
            ("a.csv:2", "a.csv", Some("2"), "dictionary:a-2"),
            ("a:b/c.csv", "a:b/c.csv", None, "dictionary:c"),
            ("a.csv:", "a.csv:", None, "dictionary:a"),
            (":x", ":x", None, "dictionary:x"),
            ("客户.txt", "客户.txt", None, "dictionary:values"),
        ] {
            let spec = Spec::parse(text, Kind::Person);
            assert_eq!((spec.file.to_str(), spec.column.as_deref()), (Some(file), column), "{text}");
            assert_eq!(spec.detector().id, id, "{text}");
        }
    }
}
