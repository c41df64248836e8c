//! Names of the sibling forms in which one field names a value and another one holds it.
//!
//! `{"Key": "Owner", "Value": "x"}` of tags, `{"name": …, "value": …}` of container environments,
//! `ParameterKey` and `ParameterValue` of stacks, `tag_key` and `tag_value` of exports.

/// How well a name says that its value is the key of a sibling; 0: not at all.
pub fn name_rank(name: &str) -> u8 {
    match name {
        "Key" | "key" | "TagKey" | "tagKey" | "tag_key" | "ParameterKey" | "parameterKey" => 2,
        "Name" | "name" => 1,
        _ => 0,
    }
}

/// How well a name says that its value belongs to the key of a sibling; 0: not at all.
pub fn value_rank(name: &str) -> u8 {
    match name {
        "Value" | "value" | "TagValue" | "tagValue" | "tag_value" | "ParameterValue" | "parameterValue" => 1,
        _ => 0,
    }
}
