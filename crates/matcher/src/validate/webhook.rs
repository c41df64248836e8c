//! URLs of incoming webhooks, whose last part is the secret.

use super::entropy;

/// Whether the longest random part is no row of X or of zeros.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let part = bytes.split(|byte| b"/?&=".contains(byte)).max_by_key(|part| part.len()).unwrap_or_default();
    entropy::bits(part) > 3.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_letter_are_examples() {
        for (tail, expected) in [("9aK2mQxT5vWz8RbN1cYd7LpE", true), ("XXXXXXXXXXXXXXXXXXXXXXXX", false)] {
            let url = format!("https://hooks.slack.com/services/T024F7ZQ1/B03PLX8RU/{tail}");
            assert_eq!(valid(url.as_bytes()), expected, "{tail}");
        }
    }
}
