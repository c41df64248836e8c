//! Which accounts of an organization are wanted.

use super::tree::Member;

/// What accounts may be chosen by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// An account id, 12 digits.
    Account(String),
    /// An organizational unit, with those below it: its id (`ou-ab12-cdefghij`), or names from the root on (`Prod/EU`).
    Unit(String),
    /// A tag of the account, with any value or with one.
    Tag(String, Option<String>),
}

impl Selector {
    /// Reads `111122223333`, `ou-ab12-cdefghij`, `ou:Prod/EU`, `tag:Stage` or `tag:Stage=prod`.
    ///
    /// # Errors
    /// A text that is none of these, with what would be one.
    pub fn parse(text: &str) -> Result<Self, String> {
        let is_account = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_account {
            return Ok(Self::Account(text.to_owned()));
        }
        if text.starts_with("ou-") || text.starts_with("r-") {
            return Ok(Self::Unit(text.to_owned()));
        }
        match text.split_once(':') {
            Some(("ou", path)) if !path.is_empty() => Ok(Self::Unit(path.trim_matches('/').to_owned())),
            Some(("tag", tag)) if !tag.is_empty() && !tag.starts_with('=') => {
                let (key, value) = tag.split_once('=').map_or((tag, None), |(key, value)| (key, Some(value)));
                Ok(Self::Tag(key.to_owned(), value.map(str::to_owned)))
            }
            _ => Err(format!(
                "`{text}` names no accounts: write 111122223333, ou-ab12-cdefghij, ou:Prod/EU, tag:Stage or tag:Stage=prod"
            )),
        }
    }

    /// Whether it names an account.
    pub(super) fn names(&self, member: &Member) -> bool {
        match self {
            Self::Account(id) => *id == *member.id,
            Self::Unit(unit) => {
                let is_id = member.units.iter().any(|(id, _)| id == unit);
                // The name of the root is always Root, and nobody writes it.
                let names: Vec<&str> = member.units.iter().skip(1).map(|(_, name)| &**name).collect();
                let wanted: Vec<&str> = unit.split('/').collect();
                is_id || names.starts_with(&wanted)
            }
            Self::Tag(key, wanted) => member
                .tags
                .iter()
                .any(|(known, value)| known == key && wanted.as_ref().is_none_or(|wanted| wanted == value)),
        }
    }
}

/// Whether an account is wanted: named by one of `include`, where there are any, and by none of `exclude`.
pub(super) fn is_wanted(member: &Member, include: &[Selector], exclude: &[Selector]) -> bool {
    let is_named = |selectors: &[Selector]| selectors.iter().any(|selector| selector.names(member));
    (include.is_empty() || is_named(include)) && !is_named(exclude)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member() -> Member {
        let text = |text: &str| text.to_owned();
        Member {
            id: "111122223333".into(),
            is_active: true,
            units: vec![
                (text("r-ab12"), text("Root")),
                (text("ou-ab12-11111111"), text("Prod")),
                (text("ou-ab12-22222222"), text("EU")),
            ],
            tags: vec![(text("Stage"), text("prod"))],
        }
    }

    #[test]
    fn accounts_are_named_by_id_unit_and_tag() {
        for (text, expected) in [
            ("111122223333", true),
            ("444455556666", false),
            ("ou-ab12-11111111", true),
            ("ou-ab12-22222222", true),
            ("ou-ab12-33333333", false),
            ("r-ab12", true),
            ("ou:Prod", true),
            ("ou:/Prod/EU/", true),
            ("ou:EU", false),
            ("ou:Pro", false),
            ("tag:Stage", true),
            ("tag:Stage=prod", true),
            ("tag:Stage=test", false),
            ("tag:stage", false),
        ] {
            assert_eq!(Selector::parse(text).unwrap().names(&member()), expected, "{text}");
        }
        for text in ["", "11112222333", "Prod", "ou:", "tag:", "tag:=x", "unit:Prod"] {
            assert!(Selector::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_excluded_is_not_wanted() {
        let parse = |text: &str| vec![Selector::parse(text).unwrap()];
        for (include, exclude, expected) in [
            (vec![], vec![], true),
            (parse("ou:Prod"), vec![], true),
            (parse("ou:Test"), vec![], false),
            (vec![], parse("tag:Stage=prod"), false),
            (parse("ou:Prod"), parse("111122223333"), false),
        ] {
            assert_eq!(is_wanted(&member(), &include, &exclude), expected, "{include:?} {exclude:?}");
        }
    }
}
