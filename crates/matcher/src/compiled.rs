//! A detector made ready to run; its regex compiles on first use.

use std::error::Error as _;
use std::sync::{Arc, OnceLock};

use model::{Anchor, Context, Detector, Mask, Shape};
use regex_automata::meta::{BuildError, Regex};
use regex_automata::util::syntax;

use crate::Error;
use crate::byte_class::ByteClass;
use crate::confirm::MAX_NUMBER;
use crate::prefilter::KeyPhrases;
use crate::validate::{self, Explainer, Validator};

/// The largest program that one regex may become, in bytes; a larger one is refused as dangerous.
const MAX_REGEX_BYTES: usize = 4 << 20;

/// One detector of a matcher.
pub(crate) struct Compiled {
    pub(crate) detector: Detector,
    /// Bytes that may stand between the start of a match and its anchor.
    pub(crate) lead: Option<ByteClass>,
    /// The most bytes of a match after the start of its anchor.
    pub(crate) reach: usize,
    validator: Option<Validator>,
    explainer: Option<Explainer>,
    /// Whether a match starts at a word border; lets most candidates go before the regex runs.
    pub(crate) starts_at_word: bool,
    /// Whether the regex asks for the start or end of the text, which raw bytes do not show.
    pub(crate) needs_whole_text: bool,
    pub(crate) odd_phrases: OddPhrases,
    regex: OnceLock<Regex>,
    texts: OnceLock<Texts>,
}

/// What phrases a detector has that need more care.
pub(crate) struct OddPhrases {
    /// Whether raw text cannot be searched for one: it has no ASCII letters, such as `電話`.
    pub(crate) is_any_hidden: bool,
    /// Whether one has only words of one or two letters, such as `cc`.
    pub(crate) is_any_short: bool,
}

impl OddPhrases {
    fn of(detector: &Detector) -> Self {
        Self {
            is_any_hidden: detector.keys.iter().any(|phrase| !KeyPhrases::can_find(phrase)),
            is_any_short: detector.keys.iter().any(|phrase| phrase.is_ascii() && !has_word(phrase)),
        }
    }
}

/// Texts of a detector that every finding shares.
pub(crate) struct Texts {
    pub(crate) id: Arc<str>,
    pub(crate) covers: Arc<str>,
    pub(crate) name: Arc<str>,
    pub(crate) name_in_base64: Arc<str>,
    pub(crate) help: Arc<str>,
}

impl Texts {
    fn of(detector: &Detector) -> Self {
        Self {
            id: detector.id.as_ref().into(),
            covers: detector.covers.as_ref().into(),
            name: detector.name.as_ref().into(),
            name_in_base64: format!("{}, in base64", detector.name).into(),
            help: detector.help.as_ref().into(),
        }
    }
}

impl Compiled {
    /// Checks a detector.
    ///
    /// # Errors
    /// Where a literal is too short, the validator or the lead is unknown, or nothing could ever match.
    pub(crate) fn new(detector: &Detector) -> Result<Self, Error> {
        let wrong = |field| move |reason| Error { detector: detector.id.to_string(), field, reason };
        check_anchor(detector).map_err(wrong("anchor"))?;
        let validator = match detector.validate.as_ref() {
            "" => None,
            name => Some(
                validate::by_name(name).ok_or_else(|| unknown_validator(name)).map_err(wrong("validate"))?,
            ),
        };
        let lead = match (detector.lead.as_ref(), &detector.anchor) {
            ("", Anchor::Code(_)) => Some(ByteClass::parse("A-Za-z").map_err(wrong("lead"))?),
            ("", _) => None,
            (class, _) => Some(ByteClass::parse(class).map_err(wrong("lead"))?),
        };
        Ok(Self {
            starts_at_word: starts_at_word(&detector.regex),
            needs_whole_text: asks_for_ends(&detector.regex),
            odd_phrases: OddPhrases::of(detector),
            lead,
            reach: reach(detector),
            validator,
            explainer: validate::explainer(&detector.validate),
            regex: OnceLock::new(),
            texts: OnceLock::new(),
            detector: detector.clone(),
        })
    }

    /// The compiled regex. A pattern that does not compile matches nothing; [`Self::check_regex`] tells.
    pub(crate) fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| compile(&self.detector.regex).unwrap_or_else(|_| never()))
    }

    /// Compiles the regex now.
    ///
    /// # Errors
    /// Where it does not compile or grows too large.
    pub(crate) fn check_regex(&self) -> Result<(), Error> {
        compile(&self.detector.regex).map(drop).map_err(|cause| Error {
            detector: self.detector.id.to_string(),
            field: "regex",
            reason: match cause.syntax_error() {
                Some(syntax) => format!("the regex is wrong: {syntax}"),
                None => format!(
                    "the regex cannot be used: {}",
                    cause.source().map_or_else(|| cause.to_string(), ToString::to_string)
                ),
            },
        })
    }

    /// What every match of the regex has.
    pub(crate) const fn shape(&self) -> &Shape {
        &self.detector.shape
    }

    /// Whether another detector's regex finds nothing around a literal where this one's finds nothing.
    pub(crate) fn matches_as(&self, other: &Self) -> bool {
        self.reach == other.reach
            && self.detector.regex == other.detector.regex
            && self.detector.lead == other.detector.lead
    }

    /// Whether the validator, if there is one, takes the span.
    pub(crate) fn accepts(&self, span: &[u8]) -> bool {
        self.validator.is_none_or(|is_valid| is_valid(span))
    }

    /// What to do about a finding; with what its value says about itself, where it says something.
    pub(crate) fn help(&self, span: &[u8]) -> Arc<str> {
        match self.explainer.and_then(|explain| explain(span)) {
            Some(says) => format!("{says} {}", self.detector.help).into(),
            None => self.texts().help.clone(),
        }
    }

    /// The texts that every finding shares, made for the first one.
    pub(crate) fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| Texts::of(&self.detector))
    }

    pub(crate) const fn mask(&self) -> Mask {
        self.detector.mask
    }
}

