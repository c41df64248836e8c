//! Previews that help to triage and cannot be turned back.

use model::{Mask, Span};

/// The preview of a match; `span` is the sensitive part of `whole`, counted from its start.
pub(crate) fn preview(mask: Mask, whole: &[u8], span: Span) -> String {
    let text = String::from_utf8_lossy(&whole[span.start..span.end]);
    match mask {
        Mask::Ends => ends(&text),
        Mask::Email => email(&text),
        Mask::Digits => digits(&text),
        Mask::Url => url(&String::from_utf8_lossy(whole)),
        Mask::Initials => initials(&text),
        Mask::All => "…".to_owned(),
    }
}

/// Four characters of each end of a token of 20 or more, one at the start of a shorter one of 8 or more.
fn ends(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    match characters.len() {
        20.. => {
            let (head, tail) = (&characters[..4], &characters[characters.len() - 4..]);
            format!("{}…{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
        }
        8.. => format!("{}…", characters[0]),
        _ => "…".to_owned(),
    }
}

/// First letter of the local part, first letter of the domain, and its last label.
fn email(text: &str) -> String {
    let Some((local, domain)) = text.rsplit_once('@') else { return ends(text) };
    let last_label = domain.rsplit_once('.').map_or("", |(_, label)| label);
    format!("{}…@{}….{last_label}", first(local), first(domain))
}

/// The last four letters or digits of nine or more, none of fewer; separators stay.
fn digits(text: &str) -> String {
    let total = text.chars().filter(|character| character.is_alphanumeric()).count();
    let hidden = if total >= 9 { total - 4 } else { total };
    let mut seen = 0;
    text.chars()
        .map(|character| {
            seen += usize::from(character.is_alphanumeric());
            if character.is_alphanumeric() && seen <= hidden { '•' } else { character }
        })
        .collect()
}

/// Scheme, start of the user name, start of the host; of a URL without a user the host and nothing of its path.
///
/// Of text that is no URL, the name before its `=`.
fn url(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else {
        return match text.split_once(['=', ':']) {
            Some((name, _)) => format!("{}=…", shortened(name, 24)),
            None => "…".to_owned(),
        };
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    match authority.rsplit_once('@') {
        Some((user, host)) => {
            let name = user.split(':').next().unwrap_or(user);
            format!("{}://{}:…@{}…", shortened(scheme, 16), shortened(name, 3), shortened(host, 2))
        }
        None => format!("{}://{}/…", shortened(scheme, 16), shortened(authority, 40)),
    }
}

/// The first letter of each word.
fn initials(text: &str) -> String {
    let letters: Vec<_> = text.split_whitespace().map(|word| format!("{}…", first(word))).collect();
    letters.join(" ")
}

fn first(text: &str) -> &str {
    shortened(text, 1)
}

fn shortened(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_shows_little() {
        let table: &[(Mask, &str, &str)] = &[
            (Mask::Ends, "AKIAIOSFODNN7EXAMPLE", "AKIA…MPLE"),
            (Mask::Ends, "hunter2", "…"),
            (Mask::Ends, "correct-horse", "c…"),
            (Mask::Email, "jane.doe@acme-corp.io", "j…@a….io"),
            (Mask::Digits, "536-90-4399", "•••-••-4399"),
            (Mask::Digits, "1984-07-22", "••••-••-••"),
            (Mask::Url, "postgres://svc_app:pw@db.internal:5432/x", "postgres://svc:…@db…"),
            (Mask::Url, "https://hooks.slack.com/services/T0/B0/x", "https://hooks.slack.com/…"),
            (Mask::Url, "password=hunter2", "password=…"),
            (Mask::Initials, "Søren Kjærgård", "S… K…"),
            (Mask::All, "anything", "…"),
        ];
        for (mask, text, expected) in table {
            assert_eq!(&preview(*mask, text.as_bytes(), Span::new(0, text.len())), expected);
        }
    }
}
