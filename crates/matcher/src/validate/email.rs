//! E-mail addresses: form, top-level domain, and who reads them.

mod obfuscated;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{person_name, words};

/// Whether a match is the address of a person.
pub(super) fn personal(bytes: &[u8]) -> bool {
    address(bytes).is_some_and(|address| address.reader() == Reader::Person)
}

/// Whether a match is the address of a team, a role or a stand-in.
pub(super) fn role(bytes: &[u8]) -> bool {
    address(bytes).is_some_and(|address| address.reader() == Reader::Role)
}

/// Whether a match is an address that sends only, or that a machine reads.
pub(super) fn machine(bytes: &[u8]) -> bool {
    address(bytes).is_some_and(|address| address.reader() == Reader::Machine)
}

/// Whether an address whose signs are spelled out is that of a person: `jane (at) acme dot io`.
pub(super) fn spelled_out(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| personal(obfuscated::plain(text).as_bytes()))
}

/// Whether an address whose sign a tag cannot hold is that of a person: `jane.doe_acme.com`.
pub(super) fn joined(bytes: &[u8]) -> bool {
    let Some((local, domain)) = std::str::from_utf8(bytes).ok().and_then(|text| text.rsplit_once('_')) else {
        return false;
    };
    person_name::in_slug(local.to_lowercase().as_bytes()) && personal(format!("{local}@{domain}").as_bytes())
}

struct Address<'a> {
    local: &'a str,
    domain: String,
}

/// Who reads what is sent to an address.
#[derive(PartialEq, Eq)]
enum Reader {
    Person,
    Role,
    Machine,
}

/// Takes an address apart where it has the form of one and its domain may exist.
fn address(bytes: &[u8]) -> Option<Address<'_>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (local, domain) = text.rsplit_once('@').or_else(|| text.rsplit_once("%40"))?;
    let domain = domain.trim_end_matches('.').to_lowercase();
    (is_local_part(local) && is_domain(&domain) && !is_reserved(&domain) && !is_login(&domain))
        .then_some(Address { local, domain })
}

fn is_local_part(local: &str) -> bool {
    let allowed = |character: char| character.is_alphanumeric() || ".!#$%&'*+-=?^_`{|}~".contains(character);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    (1..=64).contains(&local.len())
        && local.chars().all(allowed)
        && !dots
        && local.contains(char::is_alphanumeric)
}

fn is_domain(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    let known = labels.next().is_some_and(|last| TOP_LEVEL_DOMAINS.contains(last));
    let n_labels = labels.clone().count();
    known
        && (1..=8).contains(&n_labels)
        && domain.len() <= 253
        && labels.clone().all(is_label)
        && !is_version(domain)
}

fn is_label(label: &str) -> bool {
    let allowed = |character: char| character.is_alphanumeric() || character == '-';
    (1..=63).contains(&label.len())
        && label.chars().all(allowed)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// `package@1.2.sh`, `icon@2x.zip`: a name with a version or a scale behind the sign.
fn is_version(domain: &str) -> bool {
    let first = domain.split('.').next().unwrap_or_default();
    let number = first.strip_prefix('v').unwrap_or(first).trim_end_matches('x');
    !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Domains of examples: RFC 2606 and those that people write instead.
fn is_reserved(domain: &str) -> bool {
    domain.rsplit('.').skip(1).any(|label| EXAMPLE_LABELS.contains(&label))
}

const EXAMPLE_LABELS: &[&str] = &[
    "example",
    "test",
    "yourcompany",
    "your-company",
    "yourdomain",
    "your-domain",
    "yourorg",
    "your-org",
    "mycompany",
    "my-company",
    "mydomain",
    "my-domain",
    "company",
    "companyname",
    "domain",
    "domainname",
    "sample",
    "placeholder",
    "foo",
    "bar",
    "foobar",
    "somewhere",
    "somedomain",
    "email",
    "host",
    "hostname",
    "organization",
    "yoursite",
];

/// `ubuntu@ec2-203-0-113-25.compute-1.amazonaws.com` is a login.
fn is_login(domain: &str) -> bool {
    const HOSTS: &[&str] = &[
        ".amazonaws.com",
        ".amazonaws.com.cn",
        ".cloudapp.azure.com",
        ".compute.googleapis.com",
        ".cloudapp.net",
    ];
    HOSTS.iter().any(|host| domain.ends_with(host))
}

impl Address<'_> {
    fn reader(&self) -> Reader {
        match (self.is_machine(), self.is_role()) {
            (true, _) => Reader::Machine,
            (false, true) => Reader::Role,
            (false, false) => Reader::Person,
        }
    }

    fn is_machine(&self) -> bool {
        let n_digits = self.local.bytes().filter(u8::is_ascii_digit).count();
        let generated = self.local.len() >= 16 && n_digits * 2 > self.local.len();
        let letters: String = self.local.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
        let sends_only = SENDERS.iter().any(|sender| letters.starts_with(sender));
        let is_login = letters == "git" || (letters == "action" && self.domain == "github.com");
        generated
            || sends_only
            || is_login
            || MACHINE_DOMAINS.iter().any(|suffix| self.domain.ends_with(suffix))
    }

    /// The first or the last word names a role, and the first is no given name.
    fn is_role(&self) -> bool {
        let lower = self.local.to_lowercase();
        let base = lower.split('+').next().unwrap_or_default();
        let named = |word: &str| ROLES.contains(word.trim_end_matches(|last: char| last.is_ascii_digit()));
        let mut words = base.split(['.', '-', '_']).filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return true };
        let last = words.next_back().unwrap_or(first);
        let joined: String = base.chars().filter(|character| character.is_alphanumeric()).collect();
        named(&joined) || (!person_name::is_given_name(first) && (named(first) || named(last)))
    }
}

