//! One `[[detector]]` block, and the detector that it makes.

use std::borrow::Cow;

use model::{Anchor, Confidence, Context, Detector, Kind, Layout, Mask, Severity, Text, Texts};
use serde::Deserialize;

use super::anchor::AnchorName;
use super::read::Wrong;
use super::{Groups, check, vocabulary};

/// One block as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) covers: Option<String>,
    #[serde(default)]
    pub(super) identifiers: Vec<String>,
    pub(super) kind: Kind,
    #[serde(default)]
    pub(super) countries: Vec<String>,
    pub(super) name: String,
    pub(super) severity: Severity,
    pub(super) anchor: AnchorName,
    pub(super) digits: Option<Vec<u32>>,
    #[serde(default)]
    pub(super) regex: String,
    #[serde(default)]
    pub(super) lead: String,
    pub(super) reach: Option<u32>,
    #[serde(default)]
    pub(super) validate: String,
    #[serde(default)]
    pub(super) context: ContextName,
    #[serde(default)]
    pub(super) keys: Vec<String>,
    #[serde(default)]
    pub(super) veto: Vec<String>,
    pub(super) confidence: Option<Confidence>,
    pub(super) alone: Option<Confidence>,
    pub(super) pierces: Option<bool>,
    pub(super) rank: Option<u8>,
    #[serde(default)]
    pub(super) mask: MaskName,
    pub(super) help: String,
    #[serde(rename = "match")]
    pub(super) matches: Vec<String>,
    #[serde(rename = "no_match")]
    pub(super) no_matches: Vec<String>,
    #[serde(default)]
    pub(super) references: Vec<String>,
}

/// [`Context`] as it is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ContextName {
    #[default]
    None,
    Boosts,
    Required,
    KeyOnly,
}

/// [`Mask`] as it is written.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum MaskName {
    #[default]
    Ends,
    Email,
    Digits,
    Url,
    Initials,
    All,
}

impl Entry {
    /// Checks the block and spells it out.
    pub(super) fn into_detector(self, groups: &Groups) -> Result<Detector, Vec<Wrong>> {
        let mut wrong = check::entry(&self);
        let literal = matches!(self.anchor, AnchorName::Literals(_));
        let keys = or_wrong("keys", vocabulary::keys(&self.keys, groups), &mut wrong);
        let veto = or_wrong("veto", vocabulary::vetoes(&self.veto, &keys, groups), &mut wrong);
        let field = if self.digits.is_some() { "digits" } else { "anchor" };
        let anchor = self.anchor.into_anchor(self.digits.as_deref());
        let anchor = anchor.map_err(|reason| wrong.push((field, reason))).ok();
        let Some(anchor) = anchor.filter(|_| wrong.is_empty()) else { return Err(wrong) };
        let covers = self.covers.unwrap_or_else(|| self.id.replace('-', "_"));
        let identifiers = if self.identifiers.is_empty() { vec![covers.clone()] } else { self.identifiers };
        Ok(Detector {
            covers: text(covers),
            identifiers: texts(identifiers),
            id: text(self.id),
            kind: self.kind,
            countries: texts(self.countries),
            name: text(self.name),
            severity: self.severity,
            shape: shape::of(&self.regex),
            layouts: layouts(&anchor, &self.regex, &self.lead).into(),
            anchor,
            regex: text(self.regex),
            lead: text(self.lead),
            reach: self.reach.unwrap_or(256),
            validate: text(self.validate),
            context: self.context.into(),
            keys: texts(keys),
            veto: texts(veto),
            built_in: None,
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

/// How numbers and codes stand in text; nothing for other anchors.
fn layouts(anchor: &Anchor, regex: &str, lead: &str) -> Vec<Layout> {
    match anchor {
        Anchor::Code(_) | Anchor::IbanHead if lead.is_empty() => shape::layouts(regex, "A-Za-z"),
        Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead => shape::layouts(regex, lead),
        Anchor::Literals(_) | Anchor::Key | Anchor::Dictionary => Vec::new(),
    }
}

/// The words of a field; none where something is wrong with them.
fn or_wrong(field: &'static str, words: Result<Vec<String>, String>, wrong: &mut Vec<Wrong>) -> Vec<String> {
    words.unwrap_or_else(|reason| {
        wrong.push((field, reason));
        vec![]
    })
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

fn text(owned: String) -> Text {
    Cow::Owned(owned)
}

fn texts(owned: Vec<String>) -> Texts {
    owned.into_iter().collect()
}
