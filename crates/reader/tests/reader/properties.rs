//! Random input against oracles.

use model::RawForm;
use proptest::prelude::*;
use reader::Sieve;
use serde_json::Value;

use crate::harness::{Everything, Run};

/// Accepts one byte.
struct Mark(usize, u8);

impl Sieve for Mark {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        out.extend(bytes.iter().position(|&byte| byte == self.1).filter(|_| self.0 < usize::MAX));
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        false
    }
}

fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ -~é\\n\"\\\\/\u{1F600}]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\é@]{1,5}", inner, 0..6).prop_map(Value::from_iter),
        ]
    })
}

/// All scalars with their paths, as `serde_json` sees them.
fn scalars(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => out.push((path.to_owned(), number.to_string())),
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                scalars(item, &format!("{path}[{index}]"), out);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                out.push((format!("{path}#key"), key.clone()));
                scalars(member, &path, out);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_is_read_as_serde_reads_it(value in document(), pretty: bool, block in 16_usize..3000) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        prop_assume!(value.is_object() || value.is_array());
        let mut expected = Vec::new();
        scalars(&value, "", &mut expected);
        // The lexer does not call an empty text a candidate.
        expected.retain(|(_, text)| !text.is_empty());
        let run = Run::blocks("a.json", text.as_bytes(), &mut Everything, block);
        let found: Vec<_> = run.found.iter().map(|found| (found.path.clone(), found.value.clone())).collect();
        let found: Vec<_> = found.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(run.notices.is_empty());
    }

    #[test]
    fn no_marked_byte_is_lost(
        lines in prop::collection::vec("[a-c =:\"'{}\\[\\](),#/.$@-]{0,24}", 1..12),
        name in prop::sample::select(vec!["a.txt", "a.tf", "a.yaml", "a.json", "a.jsonl", "a.csv"]),
        line in any::<prop::sample::Index>(),
        column in any::<prop::sample::Index>(),
    ) {
        let mut lines = lines;
        let line = line.index(lines.len());
        let column = column.index(lines[line].len() + 1);
        lines[line].insert(column, 'Z');
        let text = lines.join("\n");
        let run = Run::file(name, text.as_bytes(), &mut Mark(0, b'Z'));
        prop_assert!(
            run.found.iter().any(|found| found.value.contains('Z')),
            "{}: {:?}", name, text
        );
    }
}
