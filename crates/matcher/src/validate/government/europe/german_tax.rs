//! The German tax id (§ 139b AO): which digits repeat, and ISO 7064 MOD 11,10.

use super::{compact, iso7064};

/// Whether eleven digits are a tax id.
pub(super) fn id(bytes: &[u8]) -> bool {
    compact::digits::<11>(bytes)
        .is_some_and(|digits| digits[0] != 0 && one_repeats(&digits[..10]) && iso7064::mod_11_10(&digits))
}

/// Whether exactly one digit stands there two or three times; three in a row are not given out.
fn one_repeats(digits: &[u8]) -> bool {
    let mut counts = [0_u8; 10];
    for &digit in digits {
        counts[usize::from(digit)] += 1;
    }
    let mut repeated = counts.iter().filter(|&&count| count > 1);
    let one = matches!((repeated.next(), repeated.next()), (Some(2 | 3), None));
    one && !digits.windows(3).any(|three| three[0] == three[1] && three[1] == three[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for (text, expected) in [
            ("86095742719", true),
            ("36 574 261 809", true),
            ("65929970489", true),
            ("36574261890", false),
            ("36554266806", false),
            ("06095742719", false),
            ("3657426180", false),
        ] {
            assert_eq!(id(text.as_bytes()), expected, "{text}");
        }
    }
}
