//! The slow twin of the search: texts instead of hashes, every pair of words instead of a filter.

use std::collections::BTreeSet;

use model::Span;
use proptest::prelude::*;

use super::chain::MAX_WORDS;
use super::words::{Word, folded};
use super::{Builder, Dictionary};

fn dictionary(values: &[String]) -> Dictionary {
    let mut builder = Builder::new(None, [5; 16]);
    for value in values {
        builder.add(value.as_bytes());
    }
    builder.finish().0
}

fn fast(dictionary: &Dictionary, text: &[u8]) -> Vec<Span> {
    let mut found = vec![];
    dictionary.find(text, &mut |span| found.push(span));
    found
}

/// A value by its definition: words, joined by a space but around digits.
fn spelled(words: &[(Word, String)]) -> String {
    let mut text = String::new();
    for (index, (word, letters)) in words.iter().enumerate() {
        if index > 0 && !words[index - 1].0.is_glued_to(word) {
            text.push(' ');
        }
        text.push_str(letters);
    }
    text
}

fn slow(values: &BTreeSet<String>, text: &[u8]) -> Vec<Span> {
    let words = folded(text);
    let mut found = vec![];
    for start in 0..words.len() {
        let most = words.len().min(start + MAX_WORDS as usize);
        let is_value = |end: &usize| {
            let spelled = spelled(&words[start..*end]);
            let is_number = spelled.bytes().all(|byte| byte.is_ascii_digit());
            let mut gaps = words[start..*end].windows(2).map(|pair| &text[pair[0].0.end..pair[1].0.start]);
            let is_grouped =
                gaps.all(|gap| gap.len() <= 2 && gap.iter().all(|byte| b" -./()".contains(byte)));
            let is_doubtful = is_number && end - start > 1 && !(is_grouped && spelled.len() > 8);
            values.contains(&spelled) && !is_doubtful
        };
        if let Some(end) = (start + 1..=most).rev().find(is_value) {
            found.push(Span::new(words[start].0.start, words[end - 1].0.end));
        }
    }
    found
}

/// Pieces of which texts and values are made, so that they meet.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["jane", "JANE", "Doe", "müller", "Mu\u{308}ller", "corp", "de", "x", "山田", "太"]),
        3 => prop::sample::select(vec!["12", "345678", "9", "a1", "DE89", "1234567890"]),
        5 => prop::sample::select(vec![" ", ".", "_", "@", "-", ", ", "%40", "(", "\u{301}", "•"]),
    ]
    .prop_map(str::to_owned)
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_what_its_slow_twin_finds(
        values in prop::collection::vec(text(8), 1..20),
        text in text(60),
    ) {
        let dictionary = dictionary(&values);
        let usable: BTreeSet<_> = values
            .iter()
            .filter(|value| !self::dictionary(std::slice::from_ref(value)).is_empty())
            .map(|value| spelled(&folded(value.as_bytes())))
            .collect();
        prop_assert_eq!(dictionary.len(), usable.len());
        prop_assert_eq!(fast(&dictionary, text.as_bytes()), slow(&usable, text.as_bytes()));
    }

    #[test]
    fn a_value_is_found_in_any_bytes(before in prop::collection::vec(any::<u8>(), 0..40), value in text(8)) {
        let dictionary = dictionary(std::slice::from_ref(&value));
        let words = folded(value.as_bytes());
        if dictionary.is_empty() {
            return Ok(());
        }
        let alone = fast(&dictionary, value.as_bytes());
        let text = [&before, &b" | "[..], value.as_bytes(), b" | x"].concat();
        let shift = before.len() + 3;
        let expected = alone.first().map(|span| span.start + shift);
        let found = fast(&dictionary, &text);
        prop_assert!(expected.is_none_or(|place| found.iter().any(|span| span.start == place)));
        prop_assert!(expected.is_some() || words.len() > 1, "a single word is always found");
    }
}

#[test]
fn values_are_found_however_they_are_written() {
    let values =
        ["Jane Doe", "j.roe@corp-mail.de", "GB29 NWBK 6016 1331 9268 19", "+49 170 1234567", "山田太郎"];
    let dictionary = dictionary(&values.map(str::to_owned));
    for (text, n_found) in [
        ("s3://scans/jane-doe-xray", 1),
        ("owner=JANE_DOE;", 1),
        ("Jane  \t Doé", 1),
        ("janedoe, jane d doe, jane", 0),
        ("ajane doe, jane does", 0),
        ("mailto:J.ROE%40corp-mail.de?x", 1),
        ("GB29NWBK60161331926819 gb29-nwbk-6016-1331-9268-19", 2),
        ("tel 49 (170) 123-4567, 491701234567", 2),
        ("[49, 170, 12345, 67]", 0),
        ("担当：山田 太郎様", 1),
        ("", 0),
    ] {
        assert_eq!(fast(&dictionary, text.as_bytes()).len(), n_found, "{text}");
    }
}
