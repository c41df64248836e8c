//! The words of `keys` and `veto`: groups, and vetoes that stand next to a key word.

use super::Groups;

/// Puts the words of each `@group` in its place.
pub(super) fn keys(entries: &[String], groups: &Groups) -> Result<Vec<String>, String> {
    let mut words = Vec::with_capacity(entries.len());
    for entry in entries {
        words.extend(resolve(entry, groups)?);
    }
    Ok(words)
}

/// As `keys`; `* word` is a veto behind a key phrase, `word *` one right before it.
///
/// So `api_key_id` is about a key, and `max_tokens` is a number. Of two phrases the longer wins, and of equal ones
/// the later, so `* word` is the word itself where keys are single words, and takes the end of longer ones along.
pub(super) fn vetoes(entries: &[String], keys: &[String], groups: &Groups) -> Result<Vec<String>, String> {
    let mut phrases = Vec::with_capacity(entries.len());
    for entry in entries {
        if let Some(word) = entry.strip_prefix("* ") {
            let words = resolve(word, groups)?;
            let tails = distinct(keys.iter().filter_map(|key| key.split_once(' ')).map(|(_, tail)| tail));
            phrases
                .extend(tails.iter().flat_map(|tail| words.iter().map(move |word| format!("{tail} {word}"))));
            phrases.extend(words.iter().cloned());
        } else if let Some(word) = entry.strip_suffix(" *") {
            let words = resolve(word, groups)?;
            let heads = distinct(keys.iter().filter_map(|key| key.split(' ').next()));
            phrases
                .extend(heads.iter().flat_map(|head| words.iter().map(move |word| format!("{word} {head}"))));
        } else {
            phrases.extend(resolve(entry, groups)?);
        }
    }
    Ok(phrases)
}

fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<_> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn resolve(entry: &str, groups: &Groups) -> Result<Vec<String>, String> {
    let Some(name) = entry.strip_prefix('@') else { return Ok(vec![entry.to_owned()]) };
    groups.get(name).cloned().ok_or_else(|| {
        let known: Vec<_> = groups.keys().map(|name| format!("`@{name}`")).collect();
        format!("unknown word group `{entry}`, expected one of {}", known.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn groups_and_neighbours_are_spelled_out() {
        let groups = Groups::from([("meta".to_owned(), owned(&["id", "name"]))]);
        let keys = owned(&["token", "api key"]);
        let table: &[(&str, &[&str])] = &[
            ("id", &["id"]),
            ("@meta", &["id", "name"]),
            ("* id", &["key id", "id"]),
            ("no *", &["no api", "no token"]),
            ("* @meta", &["key id", "key name", "id", "name"]),
        ];
        for (entry, expected) in table {
            assert_eq!(vetoes(&owned(&[entry]), &keys, &groups).unwrap(), *expected, "{entry}");
        }
        assert!(vetoes(&owned(&["* @none"]), &keys, &groups).unwrap_err().contains("`@meta`"));
    }
}
