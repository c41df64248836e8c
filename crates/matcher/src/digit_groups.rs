//! Groups of digits that may be one number.

/// The most groups that one number has.
const MAX_GROUPS: usize = 10;
/// The most bytes in which the digits of a code are counted.
const MAX_CODE: usize = 40;
/// The most digits that one number has.
pub(crate) const MAX_DIGITS: usize = 32;

/// Calls `on_total` with the count of digits of each run of groups from the one at `start` on, ascending.
///
/// Groups are joined by up to three of space, hyphen, dot, slash and parentheses.
pub(crate) fn each_total(text: &[u8], start: usize, mut on_total: impl FnMut(usize)) {
    let mut n_digits = 0;
    let mut place = start;
    for _ in 0..MAX_GROUPS {
        let length =
            text[place..].iter().take(MAX_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
        n_digits += length;
        if length == 0 || n_digits > MAX_DIGITS {
            break;
        }
        on_total(n_digits);
        place += length;
        place += text[place..].iter().take(3).take_while(|byte| b" -./()".contains(byte)).count();
    }
}

/// How many digits the code whose first digit stands at `start` holds, 32 at most.
///
/// A code is a run of letters and digits, with single spaces, hyphens, dots and slashes inside.
pub(crate) fn of_code(text: &[u8], start: usize) -> usize {
    let window = &text[start..text.len().min(start + MAX_CODE)];
    let mut n_digits = 0;
    for (place, byte) in window.iter().enumerate() {
        n_digits += usize::from(byte.is_ascii_digit());
        let joins = || b" -./".contains(byte) && window.get(place + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !byte.is_ascii_alphanumeric() && !joins() {
            break;
        }
    }
    n_digits.min(MAX_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_counts_its_digits_across_letters() {
        let table: &[(&[u8], usize, usize)] = &[
            (b"RSSMRA85T10A562S", 6, 7),
            (b"1EG4-TE5-MK73", 0, 5),
            (b"C01234567, 2027", 1, 8),
            (b"12  34", 0, 2),
            (b"12-", 0, 2),
            (b"7", 0, 1),
        ];
        for (text, start, n_digits) in table {
            assert_eq!(of_code(text, *start), *n_digits, "{}", text.escape_ascii());
        }
        assert_eq!(of_code(&[b'7'; 80], 0), 32);
    }

    fn totals(text: &[u8]) -> Vec<usize> {
        let mut totals = Vec::new();
        each_total(text, 0, |total| totals.push(total));
        totals
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
            assert_eq!(totals(text), *expected, "{}", text.escape_ascii());
        }
        assert_eq!(totals(&[b'7'; 40]), []);
    }
}
