//! International bank account numbers (ISO 13616): length and form per country, and mod 97.

/// Whether a match is an account number of its country.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let compact: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii_alphanumeric).collect();
    let Some((head, account)) = compact.split_first_chunk::<4>() else { return false };
    let check = u32::from(head[2].wrapping_sub(b'0')) * 10 + u32::from(head[3].wrapping_sub(b'0'));
    (2..=98).contains(&check) && has_form_of_country(&head[..2], account) && mod_97(head, account) == 1
}

fn has_form_of_country(country: &[u8], account: &[u8]) -> bool {
    let row = COUNTRIES.binary_search_by(|(code, _)| code.as_bytes().cmp(country));
    row.is_ok_and(|index| has_form(COUNTRIES[index].1, account))
}

/// Whether an account part reads as its form says: `4a14n` is four capitals, then fourteen digits.
fn has_form(form: &str, account: &[u8]) -> bool {
    let mut rest = account;
    for part in form.split_inclusive(|letter: char| letter.is_ascii_alphabetic()) {
        let (length, class) = part.split_at(part.len() - 1);
        let length = length.parse().expect("the table writes a length before each class");
        let Some((field, tail)) = rest.split_at_checked(length) else { return false };
        let fits: fn(&u8) -> bool = match class {
            "n" => u8::is_ascii_digit,
            "a" => u8::is_ascii_uppercase,
            _ => u8::is_ascii_alphanumeric,
        };
        if !field.iter().all(fits) {
            return false;
        }
        rest = tail;
    }
    rest.is_empty()
}

/// The account, then the head, read as one number with A = 10 … Z = 35.
fn mod_97(head: &[u8], account: &[u8]) -> u32 {
    account.iter().chain(head).fold(0, |rest, &byte| match char::from(byte).to_digit(36).unwrap_or(0) {
        letter @ 10.. => (rest * 100 + letter) % 97,
        digit => (rest * 10 + digit) % 97,
    })
}

/// Country and form of its account part: `n` digits, `a` capitals, `c` both. Sorted.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str)] = &[
    ("AD", "8n12c"), ("AE", "19n"), ("AL", "8n16c"), ("AT", "16n"), ("AZ", "4a20c"), ("BA", "16n"),
    ("BE", "12n"), ("BG", "4a6n8c"), ("BH", "4a14c"), ("BI", "23n"), ("BR", "23n1a1c"), ("BY", "4c4n16c"),
    ("CH", "5n12c"), ("CR", "18n"), ("CY", "8n16c"), ("CZ", "20n"), ("DE", "18n"), ("DJ", "23n"),
    ("DK", "14n"), ("DO", "4c20n"), ("EE", "16n"), ("EG", "25n"), ("ES", "20n"), ("FI", "14n"),
    ("FK", "2a12n"), ("FO", "14n"), ("FR", "10n11c2n"), ("GB", "4a14n"), ("GE", "2a16n"), ("GI", "4a15c"),
    ("GL", "14n"), ("GR", "7n16c"), ("GT", "24c"), ("HN", "4a20n"), ("HR", "17n"), ("HU", "24n"), ("IE", "4a14n"),
    ("IL", "19n"), ("IQ", "4a15n"), ("IS", "22n"), ("IT", "1a10n12c"), ("JO", "4a4n18c"), ("KW", "4a22c"),
    ("KZ", "3n13c"), ("LB", "4n20c"), ("LC", "4a24c"), ("LI", "5n12c"), ("LT", "16n"), ("LU", "3n13c"),
    ("LV", "4a13c"), ("LY", "21n"), ("MC", "10n11c2n"), ("MD", "20c"), ("ME", "18n"), ("MK", "3n10c2n"),
    ("MN", "16n"), ("MR", "23n"), ("MT", "4a5n18c"), ("MU", "4a19n3a"), ("NI", "4a20n"), ("NL", "4a10n"),
    ("NO", "11n"), ("OM", "3n16c"), ("PK", "4a16c"), ("PL", "24n"), ("PS", "4a21c"), ("PT", "21n"),
    ("QA", "4a21c"), ("RO", "4a16c"), ("RS", "18n"), ("RU", "14n15c"), ("SA", "2n18c"), ("SC", "4a20n3a"),
    ("SD", "14n"), ("SE", "20n"), ("SI", "15n"), ("SK", "20n"), ("SM", "1a10n12c"), ("SN", "2a22n"),
    ("SO", "19n"), ("ST", "21n"), ("SV", "4a20n"), ("TL", "19n"), ("TN", "20n"), ("TR", "5n1n16c"),
    ("UA", "6n19c"), ("VA", "18n"), ("VG", "4a16n"), ("XK", "16n"), ("YE", "4a4n18c"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_registry() {
        for (text, expected) in [
            ("GB85BUKB20201512345678", true),
            ("GB85 BUKB 2020 1512 3456 78", true),
            ("NL91ABNA0417164300", true),
            ("DE44500105175407324931", true),
            ("FR1420041010050500013M02606", true),
            ("NO9386011117947", true),
            ("BE68539007547034", true),
            ("AT611904300234573201", true),
            ("MT84MALT011000012345MTLCAST001S", true),
            ("LC55HEMM000100010012001200023015", true),
            ("GB00BUKB20201512345678", false),
            ("GB86BUKB20201512345678", false),
            ("GB85BUKB2020151234567", false),
            ("NL91ABN10417164300", false),
            ("XX91ABNA0417164300", false),
            ("DE", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn table_is_sorted_and_well_formed() {
        assert!(COUNTRIES.is_sorted());
        assert!(COUNTRIES.iter().all(|(_, form)| !has_form(form, b"")));
    }
}
