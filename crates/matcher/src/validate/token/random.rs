//! What every token must be, whoever gives it: random, and no filler of a document.

use super::super::entropy;

/// Whether the part behind the prefix is random.
pub(super) fn valid(bytes: &[u8]) -> bool {
    bytes.len() >= 16 && bytes.is_ascii() && looks_random(body(bytes))
}

/// The part behind the last separator in the first third, where prefixes end: `sk-proj-`, `lin_api_`, `dp.pt.`.
fn body(bytes: &[u8]) -> &[u8] {
    let third = &bytes[..bytes.len() / 3];
    let separator = third.iter().rposition(|byte| !byte.is_ascii_alphanumeric());
    &bytes[separator.map_or(0, |separator| separator + 1)..]
}

/// Whether a text could come out of a generator: no words, no rows of one character, no alphabet in its order.
pub(super) fn looks_random(bytes: &[u8]) -> bool {
    bytes.len() >= 8
        && entropy::bits(bytes) >= least_entropy(bytes.len())
        && longest_row(bytes) <= (bytes.len() / 4).max(6)
        && n_steps(bytes) * 2 < bytes.len()
        && !has_filler(bytes)
        && !is_words(bytes)
}

/// Bits a character that all but one of some ten thousand random hexadecimal texts of that length have.
fn least_entropy(length: usize) -> f64 {
    match length {
        0..16 => 1.8,
        16..24 => 2.4,
        24..32 => 2.7,
        _ => 3.0,
    }
}

/// Length of the longest row of one character.
fn longest_row(bytes: &[u8]) -> usize {
    bytes.chunk_by(u8::eq_ignore_ascii_case).map(<[u8]>::len).max().unwrap_or_default()
}

/// How often a character is followed by the next one of the alphabet: `abcd`, `1234`.
fn n_steps(bytes: &[u8]) -> usize {
    let is_next = |pair: &&[u8]| {
        let (first, second) = (pair[0].to_ascii_lowercase(), pair[1].to_ascii_lowercase());
        second == first.wrapping_add(1) || (first, second) == (b'9', b'0') || (first, second) == (b'9', b'a')
    };
    bytes.windows(2).filter(is_next).count()
}

/// Words that documents write into tokens; each is so long that random text all but never holds it.
fn has_filler(bytes: &[u8]) -> bool {
    const FILLERS: &[&str] = &[
        "xxxx",
        "example",
        "placeholder",
        "redacted",
        "replace",
        "changeme",
        "dummy",
        "sample",
        "insert",
        "your_",
        "your-",
        "yourtoken",
        "yourkey",
        "yourapi",
        "youraccess",
        "fake_",
        "fake-",
        "faketoken",
        "notreal",
        "invalid",
        "secretkey",
        "mytoken",
        "testtoken",
        "foobar",
        "deadbeefdeadbeef",
    ];
    let lower = bytes.to_ascii_lowercase();
    FILLERS.iter().any(|filler| memchr::memmem::find(&lower, filler.as_bytes()).is_some())
}

/// Whether all parts are words or small numbers: `prefix_for_billing_v2`, `us-east-1`.
fn is_words(bytes: &[u8]) -> bool {
    bytes.split(|byte| !byte.is_ascii_alphanumeric()).all(is_word)
}

fn is_word(part: &[u8]) -> bool {
    let n_letters = part.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, tail) = part.split_at(n_letters);
    let n_capitals = letters.iter().skip(1).filter(|byte| byte.is_ascii_uppercase()).count();
    let one_case = n_capitals == 0 || n_capitals + 1 == n_letters;
    tail.len() <= 8 && tail.iter().all(u8::is_ascii_digit) && one_case
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_and_filler() {
        for (text, expected) in [
            ("9aKq2mXw7vLz4RtNbY1cPdEfGh5J", true),
            ("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", true),
            ("dop_v1_7c1f0a5290d4e1b8a3c6f2d97e5b40816fa2c3d4b5e697801f2a3b4c5d6e7f80", true),
            ("sk-ant-api03-Zq_7-Rk2vLz4TtNbY1cPdEf5GhJk8qA3sW6yU0", true),
            ("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", true),
            ("sk_live_xxxxxxxxxxxxxxxxxxxxxxxx", false),
            ("glpat-aaaaaaaabbbbbbbbcccc", false),
            ("dop_v1_0000000000000000000000000000000000000000000000000000000000000000", false),
            ("dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false),
            ("npm_abcdefghijklmnopqrstuvwxyz0123456789", false),
            ("hf_EXAMPLEqWeRtYuIoPaSdFgHjKlZxCvBnMq", false),
            ("sk_live_prefix_for_the_billing_service", false),
            ("pat-na1-migration-of-customer-records-2024", false),
            ("sk-proj-your-openai-key-goes-right-here-42", false),
            ("glpat-customerbillingplatformqueue", false),
            ("short_1a2b", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn hardly_a_random_text_is_lost() {
        // SplitMix64, as in the placeholders, over hexadecimal texts: the poorest alphabet that tokens use.
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let word = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            word ^ (word >> 31)
        };
        for length in [16, 20, 24, 32, 40, 64] {
            let lost = (0..4000).filter(|_| {
                let text: Vec<u8> =
                    (0..length).map(|_| b"0123456789abcdef"[(next() >> 60) as usize]).collect();
                !looks_random(&text)
            });
            assert!(lost.count() <= 4, "{length}");
        }
    }
}
