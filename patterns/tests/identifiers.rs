//! Every known identifier has a detector, or a reason why it has none.

use std::collections::BTreeSet;

use patterns::{Coverage, builtin, coverage, identifiers, not_covered};

#[test]
fn every_identifier_is_covered_or_has_a_reason() {
    let holes: Vec<_> = identifiers()
        .into_iter()
        .filter(|row| coverage(&row.id, builtin()) == Coverage::None)
        .map(|row| row.id)
        .collect();
    assert!(holes.is_empty(), "neither a detector nor an entry in NOT_COVERED.md: {holes:?}");
}

#[test]
fn the_list_is_whole_and_its_quotes_are_gone() {
    let rows = identifiers();
    let ids: BTreeSet<_> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!((rows.len(), ids.len()), (278, 278));
    let quoted = rows.iter().find(|row| row.id == "aws_access_key_id");
    assert!(quoted.is_some_and(|row| row.format.starts_with("20 chars: AKIA (long-term) or")), "{quoted:?}");
    let two = rows.iter().find(|row| row.id == "cz_sk_rodne_cislo");
    assert!(
        two.is_some_and(|row| row.country == "CZ,SK" && row.format.starts_with("9-10 digits")),
        "{two:?}"
    );
    assert!(rows.iter().all(|row| !row.category.is_empty() && !row.format.starts_with('"')));
}

#[test]
fn reasons_are_given_for_known_rows_alone() {
    let known: BTreeSet<_> = identifiers().into_iter().map(|row| row.id).collect();
    for (id, reason) in not_covered() {
        assert!(known.contains(id), "{id} is no row of identifiers.csv");
        assert!(reason.len() >= 20, "{id}: {reason:?} is no reason");
    }
}
