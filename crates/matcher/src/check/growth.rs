//! Counted repetitions are copies: inside of each other they multiply.

use regex_syntax::hir::{Hir, HirKind};

/// The most copies of a part of a regex, over all repetitions around it.
pub(super) const MOST_COPIES: u64 = 20_000;

/// The number of copies of the part that is copied most, where that is too many.
pub(super) fn too_many(regex: &Hir) -> Option<u64> {
    Some(copies(regex)).filter(|&copies| copies > MOST_COPIES)
}

fn copies(regex: &Hir) -> u64 {
    let most = |parts: &[Hir]| parts.iter().map(copies).max().unwrap_or(1);
    match regex.kind() {
        HirKind::Repetition(repetition) => {
            // Without an upper end the last copy is a loop.
            let own = repetition.max.unwrap_or(repetition.min + 1).max(1);
            copies(&repetition.sub).saturating_mul(u64::from(own))
        }
        HirKind::Capture(capture) => copies(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => most(parts),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_nesting_multiplies() {
        for (regex, expected) in [
            ("a", 1),
            ("a{5}b{7}", 7),
            ("(?:a{5}b){7}", 35),
            ("(a{2,5}){3,}", 20),
            ("(a*)*", 1),
            ("(?:(?:a{100}){100}|b){100}", 1_000_000),
        ] {
            assert_eq!(copies(&regex_syntax::parse(regex).unwrap()), expected, "{regex}");
        }
    }
}
