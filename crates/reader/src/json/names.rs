//! Keys that name the resource that a record belongs to.

use model::siblings::spells;

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
