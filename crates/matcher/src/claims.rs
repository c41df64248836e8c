//! Structures that own their span: what stands inside is no value of its own.

use memchr::memmem;
use model::Span;

use crate::brackets;

/// What owns a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A template or reference that is filled in later: nothing in it is a finding.
    Template,
    /// An `user@host` of a remote or of a URL: not an e-mail address.
    Remote,
    /// An ARN, UUID, resource id, digest, time or network address: its digits are no number of a person.
    Identifier,
}

/// A span and its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) span: Span,
    pub(crate) owner: Owner,
}

/// The claims of one text, by start.
#[derive(Default)]
pub(crate) struct Claims {
    claims: Vec<Claim>,
    /// The furthest end of a claim up to each one, so that a search backwards knows when to stop.
    furthest: Vec<usize>,
}

impl Claims {
    /// Replaces the claims by those of a text, in one pass over it.
    pub(crate) fn collect(&mut self, text: &[u8]) {
        let claims = &mut self.claims;
        claims.clear();
        templates(text, claims);
        for word in words(text) {
            identifiers(text, word, claims);
            remotes(text, word, claims);
        }
        times(text, claims);
        claims.sort_by_key(|claim| claim.span.start);
        self.furthest.clear();
        self.furthest.extend(claims.iter().scan(0, |furthest, claim| {
            *furthest = claim.span.end.max(*furthest);
            Some(*furthest)
        }));
    }

    /// The claims that hold a byte of the span.
    pub(crate) fn over(&self, span: Span) -> impl Iterator<Item = &Claim> {
        let after = self.claims.partition_point(|claim| claim.span.start < span.end);
        let may_reach = move |index: &usize| self.furthest[*index] > span.start;
        let near = (0..after).rev().take_while(may_reach).map(|index| &self.claims[index]);
        near.filter(move |claim| claim.span.overlaps(span))
    }
}

/// Delimiters of templates: Terraform, CloudFormation and shell; mustache and Jinja; ERB; Ruby and Azure; Concourse.
const PAIRS: &[(&[u8], &[u8])] = &[
    (b"${", b"}"),
    (b"$(", b")"),
    (b"{{", b"}}"),
    (b"{%", b"%}"),
    (b"<%", b"%>"),
    (b"#{", b"}"),
    (b"((", b"))"),
];

/// CloudFormation's short forms whose whole argument is a reference.
const REFERENCES: &[&[u8]] = &[b"!Ref ", b"!GetAtt ", b"!ImportValue ", b"!FindInMap "];

/// The longest template that is looked for, in bytes.
const MAX_TEMPLATE: usize = 1024;

fn templates(text: &[u8], claims: &mut Vec<Claim>) {
    let mut place = 0;
    while let Some(skip) = text[place..].iter().position(|byte| b"${<#(%!".contains(byte)) {
        place += skip;
        let end = template_end(text, place);
        if let Some(end) = end {
            claims.push(Claim { span: Span::new(place, end), owner: Owner::Template });
        }
        place = end.unwrap_or(place + opener(&text[place..]).map_or(1, |(open, _)| open.len()));
    }
}

/// The delimiters of a template that opens at the start.
fn opener(rest: &[u8]) -> Option<&'static (&'static [u8], &'static [u8])> {
    PAIRS.iter().find(|(open, _)| rest.starts_with(open))
}

