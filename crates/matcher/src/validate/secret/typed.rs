//! Secrets that a person made up: short, no random text, and still no name of a thing.

use super::password;
use crate::brackets;

/// Whether one word mixes letters with digits or signs as passwords do: `hunter2`, `Winter2024!`.
pub(super) fn is_typed(bytes: &[u8]) -> bool {
    let has = |class: fn(&u8) -> bool| bytes.iter().any(class);
    let one_word = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || is_sign(*byte));
    let mixed = has(u8::is_ascii_alphabetic) && (has(u8::is_ascii_digit) || has(|byte| is_sign(*byte)));
    let word = one_word && mixed && !is_numbered_name(bytes);
    (6..=64).contains(&bytes.len()) && (word || is_noise(bytes)) && password(bytes)
}

/// Letters among signs of five kinds or more, as no name and no expression has them.
fn is_noise(bytes: &[u8]) -> bool {
    let is_used = |sign: &&u8| bytes.contains(sign);
    let n_kinds = b"!@#$%^&*?+~()[]{}<>|_-=".iter().filter(is_used).count();
    n_kinds >= 5 && brackets::cross(bytes) && bytes.iter().all(u8::is_ascii_graphic)
}

/// Signs that people put into passwords, and that names do not hold.
fn is_sign(byte: u8) -> bool {
    b"!@#$%^&*?+~".contains(&byte)
}

/// `web01`, `prod2`, `v20240115`, `20240115a`, `9c1185a5`: a word of operations with a number, a day or a digest.
fn is_numbered_name(bytes: &[u8]) -> bool {
    let n_letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (head, tail) = bytes.split_at(n_letters);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let numbered = tail.iter().all(u8::is_ascii_digit);
    let hex = bytes.iter().all(u8::is_ascii_hexdigit);
    let starts_with_day = bytes.len() >= 8 && bytes[..8].iter().all(u8::is_ascii_digit);
    hex || starts_with_day
        || numbered && (tail.len() > 4 || n_letters < 3 || NAMES.iter().any(|name| head.ends_with(name)))
}

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "prod", "production", "stage", "staging", "dev", "test", "qa", "uat", "sandbox", "web", "app", "api", "db", "node",
    "host", "server", "srv", "cluster", "key", "secret", "token", "version", "release", "build", "env", "team", "svc",
    "service", "tenant", "customer", "client", "user", "worker", "queue", "topic", "bucket", "stack", "pool", "zone",
    "east", "west", "north", "south", "central", "region", "primary", "replica", "postgres", "mysql", "redis", "kafka",
    "vault", "oauth", "saml", "tls", "ssl", "ipv", "utf", "sha", "rsa", "aes", "hmac", "base", "slot", "shard", "config",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_and_names() {
        for (text, expected) in [
            ("hunter2", true),
            ("Winter2024!", true),
            ("s3cr3t!pass", true),
            ("{{h}o)p${e]nob(ody[finds>-_$#x}}", true),
            ("web01", false),
            ("staging2", false),
            ("HS256", false),
            ("RS256", false),
            ("9c1185a5", false),
            ("20240115a", false),
            ("release20240115", false),
            ("orders-db", false),
            ("prod/db1", false),
            ("enabled", false),
            ("${SECRET1}", false),
            ("changeme", false),
        ] {
            assert_eq!(is_typed(text.as_bytes()), expected, "{text}");
        }
    }
}
