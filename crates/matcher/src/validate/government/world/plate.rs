//! Vehicle plates whose region can be tested.

use crate::validate::digits;

use super::alphanumeric;

/// Whether an Indian plate starts with a state, or is of the series that holds for the whole country.
pub(super) fn of_india(bytes: &[u8]) -> bool {
    let text = alphanumeric::of(bytes);
    text.get(..2).is_some_and(is_indian_state) || text.get(2..4) == Some(b"BH")
}

/// Whether a Turkish plate starts with one of the 81 provinces.
pub(super) fn of_turkey(bytes: &[u8]) -> bool {
    let digits = digits::of(bytes);
    digits.get(..2).is_some_and(|province| (1..=81).contains(&digits::number(province)))
}

/// Codes of Indian states and union territories, old ones among them.
pub(super) fn is_indian_state(code: &[u8]) -> bool {
    const STATES: &str = "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP UT WB";
    STATES.split(' ').any(|state| state.as_bytes() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates_of_known_regions() {
        for (text, expected) in [
            ("KA53ME3456", true),
            ("ka 53 me 3456", true),
            ("22 BH 1234 AA", true),
            ("QQ53ME3456", false),
            ("", false),
        ] {
            assert_eq!(of_india(text.as_bytes()), expected, "{text}");
        }
        for (text, expected) in
            [("34 ABC 123", true), ("81 A 12", true), ("82 ABC 123", false), ("00 A 12", false)]
        {
            assert_eq!(of_turkey(text.as_bytes()), expected, "{text}");
        }
    }
}
