//! Dictionaries in `tagleaks.toml`: `dictionary = ["customers.csv:email"]`, or blocks with file, column and kind.

use model::Kind;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reading::{Reading, one_of};
use crate::dictionary::Spec;

/// Reads one, or a list.
pub(super) fn read(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Vec<Spec>> {
    match value.get_ref().as_array() {
        Some(list) => list.iter().map(|value| one(value, reading)).collect(),
        None => Some(vec![one(value, reading)?]),
    }
}

fn one(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Spec> {
    match value.get_ref() {
        DeValue::String(text) if !text.is_empty() => Some(Spec::parse(text, Kind::Person)),
        DeValue::Table(table) => block(table, reading),
        _ => None,
    }
}

fn block(table: &DeTable<'_>, reading: &mut Reading<'_>) -> Option<Spec> {
    let mut spec =
        Spec { file: table.get("file")?.get_ref().as_str()?.into(), column: None, kind: Kind::Person };
    for (name, value) in table {
        let text = value.get_ref().as_str();
        match (name.get_ref().as_ref(), text) {
            ("file", _) => {}
            ("column", _) => {
                let number = value.get_ref().as_integer().map(|number| number.as_str().to_owned());
                spec.column = Some(text.map(str::to_owned).or(number)?);
            }
            ("kind", _) => {
                if let Some(kind) = text.and_then(Kind::parse) {
                    spec.kind = kind;
                } else {
                    let kinds = one_of(Kind::ALL.iter().map(|kind| kind.as_str()));
                    reading.fault(value.span().start, format!("`kind` takes {kinds}"));
                }
            }
            _ => reading.unknown(name, "a dictionary takes file, column and kind"),
        }
    }
    Some(spec)
}