/// How the addresses start that nobody reads, without their hyphens and dots.
const SENDERS: &[&str] = &[
    "noreply",
    "donotreply",
    "dontreply",
    "noresponse",
    "mailerdaemon",
    "postmaster",
    "bounce",
    "neantwort",
    "nepasrepondre",
];

/// Ends of domains at which no person reads mail.
const MACHINE_DOMAINS: &[&str] = &[
    "gserviceaccount.com",
    "noreply.github.com",
    "noreply.gitlab.com",
    "reply.github.com",
    "amazonses.com",
    "pagerduty.com",
    "opsgenie.net",
    "slack.com",
    "iam.amazonaws.com",
    "sentry.io",
    "statuspage.io",
    "zendesk.com",
    "freshdesk.com",
    "intercom.io",
    "mailgun.org",
    "sendgrid.net",
    "bounces.google.com",
    "docker.internal",
];

static TOP_LEVEL_DOMAINS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words::set(include_str!("data/top_level_domains.txt")));
static ROLES: LazyLock<HashSet<&str>> = LazyLock::new(|| words::set(include_str!("data/role_mailboxes.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_roles_and_neither() {
        #[rustfmt::skip]
        let table = [
            ("jane.doe@acme-corp.io", "person"), ("bob.smith+aws@acme-corp.io", "person"), ("o'neil@acme-corp.io", "person"),
            ("jürgen@müller-gmbh.de", "person"), ("mark.post@acme-corp.io", "person"), ("j@acme.museum", "person"), ("jane.doe%40acme-corp.io", "person"),
            ("noreply@acme-corp.io", "machine"), ("no-reply+aws@acme-corp.io", "machine"), ("action@github.com", "machine"), ("security@acme-corp.io", "role"),
            ("aws-alerts@acme-corp.io", "role"), ("platform.team@acme-corp.io", "role"), ("support2@acme-corp.io", "role"),
            ("deploy@my-project.iam.gserviceaccount.com", "machine"), ("1+x@users.noreply.github.com", "machine"), ("git@git.acme-corp.io", "machine"),
            ("user@example.com", "none"), ("test@test.com", "none"), ("you@yourcompany.com", "none"),
            ("admin@localhost", "none"), ("jane.doe@acme-corp", "none"), ("icon@3x.jpg", "none"), ("a@2x.zip", "none"),
            ("node@20.1.0", "none"), ("api@sha256", "none"), ("deploy@main", "none"), ("@acme.io", "none"),
            ("ubuntu@ec2-203-0-113-25.compute-1.amazonaws.com", "none"), ("a..b@acme.io", "none"),
            ("https://jane@acme.io", "none"), ("jane@-acme.io", "none"), ("+@acme.io", "none"),
        ];
        for (text, expected) in table {
            let bytes = text.as_bytes();
            let found = match (personal(bytes), role(bytes), machine(bytes)) {
                (true, false, false) => "person",
                (false, true, false) => "role",
                (false, false, true) => "machine",
                (false, false, false) => "none",
                _ => "several",
            };
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn addresses_without_their_sign() {
        for (text, expected) in [
            ("jane (at) acme dot io", true),
            ("jane[at]acme.io", true),
            ("jane.doe AT acme DOT io", true),
            ("jane.doe-at-acme.com", true),
            ("jane {at} mail {dot} acme {dot} co {dot} uk", true),
            ("support (at) acme.io", false),
            ("meet at office dot later", false),
            ("jane (at) example.com", false),
        ] {
            assert_eq!(spelled_out(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in [
            ("jane.doe_acme.com", true),
            ("maria-gonzalez_acme.co.uk", true),
            ("web.server_acme.com", false),
            ("jane_acme.com", false),
            ("jane.doe_example.com", false),
        ] {
            assert_eq!(joined(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn top_level_domains_hold_the_known_and_no_file_extension() {
        for known in ["com", "de", "io", "cloud", "xn--p1ai", "рф"] {
            assert!(TOP_LEVEL_DOMAINS.contains(known), "{known}");
        }
        for extension in ["jpg", "png", "js", "json", "yaml", "local", "internal", "example"] {
            assert!(!TOP_LEVEL_DOMAINS.contains(extension), "{extension}");
        }
    }
}
