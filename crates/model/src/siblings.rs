//! Names of the sibling forms in which one field names a value and another one holds it.
//!
//! `{"Key": "Owner", "Value": "x"}` of tags, `{"name": …, "value": …}` of container environments,
//! `ParameterKey` and `ParameterValue` of stacks, `OptionName` and `Value` of Elastic Beanstalk, `tag_key` and
//! `tag_value` of exports.

/// How well a name says that its value is the key of a sibling; 0: not at all.
pub fn name_rank(name: &str) -> u8 {
    if ["key", "tagkey", "parameterkey", "optionname"].iter().any(|known| spells(name, known)) {
        2
    } else {
        u8::from(spells(name, "name"))
    }
}

/// How well a name says that its value belongs to the key of a sibling; 0: not at all.
pub fn value_rank(name: &str) -> u8 {
    u8::from(["value", "tagvalue", "parametervalue"].iter().any(|known| spells(name, known)))
}

/// Whether a name says that its value is the one of what it stands in: `"DbPassword": {"Default": "x"}`.
pub fn is_default(name: &str) -> bool {
    ["default", "defaultvalue"].iter().any(|known| spells(name, known))
}

/// Whether a name is made of the letters of `word`, in whatever case and however its words are joined.
///
/// `TagKey`, `tagKey`, `tag_key`, `tag-key` and `Tag Key` all spell `tagkey`.
pub fn spells(name: &str, word: &str) -> bool {
    let letters = name.bytes().filter(|byte| !b" _-".contains(byte));
    letters.map(|byte| byte.to_ascii_lowercase()).eq(word.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siblings_are_known_in_every_spelling() {
        for (name, expected) in [
            ("Key", (2, 0)),
            ("tagKey", (2, 0)),
            ("tag_key", (2, 0)),
            ("Tag Key", (2, 0)),
            ("TAG-KEY", (2, 0)),
            ("ParameterKey", (2, 0)),
            ("OptionName", (2, 0)),
            ("option_name", (2, 0)),
            ("name", (1, 0)),
            ("Value", (0, 1)),
            ("tag_value", (0, 1)),
            ("ParameterValue", (0, 1)),
            ("keys", (0, 0)),
            ("api_key", (0, 0)),
            ("values", (0, 0)),
            ("", (0, 0)),
            ("_", (0, 0)),
        ] {
            assert_eq!((name_rank(name), value_rank(name)), expected, "{name}");
        }
    }

    #[test]
    fn defaults_are_known_in_every_spelling() {
        for (name, expected) in
            [("Default", true), ("default", true), ("defaultValue", true), ("defaults", false), ("", false)]
        {
            assert_eq!(is_default(name), expected, "{name}");
        }
    }
}
