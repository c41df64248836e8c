//! The kernel for 256-bit vectors of x86-64.
#![expect(unsafe_code, reason = "vector loads; the only caller checks bounds and the instruction set")]

use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_and_si256, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8,
    _mm256_loadu_si256, _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
    _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_srli_epi16, _mm256_sub_epi8,
};

use super::{BLOCK, Masks, Nibbles, scalar};

/// Bytes after a block that its fingerprints reach into.
const OVERHANG: usize = 2;

/// See [`super::Kernel::run`].
pub(super) fn run(nibbles: &Nibbles, bytes: &[u8], mut on_block: impl FnMut(usize, Masks)) {
    // SAFETY: `Kernel::Avx2` exists only where `Kernel::detect` saw the instruction set.
    let done = unsafe { run_whole_blocks(nibbles, bytes, &mut on_block) };
    scalar::run(nibbles, bytes, done, on_block);
}

/// Runs over the blocks whose fingerprints end inside `bytes`; gives the offset of the first block left.
#[target_feature(enable = "avx2")]
fn run_whole_blocks(nibbles: &Nibbles, bytes: &[u8], on_block: &mut impl FnMut(usize, Masks)) -> usize {
    let tables = Tables::load(nibbles);
    let mut start = 0;
    while let Some(block) = bytes[start..].first_chunk::<{ BLOCK + OVERHANG }>() {
        let low = tables.half(block.first_chunk().expect("a block is longer than half a block"));
        let high =
            tables.half(block[32..].first_chunk().expect("the second half and its overhang are 34 bytes"));
        on_block(
            start,
            Masks {
                literal: join(low.literal, high.literal),
                at: join(low.at, high.at),
                digit: join(low.digit, high.digit),
                joint: join(low.joint, high.joint),
                letter: join(low.letter, high.letter),
                capital: join(low.capital, high.capital),
                end: join(low.end, high.end),
                foreign: join(low.foreign, high.foreign),
            },
        );
        start += BLOCK;
    }
    start
}

fn join(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

struct Half {
    literal: u32,
    at: u32,
    digit: u32,
    joint: u32,
    letter: u32,
    capital: u32,
    end: u32,
    foreign: u32,
}

struct Tables {
    low: [__m256i; 3],
    high: [__m256i; 3],
    /// By low nibble, the joint that ends with it; elsewhere a byte that never equals the one looked up.
    joints: __m256i,
}

impl Tables {
    #[target_feature(enable = "avx2")]
    fn load(nibbles: &Nibbles) -> Self {
        Self {
            low: nibbles.low.map(|table| broadcast(&table)),
            high: nibbles.high.map(|table| broadcast(&table)),
            joints: broadcast(b" \xff\xff\xff\xff\xff\xff\xff()\xff\xff\xff-./"),
        }
    }

    /// Looks at 32 bytes and the two behind them.
    #[target_feature(enable = "avx2")]
    fn half(&self, bytes: &[u8; 34]) -> Half {
        let first = load(bytes.first_chunk().expect("34 bytes hold 32"));
        let second = load(bytes[1..].first_chunk().expect("33 bytes hold 32"));
        let third = load(bytes[2..].first_chunk().expect("32 bytes are left"));
        let buckets = _mm256_and_si256(
            self.buckets(0, first),
            _mm256_and_si256(self.buckets(1, second), self.buckets(2, third)),
        );
        let none = _mm256_cmpeq_epi8(buckets, _mm256_setzero_si256());
        let at = _mm256_cmpeq_epi8(first, _mm256_set1_epi8(0x40));
        let folded = _mm256_or_si256(first, _mm256_set1_epi8(0x20));
        Half {
            literal: !bits(none),
            at: bits(at),
            digit: in_range(first, 0x30, 10),
            joint: bits(_mm256_cmpeq_epi8(_mm256_shuffle_epi8(self.joints, first), first)),
            letter: in_range(folded, 0x61, 26),
            capital: in_range(first, 0x41, 26),
            end: bits(_mm256_or_si256(
                _mm256_cmpeq_epi8(first, _mm256_set1_epi8(0x7d)),
                _mm256_cmpeq_epi8(first, _mm256_set1_epi8(0x0a)),
            )),
            foreign: bits(first),
        }
    }

    /// Buckets that agree with each byte at place `index` of a fingerprint.
    #[target_feature(enable = "avx2")]
    fn buckets(&self, index: usize, bytes: __m256i) -> __m256i {
        let nibble = _mm256_set1_epi8(15);
        let folded = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
        let low = _mm256_and_si256(folded, nibble);
        let high = _mm256_and_si256(_mm256_srli_epi16::<4>(folded), nibble);
        _mm256_and_si256(
            _mm256_shuffle_epi8(self.low[index], low),
            _mm256_shuffle_epi8(self.high[index], high),
        )
    }
}

/// Bytes from `first` on, `count` of them: those whose distance above `first` is small as an unsigned number.
#[target_feature(enable = "avx2")]
fn in_range(bytes: __m256i, first: i8, count: i8) -> u32 {
    let above = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
    bits(_mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8(count - 1)), above))
}

#[target_feature(enable = "avx2")]
fn broadcast(table: &[u8; 16]) -> __m256i {
    // SAFETY: the reference holds the 16 bytes that an unaligned load reads.
    _mm256_broadcastsi128_si256(unsafe { _mm_loadu_si128(table.as_ptr().cast()) })
}

#[target_feature(enable = "avx2")]
fn load(bytes: &[u8; 32]) -> __m256i {
    // SAFETY: the reference holds the 32 bytes that an unaligned load reads.
    unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) }
}

#[target_feature(enable = "avx2")]
fn bits(vector: __m256i) -> u32 {
    _mm256_movemask_epi8(vector).cast_unsigned()
}
