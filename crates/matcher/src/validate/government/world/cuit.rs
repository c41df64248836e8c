//! Argentine tax numbers CUIL and CUIT: type, eight digits, check digit modulo 11 (AFIP).

use crate::validate::digits;

use super::weights;

/// Whether it is the number of a person.
pub(super) fn of_person(bytes: &[u8]) -> bool {
    passes(bytes, &[20, 23, 24, 25, 26, 27])
}

/// Whether it is the number of an organization.
pub(super) fn of_organization(bytes: &[u8]) -> bool {
    passes(bytes, &[30, 33, 34])
}

fn passes(bytes: &[u8], types: &[u32]) -> bool {
    let digits = digits::of(bytes);
    if digits.len() != 11 || !types.contains(&digits::number(&digits[..2])) {
        return false;
    }
    let check = (11 - weights::sum(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    // A rest of 10 has no digit: such a number is given out with another type instead.
    check == u32::from(digits[10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_and_organizations() {
        for (text, person, organization) in [
            ("20-05536168-2", true, false),
            ("20267565393", true, false),
            ("20-05536168-3", false, false),
            ("30-50001091-2", false, true),
            ("30-50001091-3", false, false),
            ("50-05536168-2", false, false),
            ("20-0553616-2", false, false),
        ] {
            assert_eq!(of_person(text.as_bytes()), person, "{text}");
            assert_eq!(of_organization(text.as_bytes()), organization, "{text}");
        }
    }
}