/// Where the template that opens at `place` ends.
fn template_end(text: &[u8], place: usize) -> Option<usize> {
    let rest = &text[place..text.len().min(place + MAX_TEMPLATE)];
    if let Some((open, close)) = opener(rest) {
        let length = open.len() + memmem::find(&rest[open.len()..], close)? + close.len();
        return (!brackets::cross(&rest[..length])).then_some(place + length);
    }
    if REFERENCES.iter().any(|reference| rest.starts_with(reference)) {
        let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
        return Some(place + length);
    }
    let length = match rest[0] {
        b'%' => {
            enclosed(rest, b'%', |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        }
        b'<' => enclosed(rest, b'>', |byte| byte.is_ascii_alphabetic() || b" _-".contains(&byte)),
        b'{' => enclosed(rest, b'}', |byte| byte.is_ascii_alphanumeric() || b"_.:".contains(&byte)),
        b'$' if !is_behind_scheme(&text[..place]) => shell_variable(rest),
        _ => None,
    };
    length.map(|length| place + length)
}

/// Length of `rest` up to the closing byte, where only allowed bytes, one at least and a letter first, stand between.
fn enclosed(rest: &[u8], close: u8, is_allowed: fn(u8) -> bool) -> Option<usize> {
    let inside = rest[1..].iter().take_while(|&&byte| byte != close && is_allowed(byte)).count();
    let is_name = rest.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
    (is_name && rest.get(1 + inside) == Some(&close)).then_some(inside + 2)
}

/// Whether `$6` or its salt stands before: hashes of passwords are written as `$6$salt$hash`.
fn is_behind_scheme(before: &[u8]) -> bool {
    const LONGEST: usize = 17;
    let of_crypt = |byte: &&u8| byte.is_ascii_alphanumeric() || b"./".contains(byte);
    let length = before.iter().rev().take(LONGEST).take_while(of_crypt).count();
    length > 0 && before.len() > length && before[before.len() - length - 1] == b'$'
}

/// Length of `$NAME`: capitals, because a password may hold a dollar sign before small letters.
fn shell_variable(rest: &[u8]) -> Option<usize> {
    let name = rest[1..].iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
    let ends = !rest.get(1 + name).is_some_and(u8::is_ascii_alphanumeric);
    (name >= 3 && ends).then_some(name + 1)
}

/// Runs of bytes other than white space, quotes, commas, semicolons and brackets.
fn words(text: &[u8]) -> impl Iterator<Item = Span> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let start = place + text[place..].iter().position(|&byte| !ends_word(byte))?;
        let length = text[start..].iter().position(|&byte| ends_word(byte)).unwrap_or(text.len() - start);
        place = start + length;
        Some(Span::new(start, place))
    })
}

fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"\"'`,;()[]{}<>|".contains(&byte)
}

fn identifiers(text: &[u8], word: Span, claims: &mut Vec<Claim>) {
    let mut claim = |span| claims.push(Claim { span, owner: Owner::Identifier });
    let bytes = &text[word.start..word.end];
    if let Some(found) = memmem::find(bytes, b"arn:") {
        claim(Span::new(word.start + found, word.end));
        return;
    }
    if is_network_address(bytes) {
        claim(word);
        return;
    }
    // Parts of a word, such as the segments of a path or the value of `key=value`.
    for part in parts(text, word) {
        let bytes = &text[part.start..part.end];
        if is_resource_id(bytes) || is_digest(bytes) {
            claim(part);
        } else if let Some(start) = uuid(bytes) {
            claim(Span::new(part.start + start, part.start + start + UUID_LENGTH));
        }
    }
}

/// Runs of letters, digits, hyphens and underscores inside a word.
fn parts(text: &[u8], word: Span) -> impl Iterator<Item = Span> {
    let mut start = word.start;
    text[word.start..word.end]
        .split(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte))
        .map(move |part| {
            let span = Span::new(start, start + part.len());
            start = span.end + 1;
            span
        })
        .filter(|part| part.len() >= 8)
}

const UUID_LENGTH: usize = 36;

/// Where a UUID starts in a run of letters, digits and hyphens.
fn uuid(bytes: &[u8]) -> Option<usize> {
    bytes.windows(UUID_LENGTH).position(|window| {
        window.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    })
}

/// `i-0a95249f512c17b8e`: a short lower-case prefix and 8 or 17 hex digits (EC2's two lengths).
fn is_resource_id(bytes: &[u8]) -> bool {
    let Some(hyphen) = bytes.iter().rposition(|&byte| byte == b'-') else { return false };
    let (prefix, id) = (&bytes[..hyphen], &bytes[hyphen + 1..]);
    (id.len() == 8 || id.len() == 17)
        && id.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
        && (1..=24).contains(&prefix.len())
        && prefix.iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'-')
}

