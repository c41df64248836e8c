//! Values under a key that promises a secret: is it the secret, or does it speak about one?

mod code;
mod reference;
mod typed;

use super::{azure, entropy, placeholder};
use crate::brackets;

/// Whether a value is a password: anything that a person could have typed there.
pub(super) fn password(bytes: &[u8]) -> bool {
    let Some(value) = unquoted(bytes) else { return false };
    value.len() >= 3
        && !placeholder::stands_in(value)
        && !reference::points_elsewhere(value)
        && !code::is_code(value)
        && !is_setting(value)
        && !is_colour(value)
}

/// `#03fccf`.
fn is_colour(value: &str) -> bool {
    let digits = value.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a password has a digit or a special character and no space, where `pass` may mean a test that went well.
pub(super) fn mixed(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii();
    let plain = |byte: &u8| byte.is_ascii_alphabetic() || b".,:?-_<>\"'`".contains(byte);
    password(bytes) && !text.iter().skip(1).all(plain) && !text.iter().any(u8::is_ascii_whitespace)
}

/// Whether a password stands inside a sentence or a line of code: it holds a digit or a sign that names do not have.
///
/// A sign in front is one of the language: `!vault`, `*const`; stars around are those of Markdown.
pub(super) fn inline(bytes: &[u8]) -> bool {
    let end = bytes.iter().rposition(|byte| !b"*`_.:".contains(byte)).map_or(0, |last| last + 1);
    let start = bytes[..end].iter().position(|byte| !b"*`".contains(byte)).unwrap_or(end);
    let bytes = &bytes[start..end];
    password(bytes) && is_marked(bytes)
}

/// Whether a word holds a digit or a sign that words do not have, and no brackets of code.
pub(super) fn is_marked(word: &[u8]) -> bool {
    let sign = |byte: &u8| byte.is_ascii_digit() || b"!@#$%^&*+=~".contains(byte);
    let code = !brackets::cross(word) && word.iter().any(|byte| b"()[]{}|".contains(byte))
        || word.windows(2).any(|pair| pair == b"::");
    word.iter().skip(1).any(sign) && !code
}

/// Whether a value is a token: random text of ten characters or more.
pub(super) fn token(bytes: &[u8]) -> bool {
    let Some(value) = unquoted(bytes) else { return false };
    let shape = value.len() >= 10 && !value.contains(char::is_whitespace) && value.is_ascii();
    let example =
        value.to_ascii_uppercase().contains("EXAMPLE") || is_object_id(value) || azure::is_of_emulator(bytes);
    shape
        && is_random(value)
        && !example
        && !placeholder::stands_in(value)
        && !reference::points_elsewhere(value)
        && !code::is_code(value)
}

/// Whether a value is a secret that a person made up, in one word.
pub(super) fn typed(bytes: &[u8]) -> bool {
    unquoted(bytes).is_some_and(|value| typed::is_typed(value.as_bytes()))
}

/// Whether a value is nothing but a UUID: some services hand them out as tokens, most use them as names.
pub(super) fn uuid(bytes: &[u8]) -> bool {
    unquoted(bytes).is_some_and(is_uuid)
}

/// Ids that stand in for a secret, such as those of Stripe's objects: they open nothing without a key.
fn is_object_id(value: &str) -> bool {
    const PREFIXES: &[&str] =
        &["tok_", "card_", "cus_", "acct_", "pm_", "pi_", "src_", "sub_", "price_", "prod_", "evt_", "ba_"];
    PREFIXES.iter().any(|prefix| value.starts_with(prefix))
}

fn unquoted(bytes: &[u8]) -> Option<&str> {
    let value = std::str::from_utf8(bytes).ok()?.trim();
    Some(value.trim_matches(['"', '\'', '`']))
}

/// Numbers, durations, dates and versions are settings around a secret.
fn is_setting(value: &str) -> bool {
    let unit = value.trim_start_matches(|first: char| first.is_ascii_digit());
    let n_digits = value.len() - unit.len();
    let unit = unit.trim().to_ascii_lowercase();
    let units = [
        "",
        "d",
        "h",
        "m",
        "s",
        "y",
        "day",
        "days",
        "hours",
        "minutes",
        "months",
        "years",
        "chars",
        "characters",
    ];
    (1..=5).contains(&n_digits) && units.contains(&unit.as_str()) || is_date(value)
}

fn is_date(value: &str) -> bool {
    let date = value.get(..10).unwrap_or_default();
    date.bytes()
        .enumerate()
        .all(|(index, byte)| if index == 4 || index == 7 { byte == b'-' } else { byte.is_ascii_digit() })
        && !date.is_empty()
}

/// Letters and digits mixed within a word, and no sequence of plain words.
fn is_random(value: &str) -> bool {
    let classes = entropy::n_classes(value.as_bytes());
    let words = value.split(|character: char| !character.is_ascii_alphanumeric());
    classes >= 2
        && entropy::bits(value.as_bytes()) >= 3.0
        && !words.clone().all(is_plain_word)
        && !is_uuid(value)
}

/// `prod`, `Key`, `2024`, `v1`, `web01`, and what is too short to be random.
fn is_plain_word(word: &str) -> bool {
    if word.len() <= 2 {
        return true;
    }
    let tail = word.trim_start_matches(|first: char| first.is_ascii_alphabetic());
    let (letters, n_tail) = (&word[..word.len() - tail.len()], tail.len());
    let capitals = letters.bytes().skip(1).filter(u8::is_ascii_uppercase).count();
    let one_case = capitals == 0 || capitals + 1 == letters.len();
    let number = tail.bytes().all(|byte| byte.is_ascii_digit());
    number && n_tail <= 8 && (one_case || capitals * 4 <= letters.len()) && letters.len() <= 20
}

fn is_uuid(value: &str) -> bool {
    let lengths: Vec<usize> = value.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && value.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords() {
        for (text, expected) in [
            ("changeme", true),
            ("admin@123", true),
            ("Tr0ub4dor&3", true),
            ("correct horse battery staple", true),
            ("123456", true),
            ("\"hunter2\"", true),
            ("$ecretPa55", true),
            ("14", false),
            ("#03fccf", false),
            ("#hunter2", true),
            ("90 days", false),
            ("2024-01-15", false),
            ("2024-01-15T10:30:00Z", false),
            ("null", false),
            ("n/a", false),
            ("see vault", false),
            ("/etc/passwd", false),
            ("module.db.password", false),
            ("var.db_password", false),
            ("op://prod/db/password", false),
            ("arn:aws:secretsmanager:us-east-1:1:secret:x", false),
            ("AQICAHh2y0mXk9", false),
            ("prod/db/main", false),
            ("!GetAtt Secret.Value", false),
            ("", false),
        ] {
            assert_eq!(password(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn passwords_among_other_words() {
        for (text, in_text, under_pass) in [
            ("hunter2", true, true),
            ("Tr0ub4dor&3", true, true),
            ("SuperSecret", false, false),
            ("required", false, false),
            ("Required.", false, false),
            ("NTSTATUS", false, false),
            ("!vault", false, false),
            ("String::from(x1)", false, true),
            ("**From", false, true),
            ("VM1 has JIT access", true, false),
        ] {
            assert_eq!((inline(text.as_bytes()), mixed(text.as_bytes())), (in_text, under_pass), "{text}");
        }
    }

    #[test]
    fn tokens() {
        for (text, expected) in [
            ("8f3kQz71LmPw0sXv29RtYbNc", true),
            ("a1b2c3d4e5f6a7b8c9d0", true),
            ("Zk9tq2LwVx", true),
            ("prod-key-2024", false),
            ("team-platform-token", false),
            ("us-east-1-web01", false),
            ("CustomerServiceToken", false),
            ("7f3c9d2a-41b8-4c0e-9a57-2d6e8f10b3c4", false),
            ("projects/1234/secrets/db", false),
            ("tok_8f2c1a7be94d", false),
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", false),
            ("short1", false),
            ("aaaaaaaaaaaa1", false),
        ] {
            assert_eq!(token(text.as_bytes()), expected, "{text}");
        }
    }
}
