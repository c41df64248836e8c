//! How an anchor is written: a list of literals, or the name of a shape.

use std::fmt;

use model::Anchor;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Unexpected, Visitor};

/// [`Anchor`] as it is written.
pub(super) enum AnchorName {
    Literals(Vec<String>),
    Digits,
    Code,
    IbanHead,
    Key,
}

impl AnchorName {
    /// Joins the shape with its digit counts.
    pub(super) fn into_anchor(self, digits: Option<&[u32]>) -> Result<Anchor, String> {
        match (self, digits) {
            (Self::Digits, Some(counts)) => digit_mask(counts).map(Anchor::Digits),
            (Self::Code, Some(counts)) => digit_mask(counts).map(Anchor::Code),
            (Self::Digits | Self::Code, None) => {
                Err("`anchor = \"digits\"` and `\"code\"` need `digits = [counts]`".to_owned())
            }
            (_, Some(_)) => Err("`digits` goes with `anchor = \"digits\"` or `\"code\"` only".to_owned()),
            (Self::Literals(literals), None) => Ok(Anchor::Literals(literals.into_iter().collect())),
            (Self::IbanHead, None) => Ok(Anchor::IbanHead),
            (Self::Key, None) => Ok(Anchor::Key),
        }
    }
}

fn digit_mask(counts: &[u32]) -> Result<u64, String> {
    if counts.is_empty() || counts.iter().any(|count| !(1..=32).contains(count)) {
        return Err("`digits` holds counts from 1 to 32".to_owned());
    }
    Ok(counts.iter().fold(0, |mask, count| mask | 1 << count))
}

impl<'de> Deserialize<'de> for AnchorName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnchorVisitor)
    }
}

struct AnchorVisitor;

impl<'de> Visitor<'de> for AnchorVisitor {
    type Value = AnchorName;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of literals, or one of `digits`, `code`, `iban-head`, `key`")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<AnchorName, E> {
        match name {
            "digits" => Ok(AnchorName::Digits),
            "code" => Ok(AnchorName::Code),
            "iban-head" => Ok(AnchorName::IbanHead),
            "key" => Ok(AnchorName::Key),
            unknown => Err(E::invalid_value(Unexpected::Str(unknown), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<AnchorName, A::Error> {
        let mut literals = Vec::new();
        while let Some(literal) = sequence.next_element()? {
            literals.push(literal);
        }
        Ok(AnchorName::Literals(literals))
    }
}