/// A run of hex digits as hashes and random ids have them, alone or as the last of a trace (`1-5759e988-bd86…`).
///
/// An account number such as `DE89…` is made of hex digits as well, but of few letters.
fn is_digest(bytes: &[u8]) -> bool {
    const LENGTHS: &[usize] = &[32, 40, 56, 64, 96, 128];
    let last = bytes.rsplit(|&byte| byte == b'-').next().unwrap_or_default();
    let n_letters = last.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let is_random = LENGTHS.contains(&last.len()) || n_letters * 6 >= last.len();
    let is_hex = |byte: &u8| byte.is_ascii_hexdigit();
    let is_trace =
        || bytes.len() == TRACE_LENGTH && matches!(bytes, [b'1', b'-', rest @ ..] if rest[8] == b'-');
    last.len() >= 16
        && n_letters > 0
        && is_random
        && last.iter().all(is_hex)
        && (last.len() == bytes.len()
            || (is_trace() && bytes.iter().all(|byte| is_hex(byte) || *byte == b'-')))
}

/// The id of a trace of X-Ray: a version, a time and 96 bits.
const TRACE_LENGTH: usize = 35;

/// IPv4 or IPv6, with or without prefix length or port; a version of four parts looks much the same.
fn is_network_address(word: &[u8]) -> bool {
    let is_dotted = word.iter().all(|byte| byte.is_ascii_digit() || b"./:".contains(byte))
        && word.split(|byte| b"/:".contains(byte)).next().is_some_and(is_dotted_address);
    let is_ipv6 = word.iter().all(|byte| byte.is_ascii_hexdigit() || b":/".contains(byte))
        && memchr::memchr_iter(b':', word).nth(1).is_some();
    is_dotted || is_ipv6
}

