//! Polish numbers: PESEL of persons and NIP of tax payers.

use super::{calendar, compact, weighted};
use crate::validate::digits;

/// A PESEL: a birthday whose month tells the century, and a check digit.
pub(super) fn pesel(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes).is_some_and(|digits| {
        let pair = |place: usize| u32::from(digits[place] * 10 + digits[place + 1]);
        let century = [1900, 2000, 2100, 2200, 1800][(pair(2) / 20) as usize];
        let sum = weighted::sum(&digits[..10], &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
        calendar::is_day(century + pair(0), pair(2) % 20, pair(4))
            && (10 - sum % 10) % 10 == u32::from(digits[10])
    })
}

/// A NIP: weights modulo 11, where 10 is not given out.
pub(super) fn nip(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[..9], &[6, 5, 7, 2, 3, 4, 5, 6, 7]);
        !digits::all_same(&digits) && digits[0] != 0 && sum % 11 == u32::from(digits[9])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons() {
        for (text, expected) in [
            ("44051401359", true),
            ("02070803628", true),
            ("44051401358", false),
            ("44991401359", false),
            ("44053201352", false),
            ("4405140135", false),
        ] {
            assert_eq!(pesel(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn tax_payers() {
        for (text, expected) in
            [("5261040828", true), ("PL 856-734-62-15", true), ("8567346216", false), ("0000000000", false)]
        {
            assert_eq!(nip(text.as_bytes()), expected, "{text}");
        }
    }
}
