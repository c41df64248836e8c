//! Names that an option accepts, from the tables that define them.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use model::{Confidence, Kind, Severity};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    Always,
    Never,
}

impl When {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|when| when.as_str() == name)
    }
}

pub(super) fn whens() -> impl TypedValueParser<Value = When> {
    named(When::ALL.map(When::as_str), When::parse)
}

pub(super) fn confidences() -> impl TypedValueParser<Value = Confidence> {
    named(Confidence::ALL.iter().map(|confidence| confidence.as_str()), Confidence::parse)
}

pub(super) fn kinds() -> impl TypedValueParser<Value = Kind> {
    named(Kind::ALL.iter().map(|kind| kind.as_str()), Kind::parse)
}

pub(super) fn severities() -> impl TypedValueParser<Value = Severity> {
    named(Severity::ALL.iter().map(|severity| severity.as_str()), Severity::parse)
}

pub(super) fn country(code: &str) -> Result<String, &'static str> {
    crate::config::country(code).ok_or("a country is a code of two letters, such as DE")
}

pub(super) fn sources() -> impl TypedValueParser<Value = fetcher::Source> {
    named(fetcher::Source::ALL.iter().map(|source| source.as_str()), fetcher::Source::parse)
}

/// A parser that lists the names in help and in errors.
fn named<T: Clone + Send + Sync + 'static>(
    names: impl IntoIterator<Item = &'static str>,
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names.into_iter().map(PossibleValue::new))
        .map(move |name| parse(&name).expect("the parser accepts no other name"))
}