fn reach(detector: &Detector) -> usize {
    let reach = detector.reach as usize;
    let is_number = matches!(detector.anchor, Anchor::Digits(_) | Anchor::Code(_));
    if is_number { reach.min(MAX_NUMBER) } else { reach }
}

fn unknown_validator(name: &str) -> String {
    let names: Vec<_> = validate::names().collect();
    format!("no validator is named {name:?}; there are {}", names.join(", "))
}

fn compile(pattern: &str) -> Result<Regex, Box<BuildError>> {
    Regex::builder()
        .syntax(syntax_config())
        .configure(
            // A regex runs at a candidate, on a window: a search for literals would find nothing new, and making it
            // is half of the time to compile. Without the lazy DFA a scan takes twice as long.
            Regex::config().utf8_empty(false).nfa_size_limit(Some(MAX_REGEX_BYTES)).auto_prefilter(false),
        )
        .build(pattern)
        .map_err(Box::new)
}

pub(crate) fn syntax_config() -> syntax::Config {
    // Over bytes: Unicode classes cost a hundred times the memory and the compile time of ASCII ones.
    syntax::Config::new().unicode(false).utf8(false)
}

/// A regex without matches.
fn never() -> Regex {
    Regex::new(r"[a&&b]").expect("an empty class is a valid regex")
}

fn starts_at_word(regex: &str) -> bool {
    regex.strip_prefix("(?i)").unwrap_or(regex).starts_with(r"\b")
}

/// Whether raw text can be searched for a phrase.
fn has_word(phrase: &str) -> bool {
    phrase.split(|character: char| !character.is_ascii_alphanumeric()).any(|run| run.len() >= 3)
}

/// Whether `^` or `$` stands outside of a class and unescaped.
fn asks_for_ends(regex: &str) -> bool {
    let mut is_class = false;
    let mut bytes = regex.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'[' => is_class = true,
            b']' => is_class = false,
            b'^' | b'$' if !is_class => return true,
            _ => {}
        }
    }
    false
}

fn check_anchor(detector: &Detector) -> Result<(), String> {
    match &detector.anchor {
        Anchor::Literals(literals) if literals.is_empty() => Err("anchor is an empty list".to_owned()),
        Anchor::Literals(literals) => match literals.iter().find(|text| text.len() < 3 && *text != "@") {
            Some(short) => Err(format!("anchor {short:?} is shorter than 3 bytes")),
            None => Ok(()),
        },
        Anchor::Digits(0) | Anchor::Code(0) => Err("digits is empty".to_owned()),
        Anchor::Digits(counts) | Anchor::Code(counts) if counts >> 33 != 0 => {
            Err("digits goes up to 32".to_owned())
        }
        Anchor::Key if detector.keys.is_empty() => Err("anchor \"key\" needs keys".to_owned()),
        Anchor::Key if detector.context != Context::KeyOnly => {
            Err("anchor \"key\" is for key-only".to_owned())
        }
        Anchor::Key => match detector.keys.iter().find(|phrase| !has_word(phrase)) {
            Some(short) => Err(format!("key {short:?} has no word of 3 ASCII letters or digits")),
            None => Ok(()),
        },
        Anchor::Digits(_) | Anchor::Code(_) | Anchor::IbanHead | Anchor::Dictionary => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use model::{Confidence, Origin, Page, RawForm};

    use crate::{Config, Matcher, Scratch};

    /// Ids of the detectors whose regex is compiled after a look at a text, as a file and as a record.
    fn compiled_by(text: &str) -> Vec<String> {
        let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [0; 32], reveal: false };
        let matcher = Matcher::new(patterns::builtin(), config).unwrap();
        let mut scratch = Scratch::default();
        matcher.candidates(text.as_bytes(), RawForm::Other, &mut scratch, &mut Vec::new());
        let mut page = Page::new();
        let origin = page.add_origin(Origin::default());
        page.push(origin, ("description", "description"), text.as_bytes());
        matcher.scan(&page, &mut scratch, &mut |_| {});
        let compiled = matcher.detectors.iter().filter(|compiled| compiled.regex.get().is_some());
        compiled.map(|compiled| compiled.detector.id.to_string()).collect()
    }

    #[test]
    fn no_regex_is_compiled_that_no_candidate_asks_for() {
        let plain = "resource aws_instance web { instance_type = t3.micro, count = 3, subnet = main }";
        assert_eq!(compiled_by(plain), [""; 0]);
        let with_address = compiled_by(&format!("{plain} jane.doe@corp-mail.de"));
        assert!(with_address.iter().any(|id| id == "email") && with_address.len() < 5, "{with_address:?}");
    }
}
