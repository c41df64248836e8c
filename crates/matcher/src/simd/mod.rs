//! Kernels that look at 64 bytes at a time, one file per instruction set, with a scalar twin.
//!
//! `unsafe` is allowed here and nowhere else; every kernel stands behind [`Kernel::run`].

mod around;
#[cfg(target_arch = "x86_64")]
mod avx2;
mod nibbles;
mod scalar;
#[cfg(target_arch = "x86_64")]
mod sse2;

pub(crate) use around::Around;
pub(crate) use nibbles::Nibbles;

/// Bytes that one step of a kernel looks at.
pub(crate) const BLOCK: usize = 64;

/// What stands in one block: bit `i` is byte `i`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Masks {
    /// A three-byte fingerprint of some literal may start here.
    pub(crate) literal: u64,
    /// An `@`.
    pub(crate) at: u64,
    /// An ASCII digit.
    pub(crate) digit: u64,
    /// What may join the groups of a number: a space, `-`, `.`, `/`, `(` or `)`.
    pub(crate) joint: u64,
    /// An ASCII letter.
    pub(crate) letter: u64,
    /// An ASCII capital.
    pub(crate) capital: u64,
    /// What may end a record in JSON: `}` or the end of a line.
    pub(crate) end: u64,
    /// No ASCII.
    pub(crate) foreign: u64,
}

/// The instruction set that this machine offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kernel {
    /// 256-bit vectors of x86-64.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// Plain loops, for every other machine and as the twin in tests.
    Scalar,
}

impl Kernel {
    /// The fastest kernel of this machine.
    pub(crate) fn detect() -> Self {
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            return Self::Avx2;
        }
        Self::Scalar
    }

    /// Calls `on_block` with the offset and the masks of every block of `bytes`, in order.
    ///
    /// The last block may be short; its bits past the end are zero. A fingerprint that runs over the end of
    /// `bytes` is never reported.
    pub(crate) fn run(self, nibbles: &Nibbles, bytes: &[u8], on_block: impl FnMut(usize, Masks)) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => avx2::run(nibbles, bytes, on_block),
            Self::Scalar => scalar::run(nibbles, bytes, 0, on_block),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blocks(kernel: Kernel, nibbles: &Nibbles, bytes: &[u8]) -> Vec<(usize, Masks)> {
        let mut blocks = Vec::new();
        kernel.run(nibbles, bytes, |offset, masks| blocks.push((offset, masks)));
        blocks
    }

    proptest! {
        #[test]
        fn the_vector_kernel_agrees_with_its_scalar_twin(
            text in proptest::collection::vec(prop_oneof![any::<u8>(), b'0'..=b'9', Just(b'@'), Just(b'a'), Just(b'K')], 0..400)
        ) {
            let nibbles = Nibbles::new(&[*b"aka", *b"://", *b"pas", *b"@a0"]);
            prop_assert_eq!(blocks(Kernel::detect(), &nibbles, &text), blocks(Kernel::Scalar, &nibbles, &text));
        }
    }

    #[test]
    fn fingerprints_are_found_at_every_offset_and_in_either_case() {
        let nibbles = Nibbles::new(&[*b"aka"]);
        for offset in 0..200 {
            let mut text = vec![b'.'; offset];
            text.extend_from_slice(b"AkA");
            for tail in [0, 1, 70] {
                text.truncate(offset + 3);
                text.resize(offset + 3 + tail, b'.');
                let found: Vec<_> = blocks(Kernel::detect(), &nibbles, &text)
                    .into_iter()
                    .filter(|(_, masks)| masks.literal != 0)
                    .map(|(start, masks)| start + masks.literal.trailing_zeros() as usize)
                    .collect();
                assert_eq!(found, [offset], "tail {tail}");
            }
        }
    }
}
