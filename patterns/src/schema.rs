//! The TOML schema of a detector, shared by the build script and by the parser of the user's file.

mod anchor;
mod check;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use model::{Confidence, Context, Detector, Kind, Mask, Severity, Text, Texts};
use serde::Deserialize;
use toml::Spanned;

use anchor::AnchorName;

/// Word lists that `keys` and `veto` name as `@group`.
pub(crate) type Groups = BTreeMap<String, Vec<String>>;

/// A fault and the line it stands on.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) message: String,
}

/// Reads all `[[detector]]` blocks of a text.
pub(crate) fn read(text: &str, groups: &Groups) -> Result<Vec<Detector>, Fault> {
    let file: File = toml::from_str(text).map_err(|error| Fault {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', ": "),
    })?;
    let mut ids = BTreeSet::new();
    let mut detectors = Vec::with_capacity(file.detector.len());
    for entry in file.detector {
        let line = line_of(text, entry.span().start);
        let id = entry.get_ref().id.clone();
        let fault = |reason: String| Fault { line, message: format!("detector `{id}`: {reason}") };
        if !ids.insert(id.clone()) {
            return Err(fault("the id is taken by an earlier detector".to_owned()));
        }
        detectors.push(entry.into_inner().into_detector(groups).map_err(fault)?);
    }
    Ok(detectors)
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes()[..offset.min(text.len())].iter().filter(|&&byte| byte == b'\n').count()
}

/// What is read of a file: other tables belong to the configuration.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    detector: Vec<Spanned<Entry>>,
}

/// One block as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    covers: Option<String>,
    kind: Kind,
    name: String,
    severity: Severity,
    anchor: AnchorName,
    digits: Option<Vec<u32>>,
    #[serde(default)]
    regex: String,
    #[serde(default)]
    lead: String,
    reach: Option<u32>,
    #[serde(default)]
    validate: String,
    #[serde(default)]
    context: ContextName,
    #[serde(default)]
    keys: Vec<String>,
    #[serde(default)]
    veto: Vec<String>,
    confidence: Option<Confidence>,
    alone: Option<Confidence>,
    pierces: Option<bool>,
    rank: Option<u8>,
    #[serde(default)]
    mask: MaskName,
    help: String,
    #[serde(rename = "match")]
    matches: Vec<String>,
    #[serde(rename = "no_match")]
    no_matches: Vec<String>,
    #[serde(default)]
    references: Vec<String>,
}

/// [`Context`] as it is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ContextName {
    #[default]
    None,
    Boosts,
    Required,
    KeyOnly,
}

/// [`Mask`] as it is written.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MaskName {
    #[default]
    Ends,
    Email,
    Digits,
    Url,
    Initials,
    All,
}

impl Entry {
    fn into_detector(self, groups: &Groups) -> Result<Detector, String> {
        check::entry(&self)?;
        let literal = matches!(self.anchor, AnchorName::Literals(_));
        Ok(Detector {
            covers: text(self.covers.unwrap_or_else(|| self.id.replace('-', "_"))),
            id: text(self.id),
            kind: self.kind,
            name: text(self.name),
            severity: self.severity,
            anchor: self.anchor.into_anchor(self.digits.as_deref())?,
            regex: text(self.regex),
            lead: text(self.lead),
            reach: self.reach.unwrap_or(256),
            validate: text(self.validate),
            context: self.context.into(),
            keys: texts(resolve(self.keys, groups)?),
            veto: texts(resolve(self.veto, groups)?),
            confidence: self.confidence.unwrap_or(Confidence::Likely),
            alone: self.alone,
            pierces: self.pierces.unwrap_or(literal),
            rank: self.rank.unwrap_or(50),
            mask: self.mask.into(),
            help: text(self.help),
            matches: texts(self.matches),
            no_matches: texts(self.no_matches),
            references: texts(self.references),
        })
    }
}

impl From<ContextName> for Context {
    fn from(name: ContextName) -> Self {
        match name {
            ContextName::None => Self::None,
            ContextName::Boosts => Self::Boosts,
            ContextName::Required => Self::Required,
            ContextName::KeyOnly => Self::KeyOnly,
        }
    }
}

impl From<MaskName> for Mask {
    fn from(name: MaskName) -> Self {
        match name {
            MaskName::Ends => Self::Ends,
            MaskName::Email => Self::Email,
            MaskName::Digits => Self::Digits,
            MaskName::Url => Self::Url,
            MaskName::Initials => Self::Initials,
            MaskName::All => Self::All,
        }
    }
}

/// Puts the words of `@group` in its place.
fn resolve(words: Vec<String>, groups: &Groups) -> Result<Vec<String>, String> {
    let mut resolved = Vec::with_capacity(words.len());
    for word in words {
        match word.strip_prefix('@') {
            None => resolved.push(word),
            Some(name) => resolved.extend_from_slice(groups.get(name).ok_or_else(|| {
                let known: Vec<_> = groups.keys().map(|name| format!("`@{name}`")).collect();
                format!("unknown word group `{word}`, expected one of {}", known.join(", "))
            })?),
        }
    }
    Ok(resolved)
}

fn text(owned: String) -> Text {
    Cow::Owned(owned)
}

fn texts(owned: Vec<String>) -> Texts {
    owned.into_iter().map(text).collect::<Vec<_>>().into()
}
