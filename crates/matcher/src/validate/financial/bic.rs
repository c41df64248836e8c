//! Business identifier codes of banks (ISO 9362): a party, a country, a location, a branch.

use crate::validate::countries;

/// Whether a match is a code with a country in it, and no English word.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let is_code = matches!(bytes.len(), 8 | 11) && bytes.iter().all(u8::is_ascii_alphanumeric);
    // A location that ends in 0 belongs to a test system, one in 1 to a passive member: both are no leak.
    is_code
        && bytes[..6].iter().all(u8::is_ascii_uppercase)
        && !matches!(bytes[7], b'0')
        && std::str::from_utf8(&bytes[4..6]).is_ok_and(countries::exists)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_banks() {
        for (text, expected) in [
            ("DEUTDEFF500", true),
            ("DEUTDEFF", true),
            ("CHASUS33", true),
            ("BUKBGB22XXX", true),
            ("DEUTDEF0", false),
            ("DEUTZZFF", false),
            ("DEUTDEFF50", false),
            ("deutdeff", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
