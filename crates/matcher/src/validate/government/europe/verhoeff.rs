//! Verhoeff's check digit over the dihedral group of order ten (Verhoeff 1969).

const PRODUCT: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];

const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Whether digits, the check digit last, pass.
pub(super) fn passes(digits: &[u8]) -> bool {
    let permuted =
        |digit: u8, times: usize| (0..times % 8).fold(digit, |digit, _| PERMUTATION[usize::from(digit)]);
    let product = |sum: u8, (place, &digit): (usize, &u8)| {
        PRODUCT[usize::from(sum)][usize::from(permuted(digit, place))]
    };
    !digits.is_empty() && digits.iter().rev().enumerate().fold(0, product) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_literature() {
        for (digits, expected) in [
            (&[2, 3, 6, 3][..], true),
            (&[2, 3, 6, 4], false),
            (&[1, 2, 3, 4, 5, 1], true),
            (&[2, 1, 3, 4, 5, 1], false),
        ] {
            assert_eq!(passes(digits), expected, "{digits:?}");
        }
    }
}
