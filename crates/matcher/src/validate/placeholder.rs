//! Values that stand where a secret would stand, and are none.

/// Whether a value is a mask, a template, or a word such as `password`.
pub(super) fn stands_in(value: &str) -> bool {
    let value = value.trim();
    value.is_empty() || is_template(value) || is_mask(value) || is_word(value)
}

/// Whether something fills the value in later.
pub(super) fn is_template(value: &str) -> bool {
    const MARKS: &[&str] = &[
        "${",
        "{{",
        "}}",
        "$(",
        "$[",
        "#{",
        "<%",
        "%{",
        "@{",
        "!sub",
        "!getatt",
        "!ref",
        "!importvalue",
        "fn::",
    ];
    let lower = value.to_ascii_lowercase();
    MARKS.iter().any(|mark| lower.contains(mark)) || enclosed(value) || is_variable(value) || is_printf(value)
}

fn enclosed(value: &str) -> bool {
    const PAIRS: &[(char, char)] = &[('<', '>'), ('[', ']'), ('{', '}'), ('(', ')'), ('%', '%')];
    value.len() > 2 && PAIRS.iter().any(|&(open, close)| value.starts_with(open) && value.ends_with(close))
}

/// `$NAME`, `$name`, `$1`.
fn is_variable(value: &str) -> bool {
    let name = |byte: u8| byte.is_ascii_uppercase() || byte == b'_' || byte.is_ascii_digit();
    let lower = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    value.strip_prefix('$').is_some_and(|rest| rest.bytes().all(name) || rest.bytes().all(lower))
}

fn is_printf(value: &str) -> bool {
    let named = value.contains("%(") && value.ends_with(")s");
    named || matches!(value, "%s" | "%d" | "%v" | "%q" | "%w" | "%@" | "{}" | "{0}" | "{1}" | "?")
}

/// `***`, `xxxx`, `REDACTED`.
pub(super) fn is_mask(value: &str) -> bool {
    let mut characters =
        value.chars().filter(|character| character.is_alphanumeric() || "*•●.#_?".contains(*character));
    let first = characters.next();
    let one_character =
        first.is_none_or(|first| characters.all(|character| character.eq_ignore_ascii_case(&first)));
    let starred =
        value.contains("***") || value.contains("•••") || value.to_ascii_lowercase().contains("xxxx");
    let lower = value.to_ascii_lowercase();
    one_character
        || starred
        || ["redacted", "masked", "hidden", "omitted", "removed", "scrubbed"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Words that examples write where the secret belongs.
fn is_word(value: &str) -> bool {
    let letters: String =
        value.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let own = letters.trim_start_matches("your").trim_start_matches("my").trim_start_matches("the");
    let own = own.trim_end_matches("here").trim_end_matches("goeshere");
    matches!(
        own,
        "" | "password"
            | "passwd"
            | "passphrase"
            | "pass"
            | "pwd"
            | "pw"
            | "secret"
            | "token"
            | "apikey"
            | "key"
            | "accesskey"
            | "secretkey"
            | "accesstoken"
            | "authtoken"
            | "clientsecret"
            | "secretaccesskey"
            | "apitoken"
            | "credential"
            | "credentials"
            | "placeholder"
            | "example"
            | "examplepassword"
            | "samplepassword"
            | "todo"
            | "tbd"
            | "tba"
            | "fixme"
            | "none"
            | "null"
            | "nil"
            | "na"
            | "undefined"
            | "empty"
            | "unset"
            | "notset"
            | "unknown"
            | "default"
            | "true"
            | "false"
            | "yes"
            | "no"
            | "on"
            | "off"
            | "enabled"
            | "disabled"
            | "required"
            | "optional"
            | "string"
            | "value"
            | "insert"
            | "replaceme"
            | "dbpassword"
            | "userpassword"
            | "username"
            | "user"
            | "foo"
            | "bar"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_and_values() {
        for (text, expected) in [
            ("", true),
            ("${var.x}", true),
            ("{{resolve:ssm:/x}}", true),
            ("$(DB_PASSWORD)", true),
            ("%DB_PASSWORD%", true),
            ("$DB_PASSWORD", true),
            ("!GetAtt Secret.Value", true),
            ("<password>", true),
            ("[REDACTED]", true),
            ("***", true),
            ("XXXX-XXXX", true),
            ("REDACTED", true),
            ("null", true),
            ("N/A", true),
            ("your-password-here", true),
            ("YOUR_API_KEY", true),
            ("password", true),
            ("%s", true),
            ("%(pass)s", true),
            ("(sensitive value)", true),
            ("changeme", false),
            ("admin@123", false),
            ("Tr0ub4dor&3", false),
            ("$ecretPa55", false),
            ("p4ssw0rdLong", false),
        ] {
            assert_eq!(stands_in(text), expected, "{text}");
        }
    }
}