/// Four numbers below 256 without leading zeros; or a version, which starts with two numbers below 100: `10.0.19041.1`.
fn is_dotted_address(host: &[u8]) -> bool {
    let number = |digits: &[u8]| -> Option<u32> {
        let is_plain = (1..=5).contains(&digits.len()) && (digits.len() == 1 || digits[0] != b'0');
        is_plain.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    let numbers: Option<Vec<u32>> = host.split(|&byte| byte == b'.').map(number).collect();
    matches!(numbers.as_deref(), Some([first, second, third, fourth])
        if [first, second, third, fourth].into_iter().all(|number| *number < 256) || (*first < 100 && *second < 100))
}

fn remotes(text: &[u8], word: Span, claims: &mut Vec<Claim>) {
    let mut claim = |start, end| claims.push(Claim { span: Span::new(start, end), owner: Owner::Remote });
    let bytes = &text[word.start..word.end];
    if let Some(found) = memmem::find(bytes, b"://") {
        let start = found + 3;
        let authority =
            bytes[start..].iter().position(|byte| b"/?#".contains(byte)).unwrap_or(bytes.len() - start);
        if bytes[start..start + authority].contains(&b'@') {
            claim(word.start + start, word.start + start + authority);
        }
    } else if let Some(at) = bytes.iter().position(|&byte| byte == b'@')
        && let Some(colon) = bytes[at..].iter().position(|&byte| byte == b':')
        && is_remote_path(&bytes[at + colon + 1..])
    {
        claim(word.start, word.end);
    }
}

/// What follows the colon of `user@host:path`; a port or nothing is no path.
fn is_remote_path(path: &[u8]) -> bool {
    path.first().is_some_and(|byte| byte.is_ascii_alphabetic() || b"/~.".contains(byte))
        && (path.contains(&b'/') || path.ends_with(b".git"))
}

/// Dates and times of ISO 8601, with the time of day after `T` or a space.
fn times(text: &[u8], claims: &mut Vec<Claim>) {
    let mut place = 0;
    while let Some(hyphen) = memchr::memchr(b'-', &text[place..]) {
        let middle = place + hyphen;
        place = middle + 1;
        let Some(start) = middle.checked_sub(4).filter(|&start| is_date(text, start)) else { continue };
        let mut end = start + DATE.len();
        if text.get(end).is_some_and(|byte| b"T _".contains(byte)) && has_shape(&text[end + 1..], b"00:00") {
            let time =
                text[end + 1..].iter().take_while(|byte| byte.is_ascii_digit() || b":.,Z+-".contains(byte));
            end += 1 + time.count();
        }
        claims.push(Claim { span: Span::new(start, end), owner: Owner::Identifier });
        place = end;
    }
}

/// The shape of a day of ISO 8601, in which `0` is any digit.
pub(crate) const DATE: &[u8] = b"0000-00-00";

/// Whether a date of ISO 8601 starts at `place` and no digit before it.
pub(crate) fn is_date(text: &[u8], place: usize) -> bool {
    let pair = |at: usize| (text[place + at] - b'0') * 10 + (text[place + at + 1] - b'0');
    has_shape(&text[place..], DATE)
        && (1..=12).contains(&pair(5))
        && (1..=31).contains(&pair(8))
        && !place.checked_sub(1).is_some_and(|before| text[before].is_ascii_digit())
}

/// Whether the text begins like the shape, in which `0` stands for any digit.
fn has_shape(text: &[u8], shape: &[u8]) -> bool {
    text.len() >= shape.len()
        && text.iter().zip(shape).all(|(byte, model)| match model {
            b'0' => byte.is_ascii_digit(),
            other => byte == other,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_own_their_span() {
        let table: &[(&str, &str, Owner)] = &[
            ("pre ${var.x} post", "${var.x}", Owner::Template),
            ("{{resolve:ssm:/a}}", "{{resolve:ssm:/a}}", Owner::Template),
            ("x %DB_PASSWORD% y", "%DB_PASSWORD%", Owner::Template),
            ("<your password>", "<your password>", Owner::Template),
            ("!GetAtt Secret.Value", "!GetAtt Secret.Value", Owner::Template),
            ("$DB_PASSWORD", "$DB_PASSWORD", Owner::Template),
            ("postgres://{user}:x@h", "{user}", Owner::Template),
            ("see arn:aws:iam::1:role/x, ok", "arn:aws:iam::1:role/x", Owner::Identifier),
            (
                "id=12345678-1234-1234-1234-123456789012",
                "12345678-1234-1234-1234-123456789012",
                Owner::Identifier,
            ),
            ("vpc/i-0a95249f512c17b8e", "i-0a95249f512c17b8e", Owner::Identifier),
            ("1-5759e988-bd862e3fe1be46a994272793", "1-5759e988-bd862e3fe1be46a994272793", Owner::Identifier),
            ("10.0.0.0/16", "10.0.0.0/16", Owner::Identifier),
            ("os 10.0.19041.1288", "10.0.19041.1288", Owner::Identifier),
            ("span 5759e988bd862e3f", "5759e988bd862e3f", Owner::Identifier),
            ("at 2024-01-15T10:30:00Z.", "2024-01-15T10:30:00Z.", Owner::Identifier),
            ("git@github.com:acme/x.git", "git@github.com:acme/x.git", Owner::Remote),
            ("ssh://key@host/v1", "key@host", Owner::Remote),
        ];
        for (text, owned, owner) in table {
            let mut claims = Vec::new();
            let mut all = Claims::default();
            all.collect(text.as_bytes());
            claims.extend_from_slice(&all.claims);
            let found = claims
                .iter()
                .any(|claim| claim.owner == *owner && &text[claim.span.start..claim.span.end] == *owned);
            assert!(found, "{text}: {claims:?}");
        }
    }

    #[test]
    fn plain_values_own_nothing() {
        for text in [
            "jane.doe@acme-corp.io",
            "S3cr$etpw",
            "<jane@acme.io>",
            "536-90-4399",
            "+1 415 555 2671",
            "100%",
            "756.1234.5678.97",
            "2100-0418-45-0200051332",
            "345.12.7.9",
            "31.22.14.09",
            "DE89370400440532013000",
            "12345678-9abc-8765",
            "C01A-5678901234567890",
            "{{h}o)p${e]nob(ody[finds>-_$#x}}",
        ] {
            let mut all = Claims::default();
            all.collect(text.as_bytes());
            assert_eq!(all.claims, [], "{text}");
        }
    }
}
