//! Keys that name the resource that a record belongs to.

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
