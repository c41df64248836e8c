//! One rule that allows findings, and whether it holds for a hit.

use model::Record;

use super::domain::domain_of;
use super::glob::Glob;
use crate::fingerprint::Fingerprinter;

/// Allows findings that fit all of its lists; a list that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allow {
    /// Names that the value stands under, such as `Owner`.
    pub keys: Vec<Glob>,
    /// Domains of an e-mail address or URL.
    pub domains: Vec<Glob>,
    /// Paths of files, or of names to the field, such as `Tags.Owner`.
    pub paths: Vec<Glob>,
    /// AWS account ids.
    pub accounts: Vec<String>,
    /// Ids of detectors.
    pub detectors: Vec<String>,
    /// Fingerprints of values, as in a finding.
    pub fingerprints: Vec<String>,
}

/// A hit that is about to become a finding.
pub(crate) struct Subject<'a> {
    pub(crate) record: &'a Record<'a>,
    pub(crate) detector: &'a str,
    /// The sensitive part, and the match around it.
    pub(crate) value: &'a [u8],
    pub(crate) whole: &'a [u8],
    pub(crate) fingerprinter: &'a Fingerprinter,
}

impl Allow {
    /// Whether the rule asks for nothing and so would allow everything.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether every list has something that fits; the cheap ones are asked first.
    pub(crate) fn fits(&self, subject: &Subject<'_>) -> bool {
        let Subject { record, .. } = subject;
        !self.is_empty()
            && fits(&self.detectors, |id| id == subject.detector)
            && fits(&self.keys, |key| key.fits(record.key))
            && fits(&self.accounts, |account| Some(account.as_str()) == account_of(record))
            && fits(&self.paths, |path| {
                path.fits(record.path) || record.origin.path.as_deref().is_some_and(|file| path.fits(file))
            })
            && self.fits_domain(subject)
            && self.fits_fingerprint(subject)
    }

    fn fits_domain(&self, subject: &Subject<'_>) -> bool {
        self.domains.is_empty()
            || domain_of(subject.whole)
                .is_some_and(|domain| self.domains.iter().any(|glob| glob.fits(&domain)))
    }

    fn fits_fingerprint(&self, subject: &Subject<'_>) -> bool {
        self.fingerprints.is_empty() || {
            let own = subject.fingerprinter.of(subject.detector, subject.value);
            self.fingerprints.contains(&own)
        }
    }
}

fn fits<T>(list: &[T], is_fitting: impl FnMut(&T) -> bool) -> bool {
    list.is_empty() || list.iter().any(is_fitting)
}

/// The account of a record: that of its origin, or the one that its ARN names.
fn account_of<'a>(record: &Record<'a>) -> Option<&'a str> {
    let origin = record.origin;
    origin.account.as_deref().or_else(|| origin.arn.as_deref()?.split(':').nth(4))
}

#[cfg(test)]
mod tests {
    use model::{Origin, Page};

    use super::*;

    fn names(list: &[&str]) -> Vec<Glob> {
        list.iter().map(|name| Glob::name(name)).collect()
    }

    fn owned(list: &[&str]) -> Vec<String> {
        list.iter().map(|&text| text.to_owned()).collect()
    }

    /// The fingerprint of `a@acme.com` as an e-mail address under the key of the test.
    fn fingerprint() -> String {
        Fingerprinter::new(&[7; 32]).of("email", b"a@acme.com")
    }

    #[test]
    fn a_rule_holds_where_all_its_lists_fit() {
        let none = Allow::default;
        let table = [
            (none(), false),
            (Allow { keys: names(&["owner"]), ..none() }, true),
            (Allow { keys: names(&["contact", "own*"]), ..none() }, true),
            (Allow { keys: names(&["contact"]), ..none() }, false),
            (Allow { domains: names(&["acme.com"]), ..none() }, true),
            (Allow { domains: names(&["*.acme.com"]), ..none() }, false),
            (Allow { paths: vec![Glob::path("infra/")], ..none() }, true),
            (Allow { paths: vec![Glob::path("Tags.*")], ..none() }, true),
            (Allow { paths: vec![Glob::path("docs/**")], ..none() }, false),
            (Allow { accounts: owned(&["111122223333"]), ..none() }, true),
            (Allow { accounts: owned(&["444455556666"]), ..none() }, false),
            (Allow { detectors: owned(&["email"]), ..none() }, true),
            (Allow { detectors: owned(&["email-role"]), ..none() }, false),
            (Allow { fingerprints: vec![fingerprint()], ..none() }, true),
            (Allow { fingerprints: owned(&["v1:00"]), ..none() }, false),
            (Allow { keys: names(&["owner"]), domains: names(&["acme.com"]), ..none() }, true),
            (Allow { keys: names(&["owner"]), domains: names(&["other.com"]), ..none() }, false),
            (Allow { keys: names(&["other"]), fingerprints: vec![fingerprint()], ..none() }, false),
        ];
        let mut page = Page::new();
        let arn = Some("arn:aws:sqs:eu-west-1:111122223333:jobs".into());
        let origin =
            page.add_origin(Origin { arn, path: Some("./infra/a.json".into()), ..Origin::default() });
        page.push(origin, ("Tags.Owner", "Owner"), b"a@acme.com");
        let fingerprinter = Fingerprinter::new(&[7; 32]);
        let record = page.record(0);
        let subject = Subject {
            record: &record,
            detector: "email",
            value: record.value,
            whole: record.value,
            fingerprinter: &fingerprinter,
        };
        for (rule, expected) in table {
            assert_eq!(rule.fits(&subject), expected, "{rule:?}");
        }
    }
}
