//! ISO 7064 MOD 11,10: the check digit of the German tax id and VAT id and of the Croatian OIB.

/// Whether the last digit is the check digit of those before it.
pub(super) fn mod_11_10(digits: &[u8]) -> bool {
    let Some((&check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, &digit| {
        let sum = match (u32::from(digit) + product) % 10 {
            0 => 10,
            sum => sum,
        };
        sum * 2 % 11
    });
    (product + u32::from(check)) % 10 == 1
}

/// Whether nine digits are the number of a German VAT id.
pub(super) fn german_vat(bytes: &[u8]) -> bool {
    super::compact::digits::<9>(bytes).is_some_and(|digits| digits[0] != 0 && mod_11_10(&digits))
}

/// Whether eleven digits are a Croatian OIB.
pub(super) fn croatian_oib(bytes: &[u8]) -> bool {
    super::compact::digits::<11>(bytes).is_some_and(|digits| digits[1..] != [0; 10] && mod_11_10(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_vat_ids() {
        for (text, expected) in
            [("DE136695976", true), ("DE136695978", false), ("DE 129 274 202", true), ("DE13669597", false)]
        {
            assert_eq!(german_vat(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn croatian_numbers() {
        for (text, expected) in
            [("33392005961", true), ("33392005962", false), ("94577403194", true), ("3339200596", false)]
        {
            assert_eq!(croatian_oib(text.as_bytes()), expected, "{text}");
        }
    }
}
