//! `[[allow]]`: findings that a team has decided to live with.

use matcher::{Allow, Glob};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Date;

use super::reading::{Reading, one_of, texts};

/// A rule, and what it is for.
pub(crate) struct AllowRule {
    /// What it allows; `detectors` holds kinds as well.
    pub(crate) allow: Allow,
    /// Line of its block.
    pub(crate) line: usize,
    /// The last day on which it holds.
    pub(crate) expires: Option<Date>,
}

/// A field of a rule: what it takes, and how one text of it is set; `false`: it is not acceptable.
struct Field {
    name: &'static str,
    takes: &'static str,
    add: fn(&mut Allow, &str) -> bool,
}

const FIELDS: &[Field] = &[
    Field {
        name: "key",
        takes: "names that a value stands under, such as \"Owner\" or \"*contact\"",
        add: |allow, text| push(&mut allow.keys, Glob::name(text)),
    },
    Field {
        name: "domain",
        takes: "domains, such as \"example.com\" or \"*.example.com\"",
        add: |allow, text| {
            let domain = text.trim_start_matches('@');
            push(&mut allow.domains, Glob::name(domain)) && is_domain(domain)
        },
    },
    Field {
        name: "path",
        takes: "paths of files or fields, such as \"docs/**\" or \"Tags.Owner\"",
        add: |allow, text| push(&mut allow.paths, Glob::path(text)),
    },
    Field {
        name: "account",
        takes: "AWS account ids of 12 digits, in quotes",
        add: |allow, text| {
            push(&mut allow.accounts, text.to_owned())
                && text.len() == 12
                && text.bytes().all(|byte| byte.is_ascii_digit())
        },
    },
    Field {
        name: "detector",
        takes: "ids of detectors, or kinds",
        add: |allow, text| push(&mut allow.detectors, text.to_owned()),
    },
    Field {
        name: "fingerprint",
        takes: "fingerprints as they stand in a finding, \"v1:\" and 32 hex digits",
        add: |allow, text| push(&mut allow.fingerprints, text.to_owned()) && is_fingerprint(text),
    },
];

fn push<T>(list: &mut Vec<T>, item: T) -> bool {
    list.push(item);
    true
}

fn is_domain(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || "-.*?".contains(letter))
}

fn is_fingerprint(text: &str) -> bool {
    let is_hex = |digits: &str| digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    text.strip_prefix("v1:").is_some_and(|digits| digits.len() == 32 && is_hex(digits))
}

/// Reads all blocks; `None` where there are none.
pub(super) fn read(value: &DeValue<'_>, reading: &mut Reading<'_>) -> Option<Vec<AllowRule>> {
    let blocks: Vec<_> = value.as_array()?.iter().collect();
    let tables = blocks.iter().map(|block| block.get_ref().as_table()).collect::<Option<Vec<_>>>()?;
    Some(blocks.iter().zip(tables).map(|(block, table)| rule(block, table, reading)).collect())
}

fn rule(block: &Spanned<DeValue<'_>>, table: &DeTable<'_>, reading: &mut Reading<'_>) -> AllowRule {
    let at = block.span().start;
    let mut rule = AllowRule { allow: Allow::default(), line: reading.line(at), expires: None };
    let mut has_reason = false;
    for (name, value) in table {
        let at = value.span().start;
        match name.get_ref().as_ref() {
            "reason" => {
                has_reason = true;
                if value.get_ref().as_str().is_none_or(|reason| reason.trim().is_empty()) {
                    reading.fault(at, "`reason` takes a text that says why this is allowed");
                }
            }
            "expires" => {
                rule.expires =
                    value.get_ref().as_datetime().filter(|day| day.time.is_none()).and_then(|day| day.date);
                if rule.expires.is_none() {
                    reading.fault(at, "`expires` takes a date without quotes, such as 2027-01-31");
                }
            }
            field => {
                if let Some(field) = FIELDS.iter().find(|known| known.name == field) {
                    set(&mut rule.allow, field, value, reading);
                } else {
                    let known = FIELDS.iter().map(|field| field.name).chain(["reason", "expires"]);
                    reading.unknown(name, &format!("an allow rule takes {}", one_of(known)));
                }
            }
        }
    }
    if !has_reason {
        reading.fault(at, "an allow rule needs a `reason`");
    }
    if !table.keys().any(|name| FIELDS.iter().any(|field| field.name == name.get_ref())) {
        let known = one_of(FIELDS.iter().map(|field| field.name));
        reading.fault(at, format!("an allow rule without {known} would allow everything"));
    }
    rule
}

fn set(allow: &mut Allow, field: &Field, value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) {
    let Some(texts) = texts(value).filter(|texts| !texts.is_empty()) else {
        return reading.fault(value.span().start, format!("`{}` takes {}", field.name, field.takes));
    };
    for (at, text) in texts {
        if text.trim().is_empty() || !(field.add)(allow, &text) {
            reading.fault(at, format!("`{}` takes {}", field.name, field.takes));
        } else if field.name == "detector" {
            reading.mention(at, &text);
        }
    }
}
