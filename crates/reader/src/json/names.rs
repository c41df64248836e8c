//! Keys that mean something: siblings such as `Key` and `Value`, and resource ids.

/// How well a key names a tag's key in sibling forms; 0: not at all.
pub(crate) fn name_rank(key: &str) -> u8 {
    match key {
        "Key" | "key" | "TagKey" | "tagKey" | "tag_key" | "ParameterKey" | "parameterKey" => 2,
        "Name" | "name" => 1,
        _ => 0,
    }
}

/// How well a key names a tag's value in sibling forms; 0: not at all.
pub(crate) fn value_rank(key: &str) -> u8 {
    match key {
        "Value" | "value" | "TagValue" | "tagValue" | "tag_value" | "ParameterValue" | "parameterValue" => 1,
        _ => 0,
    }
}

/// How well a key names the ARN of the resource that it stands in; 0: not at all.
pub(crate) fn is_arn_key(key: &str) -> u8 {
    match key {
        "ResourceARN" | "ResourceArn" | "resourceARN" | "resourceArn" | "Arn" | "arn" | "ARN" => 3,
        // These name another resource, unless nothing better is there.
        "RoleArn" | "KmsKeyArn" | "CertificateArn" | "TopicArn" | "PolicyArn" => 1,
        _ if key.ends_with("Arn") || key.ends_with("ARN") || key.ends_with("_arn") => 2,
        _ => 0,
    }
}
