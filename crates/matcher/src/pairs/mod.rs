//! Assignments inside a text: `password = "…"`, `"api_key": "…"`, `--token …`, `<secret>…</secret>`.
//!
//! What a record's key is to its value, the name is here: a pair is judged as a record of its own.

mod name;
mod separator;
mod value;

use model::Span;

/// A name and what is assigned to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) name: Span,
    pub(crate) value: Span,
    /// Whether quotes or tags tell where the value ends; otherwise it is one word.
    pub(crate) is_enclosed: bool,
}

/// The pair whose name holds the word at `place`.
pub(crate) fn at(text: &[u8], place: usize) -> Option<Pair> {
    let start = name::start(text, place)?;
    name::ends(text, place).find_map(|end| {
        let name = Span::new(start, end);
        let (value, is_enclosed) =
            separator::value_start(text, name).and_then(|form| value::of(text, form))?;
        (!value.is_empty()).then_some(Pair { name, value, is_enclosed })
    })
}

const fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

const fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// Where the bytes of a kind end that start at `place`, of which there are at most `most`.
fn skip(text: &[u8], place: usize, most: usize, is_of: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(place..).unwrap_or_default();
    place + rest.iter().take(most).take_while(|&&byte| is_of(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pair of the first word that holds `pass`, `key`, `token` or `secret`.
    fn pair(text: &str) -> Option<(&str, &str)> {
        let lower = text.to_ascii_lowercase();
        let place = ["pass", "key", "token", "secret"].iter().filter_map(|word| lower.find(word)).min()?;
        at(text.as_bytes(), place)
            .map(|Pair { name, value, .. }| (&text[name.start..name.end], &text[value.start..value.end]))
    }

    #[test]
    fn names_and_values_of_many_languages() {
        for (text, name, value) in [
            ("password=hunter2", "password", "hunter2"),
            ("DB_PASSWORD      = \"hunter2\"", "DB_PASSWORD", "hunter2"),
            ("x: 1, dbPassword: 'hunter 2'", "dbPassword", "hunter 2"),
            ("{\\\"password\\\":\\\"hunter2\\\"}", "password", "hunter2"),
            ("{\"password\" : \"hunter2\",", "password", "hunter2"),
            (":password   =>   'hunter2'", "password", "hunter2"),
            ("secret := `hunter2`", "secret", "hunter2"),
            ("String SECRET = @\"hunter2\";", "String SECRET", "hunter2"),
            ("config[\"password\"] = \"hunter2\"", "password", "hunter2"),
            ("apikey[]=\"hunter2\"", "apikey", "hunter2"),
            ("<password>hunter2</password>", "password", "hunter2"),
            ("<x password=\"hunter2\"/>", "password", "hunter2"),
            ("<add name=\"password\" value=\"hunter2\"/>", "password", "hunter2"),
            ("{\"name\":\"secret\",\"value\":\"hunter2\"}", "secret", "hunter2"),
            ("run --db-password hunter2 x", "db-password", "hunter2"),
            ("ENV DB_PASSWORD hunter2", "DB_PASSWORD", "hunter2"),
            ("\"ENV DB_PASSWORD hunter2\"", "DB_PASSWORD", "hunter2"),
            ("setx SECRET \"hunter2\"", "SECRET", "hunter2"),
            ("SECRET ?= hunter2", "SECRET", "hunter2"),
            ("password hunter2;", "password", "hunter2"),
            ("$env:SECRET = 'hunter2'", "SECRET", "hunter2"),
            ("https://x.io/?token=hunter2&b=1", "token", "hunter2"),
            ("curl -H 'X-Api-Token: hunter2' x", "X-Api-Token", "hunter2"),
            ("Authorize with token: Bearer hunter2", "token", "hunter2"),
            ("{'token': 'Token hunter2'}", "token", "hunter2"),
            ("the admin password is hunter2.", "the admin password", "hunter2"),
            ("password for root: hunter2, port 22", "password for root", "hunter2"),
            ("secret access key: hunter2", "secret access key", "hunter2"),
            ("(password: hunter2)", "password", "hunter2"),
            ("password=abc\\ndebug=1", "password", "abc"),
        ] {
            assert_eq!(pair(text), Some((name, value)), "{text}");
        }
    }

    #[test]
    fn what_assigns_nothing() {
        for text in [
            "password",
            "password policy",
            "password == x1",
            "if password != other",
            "class ReplicaSecret:\n    @property",
            "print(\"password: \" + x1)",
            "print('token:', x1)",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod-a1",
            "Secret::Value",
            "the password hunter2",
            "--password-stdin",
            "--token --verbose1",
            "password=\"\"",
        ] {
            let found = pair(text).filter(|(_, value)| !value.is_empty());
            assert_eq!(found, None, "{text}");
        }
    }
}
