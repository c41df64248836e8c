//! What the name of a member says about its value.

use model::siblings::{is_default, name_rank, spells, value_rank};

use super::naming::text_of;
use crate::limits::NAME;

/// What the name of a member says about its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role {
    /// How well it says that the value is the key of a sibling.
    pub(crate) name: u8,
    /// Whether it says that the value belongs to the key of a sibling.
    pub(crate) is_value: bool,
    /// Whether the value is the one of what the object describes.
    pub(crate) is_of_holder: bool,
}

impl Role {
    /// The role that a raw name gives.
    pub(crate) fn of(raw: &[u8]) -> Self {
        match raw {
            b"Key" => Self { name: 2, ..Self::default() },
            b"Value" => Self { is_value: true, is_of_holder: true, ..Self::default() },
            _ if ends_like_a_role(raw) => Self::of_text(&name_of(raw)),
            _ => Self::default(),
        }
    }

    fn of_text(text: &str) -> Self {
        let is_value = value_rank(text) > 0;
        Self { name: name_rank(text), is_value, is_of_holder: is_value || is_default(text) }
    }
}

/// Whether a name may be one of `key`, `name`, `value`, `default` and what ends with them, or is too odd to tell.
///
/// Asking for each of them would cost more than reading the name.
fn ends_like_a_role(raw: &[u8]) -> bool {
    let last = raw.iter().rev().find(|byte| !b" _-".contains(byte));
    raw.len() > NAME || last.is_some_and(|last| b"yYeEtT".contains(last)) || raw.contains(&b'\\')
}

/// How well a raw name says that its value is the ARN of the resource that it stands in; 0: not at all.
pub(crate) fn arn_rank(raw: &[u8]) -> u8 {
    is_arn_key(&name_of(raw))
}

fn name_of(raw: &[u8]) -> String {
    let text = text_of(raw);
    text[..text.floor_char_boundary(NAME)].to_owned()
}

/// How well a key names the ARN of the resource that it stands in; 0: not at all.
pub(crate) fn is_arn_key(key: &str) -> u8 {
    const OWN: &[&str] = &["arn", "resourcearn"];
    // These name another resource, unless nothing better is there.
    const OTHERS: &[&str] = &["rolearn", "kmskeyarn", "certificatearn", "topicarn", "policyarn"];
    let is_one_of = |words: &[&str]| words.iter().any(|word| spells(key, word));
    if is_one_of(OWN) {
        3
    } else if is_one_of(OTHERS) {
        1
    } else if ["Arn", "ARN", "_arn", "-arn", " arn"].iter().any(|end| key.ends_with(end)) {
        2
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_look_gives_the_role_that_the_words_give() {
        for raw in [
            "Key",
            "key",
            "tag_key",
            "Tag-Key_",
            "KEY",
            "Value",
            "value ",
            "ParameterValue",
            "tagValue",
            "name",
            "Name_-",
            "OptionName",
            "Default",
            "defaultValue",
            "default_",
            "arn",
            "Owner",
            "",
            "_",
            "values",
            "K\\u0065y",
            "\u{e9}Key",
        ] {
            assert_eq!(Role::of(raw.as_bytes()), Role::of_text(&name_of(raw.as_bytes())), "{raw}");
        }
        assert_eq!(Role::of(b"K\\u0065y").name, 2);
    }
}
