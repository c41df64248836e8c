//! The kernel without vectors: for other machines, for the tail of a text, and as the twin in tests.

use super::{BLOCK, Masks, Nibbles};

/// See [`super::Kernel::run`]; starts at `from`, a multiple of the block size.
pub(super) fn run(nibbles: &Nibbles, bytes: &[u8], from: usize, mut on_block: impl FnMut(usize, Masks)) {
    for start in (from..bytes.len()).step_by(BLOCK) {
        let end = bytes.len().min(start + BLOCK);
        let mut masks = Masks::default();
        for (bit, &byte) in bytes[start..end].iter().enumerate() {
            let place = start + bit;
            masks.at |= u64::from(byte == b'@') << bit;
            masks.digit |= u64::from(byte.is_ascii_digit()) << bit;
            masks.joint |= u64::from(b" -./()".contains(&byte)) << bit;
            masks.letter |= u64::from(byte.is_ascii_alphabetic()) << bit;
            masks.capital |= u64::from(byte.is_ascii_uppercase()) << bit;
            masks.end |= u64::from(matches!(byte, b'}' | b'\n')) << bit;
            masks.foreign |= u64::from(!byte.is_ascii()) << bit;
            if let Some(&fingerprint) = bytes[place..].first_chunk::<3>() {
                masks.literal |= u64::from(nibbles.may_start(fingerprint)) << bit;
            }
        }
        on_block(start, masks);
    }
}
