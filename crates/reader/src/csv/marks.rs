//! Where quotes, newlines and delimiters stand in 64 bytes.
//!
//! Eight bytes in a register, because vectors would need `unsafe` or another crate, which is faster by half only.

/// Bit masks; bit `i` stands for byte `i`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) quotes: u64,
    pub(super) newlines: u64,
    pub(super) delimiters: u64,
}

impl Marks {
    /// Looks at 64 bytes.
    pub(super) fn of(block: &[u8; 64], delimiter: u8) -> Self {
        let mut marks = Self::default();
        for (index, part) in block.as_chunks().0.iter().enumerate() {
            let part = u64::from_le_bytes(*part);
            marks.quotes |= equal(part, b'"') << (8 * index);
            marks.newlines |= equal(part, b'\n') << (8 * index);
            marks.delimiters |= equal(part, delimiter) << (8 * index);
        }
        marks
    }
}

/// The bytes of a register that equal `byte`, as eight bits.
const fn equal(part: u64, byte: u8) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7F; 8]);
    let rest = part ^ u64::from_le_bytes([byte; 8]);
    let zeros = !(((rest & LOW) + LOW) | rest | LOW);
    // Gathers the highest bits of all bytes in the highest byte.
    (zeros >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_agree_with_a_look_at_each_byte() {
        let mut seed = 7_u64;
        for _ in 0..2000 {
            let block: [u8; 64] = std::array::from_fn(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                b"\"\n,a\0\xFF\x8A\x23\x21\xAC\x2D\x0B"[(seed >> 40) as usize % 12]
            });
            let mask =
                |byte| (0..64).filter(|&index| block[index] == byte).fold(0, |mask, index| mask | 1 << index);
            let expected = Marks { quotes: mask(b'"'), newlines: mask(b'\n'), delimiters: mask(b',') };
            assert_eq!(Marks::of(&block, b','), expected);
        }
    }
}
