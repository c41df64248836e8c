//! Groups of digits that may be one number.

/// The most groups that one number has.
const MAX_GROUPS: usize = 10;
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

#[cfg(test)]
mod tests {
    use super::*;

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
