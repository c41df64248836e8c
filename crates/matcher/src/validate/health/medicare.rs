//! Old claim numbers of Medicare: a social security number and a beneficiary code (CMS, withdrawn in 2020).

use crate::validate::ssn;

/// First letters of the codes: wage earner, wife, child, divorced wife, widow, parent, disabled, uninsured.
const CODES: &[u8] = b"ABCDEFHJKMTW";

/// Whether a match is the claim number of a beneficiary.
pub(super) fn claim_number(bytes: &[u8]) -> bool {
    let Some(code) = bytes.iter().position(u8::is_ascii_alphabetic) else { return false };
    ssn::valid(&bytes[..code]) && CODES.contains(&bytes[code].to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_social_security_number_and_a_code() {
        for (text, expected) in [
            ("536904399A", true),
            ("536-90-4399-B1", true),
            ("536904399Z", false),
            ("000904399A", false),
            ("536904399", false),
        ] {
            assert_eq!(claim_number(text.as_bytes()), expected, "{text}");
        }
    }
}
