//! Groups of digits that may be one number.

/// The most groups that one number has.
const MAX_GROUPS: usize = 10;
/// The most bytes in which the digits of a code are counted.
const MAX_CODE: usize = 40;
/// The most digits that one number has.
const MAX_DIGITS: usize = 32;

/// Bit `n` is set where some run of groups from the one at `start` on holds `n` digits in all.
///
/// Groups are joined by up to three of space, hyphen, dot, slash and parentheses.
pub(crate) fn totals(text: &[u8], start: usize) -> u64 {
    let mut counts = 0_u64;
    let mut n_digits = 0;
    let mut place = start;
    for _ in 0..MAX_GROUPS {
        let length =
            text[place..].iter().take(MAX_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
        n_digits += length;
        if length == 0 || n_digits > MAX_DIGITS {
            break;
        }
        counts |= 1 << n_digits;
        place += length;
        place += text[place..].iter().take(3).take_while(|byte| b" -./()".contains(byte)).count();
    }
    counts
}

/// Bits 1 to `n`, where the code whose first digit stands at `start` holds `n` digits.
///
/// A code is a run of letters and digits, with single spaces, hyphens, dots and slashes inside.
pub(crate) fn up_to_code(text: &[u8], start: usize) -> u64 {
    let window = &text[start..text.len().min(start + MAX_CODE)];
    let joins = |place: usize| {
        b" -./".contains(&window[place]) && window.get(place + 1).is_some_and(u8::is_ascii_alphanumeric)
    };
    let length = (0..window.len()).take_while(|&place| window[place].is_ascii_alphanumeric() || joins(place));
    let n_digits = length.filter(|&place| window[place].is_ascii_digit()).count();
    (2_u64 << n_digits.min(MAX_DIGITS)) - 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_counts_its_digits_across_letters() {
        let table: &[(&[u8], usize, u32)] = &[
            (b"RSSMRA85T10A562S", 6, 7),
            (b"1EG4-TE5-MK73", 0, 5),
            (b"C01234567, 2027", 1, 8),
            (b"12  34", 0, 2),
            (b"12-", 0, 2),
            (b"7", 0, 1),
        ];
        for (text, start, n_digits) in table {
            assert_eq!(up_to_code(text, *start), (2 << n_digits) - 2, "{}", text.escape_ascii());
        }
        assert_eq!(up_to_code(&[b'7'; 80], 0).count_ones(), 32);
    }

    #[test]
    fn every_run_of_groups_counts() {
        let table: &[(&[u8], &[usize])] = &[
            (b"536-90-4399", &[3, 5, 9]),
            (b"4539 1488 0343 6418", &[4, 8, 12, 16]),
            (b"49 (0) 89 1234", &[2, 3, 5, 9]),
            (b"123abc", &[3]),
            (b"1     2", &[1]),
        ];
        for (text, expected) in table {
            let mask = expected.iter().fold(0, |mask, n| mask | 1_u64 << n);
            assert_eq!(totals(text, 0), mask, "{}", text.escape_ascii());
        }
        assert_eq!(totals(&[b'7'; 40], 0), 0);
    }
}
