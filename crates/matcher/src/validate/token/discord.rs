//! Tokens of Discord's bots: the bot's id in base64, a time, and a signature.

use super::super::base64;

/// Whether the first of three parts decodes to an id: 17 to 20 digits.
pub(super) fn bot(bytes: &[u8]) -> bool {
    let mut parts = bytes.split(|&byte| byte == b'.');
    let id = parts.next().and_then(base64::decode).unwrap_or_default();
    let is_id = (17..=20).contains(&id.len()) && id.iter().all(u8::is_ascii_digit);
    is_id
        && parts.next().is_some_and(|time| time.len() == 6)
        && parts.next().is_some_and(|rest| rest.len() >= 27)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_is_an_id() {
        let signature = "a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8qA3sW6y";
        for (head, expected) in [
            ("MTE4NDcyOTQ1MTAzOTIyMTg1Mg.GkLm2Q", true),
            ("MTE4NDcyOTQ1MTAzOTIy.GkLm2Q", false),
            ("aGVsbG8gd29ybGQgaGVsbG8.GkLm2Q", false),
            ("MTE4NDcyOTQ1MTAzOTIyMTg1Mg.GkLm2QQ", false),
            ("%%%.GkLm2Q", false),
        ] {
            assert_eq!(bot(format!("{head}.{signature}").as_bytes()), expected, "{head}");
        }
        assert!(!bot(b"MTE4NDcyOTQ1MTAzOTIyMTg1Mg.GkLm2Q"));
    }
}
