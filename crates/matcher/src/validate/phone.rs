//! Phone numbers by numbering plan (ITU-T E.164, North American Numbering Plan).

use std::ops::RangeInclusive;

use super::digits;

/// Whether a number behind a plus has a country code and a length that the country uses.
pub(super) fn international(bytes: &[u8]) -> bool {
    let digits = trunk_zero_removed(bytes);
    if digits.len() > 15 || digits.is_empty() || digits::all_same(&digits[1..]) {
        return false;
    }
    (1..=3).any(|length| {
        let Some((code, national)) = digits.split_at_checked(length) else { return false };
        PLANS.binary_search_by_key(&digits::number(code), |plan| plan.0).is_ok_and(|index| {
            let dialled = !national.starts_with(&[0, 0]) && (code != [1] || north_american(national));
            dialled && PLANS[index].1.contains(&national.len())
        })
    })
}

/// Whether a number without country code can be dialled somewhere.
pub(super) fn national(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    let separated = bytes.iter().any(|byte| !byte.is_ascii_digit());
    if digits.len() < 2
        || digits::all_same(&digits[1..])
        || digits::ascending(&digits)
        || groups(bytes) == [3, 2, 4]
        || (groups(bytes) == [3, 3, 4] && digits[0] != 0 && !north_american(&digits))
    {
        return false;
    }
    match (digits.len(), digits.as_slice()) {
        (9..=12, [0, 1..=9, ..]) | (9, [5..=9, ..]) | (11, [1, 3..=9, ..] | [8, ..]) => true,
        (11, [1, rest @ ..]) if north_american(rest) => true,
        (12..=15, [0, 0, rest @ ..]) => rest[0] != 0,
        (10, [2..=9, ..]) => north_american(&digits) || digits[0] >= 6 || separated,
        (10, [1, 1..=9, ..]) | (11, [1..=9, 1..=9, ..]) => separated,
        _ => false,
    }
}

/// `+44 (0)20 …` is dialled without the zero in parentheses.
fn trunk_zero_removed(bytes: &[u8]) -> Vec<u8> {
    match bytes.windows(3).position(|window| window == b"(0)") {
        Some(at) => digits::of(&[&bytes[..at], &bytes[at + 3..]].concat()),
        None => digits::of(bytes),
    }
}

/// Ten digits: area and exchange start at 2, neither is a service code, and 555-01xx is for films.
fn north_american(digits: &[u8]) -> bool {
    let [area @ 2..=9, area_second, area_third, exchange @ 2..=9, second, third, line @ ..] = digits else {
        return false;
    };
    let service = |second: u8, third: u8| second == 1 && third == 1;
    let fictional = (*exchange, *second, *third) == (5, 5, 5) && line.starts_with(&[0, 1]);
    line.len() == 4
        && *area > 1
        && !service(*area_second, *area_third)
        && !service(*second, *third)
        && !fictional
}

/// Lengths of the groups of digits. Three, two and four are a social security number.
fn groups(bytes: &[u8]) -> Vec<usize> {
    bytes.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).filter(|&length| length > 0).collect()
}

