//! Numbers of social insurance in Switzerland and Austria.

use super::{compact, weighted};

/// The Swiss AHV number: 756 and the check digit of an EAN-13.
pub(super) fn swiss_ahv(bytes: &[u8]) -> bool {
    compact::digits::<13>(bytes).is_some_and(|digits| {
        let sum = weighted::sum(&digits[..12], &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
        digits[..3] == [7, 5, 6] && digits[3..12] != [0; 9] && (10 - sum % 10) % 10 == u32::from(digits[12])
    })
}

/// The Austrian insurance number: serial, check digit in the fourth place, birthday.
pub(super) fn austrian_insurance(bytes: &[u8]) -> bool {
    compact::digits::<10>(bytes).is_some_and(|digits| {
        let pair = |place: usize| digits[place] * 10 + digits[place + 1];
        let sum = weighted::sum(&digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
        // Months from 13 on are given out when the serials of a day are used up.
        let is_day = (1..=31).contains(&pair(4)) && (1..=15).contains(&pair(6));
        digits[0] != 0 && is_day && sum % 11 == u32::from(digits[3])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swiss_numbers() {
        for (text, expected) in [
            ("756.9217.0769.85", true),
            ("7569217076985", true),
            ("756.9217.0769.84", false),
            ("755.9217.0769.86", false),
            ("756.9217.0769.8", false),
        ] {
            assert_eq!(swiss_ahv(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn austrian_numbers() {
        for (text, expected) in [
            ("1237 010180", true),
            ("1237010180", true),
            ("2237 010180", false),
            ("1238 010180", false),
            ("1237 320180", false),
        ] {
            assert_eq!(austrian_insurance(text.as_bytes()), expected, "{text}");
        }
    }
}
