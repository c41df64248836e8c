//! Stripe's secret keys.

use super::token;

/// Whether the part behind the prefix is random and not the key of the documentation.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some(underscore) = bytes.iter().rposition(|&byte| byte == b'_') else { return false };
    let body = &bytes[underscore + 1..];
    body.len() >= 24 && token::looks_random(body) && !DOCUMENTED.iter().any(|start| body.starts_with(start))
}

/// Starts of the keys that the documentation shows.
const DOCUMENTED: &[&[u8]] = &[b"4eC39HqLyjWD", b"BQokikJOvBiI2", b"26PHem9AhJZvU"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_and_undocumented() {
        for (body, expected) in [
            ("9aKq2mXw7vLz4RtNbY1cPdEf", true),
            ("4eC39HqLyjWDarjtT1zdp7dc", false),
            ("XXXXXXXXXXXXXXXXXXXXXXXX", false),
            ("abcdefghijklmnopqrstuvwx", false),
            ("billingplatformmigration", false),
            ("short", false),
        ] {
            assert_eq!(valid(format!("sk_test_{body}").as_bytes()), expected, "{body}");
        }
    }
}
