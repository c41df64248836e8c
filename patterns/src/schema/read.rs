//! Reads the blocks of a file, and says on which lines its faults stand.

use std::collections::{BTreeMap, BTreeSet};

use model::Detector;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Groups;
use super::entry::Entry;

/// A fault and the line it stands on.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) message: String,
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn whole(message: &str) -> Self {
        Self { line: 1, message: message.to_owned() }
    }
}

/// What is wrong with a block: the field, and a sentence.
pub(super) type Wrong = (&'static str, String);

/// The blocks of a file that are right, and what is wrong with the others.
#[derive(Default)]
pub(crate) struct Blocks {
    pub(crate) right: Vec<(Detector, Lines)>,
    pub(crate) faults: Vec<Fault>,
}

/// Lines of a block and of its fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    block: usize,
    /// The line of a field, and those of its elements where it is a list.
    fields: BTreeMap<String, (usize, Vec<usize>)>,
}

impl Lines {
    fn of(text: &str, block: &Spanned<DeValue<'_>>) -> Self {
        let line = |value: &Spanned<DeValue<'_>>| line_of(text, value.span().start);
        let lines = |value: &Spanned<DeValue<'_>>| {
            let elements = value.get_ref().as_array().map(|list| list.iter().map(line).collect());
            (line(value), elements.unwrap_or_default())
        };
        let fields = block.get_ref().as_table().into_iter().flatten();
        let fields = fields.map(|(name, value)| (name.get_ref().to_string(), lines(value))).collect();
        Self { block: line(block), fields }
    }

    /// The line of a field; that of the block where it has no such field.
    pub(crate) fn field(&self, name: &str) -> usize {
        self.fields.get(name).map_or(self.block, |(line, _)| *line)
    }

    /// The line of an element of a list.
    #[allow(dead_code, reason = "the build script has no use for it")]
    pub(crate) fn element(&self, name: &str, index: usize) -> usize {
        let element = self.fields.get(name).and_then(|(_, elements)| elements.get(index));
        element.copied().unwrap_or_else(|| self.field(name))
    }
}

/// Reads all `[[detector]]` blocks of a text.
pub(crate) fn read(text: &str, groups: &Groups) -> Blocks {
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => return Blocks { faults: vec![of_toml(text, &error)], ..Blocks::default() },
    };
    let mut read = Blocks::default();
    let mut ids = BTreeSet::new();
    for block in table.get("detector").and_then(|value| value.get_ref().as_array()).into_iter().flatten() {
        let lines = Lines::of(text, block);
        let entry = match Entry::deserialize(block.clone().into_deserializer()) {
            Ok(entry) => entry,
            Err(error) => {
                read.faults.push(of_toml(text, &error));
                continue;
            }
        };
        let id = entry.id.clone();
        let fault = |(field, reason): Wrong| Fault {
            line: lines.field(field),
            message: format!("detector `{id}`: {reason}"),
        };
        if !ids.insert(id.clone()) {
            read.faults.push(fault(("id", "the id is taken by an earlier detector".to_owned())));
        }
        match entry.into_detector(groups) {
            Ok(detector) => read.right.push((detector, lines)),
            Err(wrong) => read.faults.extend(wrong.into_iter().map(fault)),
        }
    }
    read
}

fn of_toml(text: &str, error: &toml::de::Error) -> Fault {
    Fault {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', ": "),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
}