/// Country code and lengths of national numbers. Sorted.
#[rustfmt::skip]
const PLANS: &[(u32, RangeInclusive<usize>)] = &[
    (1, 10..=10), (7, 10..=10), (20, 8..=10), (27, 9..=9), (30, 10..=10), (31, 9..=9), (32, 8..=9), (33, 9..=9),
    (34, 9..=9), (36, 8..=9), (39, 6..=11), (40, 9..=9), (41, 9..=9), (43, 6..=13), (44, 9..=10), (45, 8..=8),
    (46, 7..=10), (47, 8..=8), (48, 9..=9), (49, 6..=12), (51, 8..=9), (52, 10..=11), (53, 6..=8), (54, 10..=11),
    (55, 10..=11), (56, 9..=9), (57, 8..=10), (58, 10..=10), (60, 8..=10), (61, 9..=9), (62, 7..=12), (63, 8..=10),
    (64, 8..=10), (65, 8..=8), (66, 8..=9), (81, 9..=10), (82, 8..=11), (84, 9..=10), (86, 10..=11), (90, 10..=10),
    (91, 10..=10), (92, 9..=10), (93, 9..=9), (94, 9..=9), (95, 7..=10), (98, 10..=10), (211, 9..=9), (212, 9..=9),
    (213, 8..=9), (216, 8..=8), (218, 8..=9), (220, 7..=7), (221, 9..=9), (222, 8..=8), (223, 8..=8), (224, 8..=9),
    (225, 8..=10), (226, 8..=8), (227, 8..=8), (228, 8..=8), (229, 8..=10), (230, 7..=8), (231, 7..=9), (232, 8..=8),
    (233, 9..=9), (234, 8..=10), (235, 8..=8), (236, 8..=8), (237, 8..=9), (238, 7..=7), (239, 7..=7), (240, 9..=9),
    (241, 7..=8), (242, 9..=9), (243, 9..=9), (244, 9..=9), (245, 7..=9), (246, 7..=7), (247, 4..=6), (248, 7..=7),
    (249, 9..=9), (250, 8..=9), (251, 9..=9), (252, 7..=9), (253, 8..=8), (254, 9..=10), (255, 9..=9), (256, 9..=9),
    (257, 8..=8), (258, 8..=9), (260, 9..=9), (261, 9..=9), (262, 9..=9), (263, 8..=10), (264, 8..=9), (265, 7..=9),
    (266, 8..=8), (267, 7..=8), (268, 8..=8), (269, 7..=7), (290, 4..=5), (291, 7..=7), (297, 7..=7), (298, 6..=6),
    (299, 6..=6), (350, 8..=8), (351, 9..=9), (352, 6..=11), (353, 7..=9), (354, 7..=9), (355, 8..=9), (356, 8..=8),
    (357, 8..=8), (358, 6..=11), (359, 8..=9), (370, 8..=8), (371, 8..=8), (372, 7..=8), (373, 8..=8), (374, 8..=8),
    (375, 9..=9), (376, 6..=9), (377, 8..=9), (378, 6..=10), (380, 9..=9), (381, 8..=9), (382, 8..=8), (383, 8..=9),
    (385, 8..=9), (386, 8..=8), (387, 8..=8), (389, 8..=8), (420, 9..=9), (421, 9..=9), (423, 7..=9), (500, 5..=5),
    (501, 7..=7), (502, 8..=8), (503, 8..=8), (504, 8..=8), (505, 8..=8), (506, 8..=8), (507, 7..=8), (508, 6..=6),
    (509, 8..=8), (590, 9..=9), (591, 8..=8), (592, 7..=7), (593, 8..=9), (594, 9..=9), (595, 9..=9), (596, 9..=9),
    (597, 6..=7), (598, 8..=8), (599, 7..=8), (670, 7..=8), (672, 6..=6), (673, 7..=7), (674, 7..=7), (675, 7..=8),
    (676, 5..=7), (677, 5..=7), (678, 5..=7), (679, 7..=7), (680, 7..=7), (681, 6..=6), (682, 5..=5), (683, 4..=7),
    (685, 5..=10), (686, 5..=8), (687, 6..=6), (688, 5..=7), (689, 8..=8), (690, 4..=7), (691, 7..=7), (692, 7..=7),
    (800, 8..=8), (808, 8..=8), (850, 8..=10), (852, 8..=8), (853, 8..=8), (855, 8..=9), (856, 8..=10), (870, 9..=9),
    (880, 8..=10), (881, 8..=9), (882, 7..=12), (883, 9..=12), (886, 8..=9), (960, 7..=7), (961, 7..=8), (962, 8..=9),
    (963, 8..=9), (964, 8..=10), (965, 8..=8), (966, 8..=9), (967, 7..=9), (968, 8..=8), (970, 8..=9), (971, 8..=9),
    (972, 8..=9), (973, 8..=8), (974, 7..=8), (975, 7..=8), (976, 8..=8), (977, 8..=10), (992, 9..=9), (993, 8..=8),
    (994, 9..=9), (995, 9..=9), (996, 9..=9), (998, 9..=9),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn international_numbers() {
        for (text, expected) in [
            ("+1 415 555 2671", true),
            ("+1 (415) 555-2671", true),
            ("+44 20 7946 0958", true),
            ("+44 (0)20 7946 0958", true),
            ("+33 1 42 68 53 00", true),
            ("+34 612 345 678", true),
            ("+55 11 98456-5666", true),
            ("+49 30 901820", true),
            ("+1 115 555 2671", false),
            ("+1 415 555 0142", false),
            ("+1 415 555 267", false),
            ("+999 123 456 789", false),
            ("+0 415 555 2671", false),
            ("+44 00 0000 0000", false),
            ("+1", false),
        ] {
            assert_eq!(international(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn national_numbers() {
        for (text, expected) in [
            ("415-555-2671", true),
            ("(415) 555-2671", true),
            ("1-415-555-2671", true),
            ("020 7946 0958", true),
            ("01 42 68 53 00", true),
            ("030 901820", true),
            ("612 345 678", true),
            ("13812345678", true),
            ("11 98456-5666", true),
            ("082 123 4567", true),
            ("000-000-0000", false),
            ("111-222-3333", false),
            ("123-456-7890", false),
            ("1705311008", false),
            ("536-90-4399", false),
            ("20240115", false),
            ("911", false),
        ] {
            assert_eq!(national(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn plans_are_sorted() {
        assert!(PLANS.is_sorted_by_key(|plan| plan.0));
    }
}
