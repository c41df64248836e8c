//! Random text of the alphabets that tokens are made of.

use super::Make;
use super::random::{DIGITS, Random, UPPER_ALNUM};

/// Longest text that a placeholder gives.
const MOST: usize = 4096;

pub(super) const TABLE: &[(&str, Make)] = &[
    ("alpha", |random, length| text(ALPHA, length, random)),
    ("base32lower", |random, length| text(b"abcdefghijklmnopqrstuvwxyz234567", length, random)),
    ("base58", |random, length| text(BASE58, length, random)),
    ("base64url", |random, length| text(BASE64URL, length, random)),
    ("hexupper", |random, length| text(b"0123456789ABCDEF", length, random)),
    ("loweralnum", |random, length| text(b"0123456789abcdefghijklmnopqrstuvwxyz", length, random)),
    ("number", number),
    ("upperalnum", |random, length| text(UPPER_ALNUM, length, random)),
];

const ALPHA: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE58: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn count(length: &str) -> Option<usize> {
    length.parse().ok().filter(|length| (1..=MOST).contains(length))
}

/// Starts and ends with a letter or digit, so that it stays whole where punctuation ends a word.
fn text(alphabet: &[u8], length: &str, random: &mut Random) -> Option<String> {
    let length = count(length)?;
    let mut text = random.string(alphabet, length);
    let edges: Vec<u8> = alphabet.iter().copied().filter(u8::is_ascii_alphanumeric).collect();
    text.replace_range(..1, &random.string(&edges, 1));
    text.replace_range(length - 1.., &random.string(&edges, 1));
    Some(text)
}

/// Digits, the first of which is no zero.
fn number(random: &mut Random, length: &str) -> Option<String> {
    let rest = count(length)? - 1;
    Some(format!("{}{}", random.between(1, 9), random.string(DIGITS, rest)))
}

#[cfg(test)]
mod tests {
    use super::super::random::BASE62;
    use super::*;

    #[test]
    fn edges_are_letters_or_digits() {
        for seed in 0..200 {
            let text = text(BASE64URL, "6", &mut Random::new(seed)).unwrap();
            assert!(
                text.len() == 6
                    && BASE62.contains(&text.as_bytes()[0])
                    && BASE62.contains(&text.as_bytes()[5])
            );
        }
        assert_eq!(text(ALPHA, "0", &mut Random::new(1)), None);
    }
}
