//! Kinds of 32 bytes by the 128-bit vectors that every x86-64 has.
#![expect(unsafe_code, reason = "vector loads from references of the right length")]

use std::arch::x86_64::{
    __m128i, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
    _mm_sub_epi8,
};

use model::{LAYOUT_BEFORE, LAYOUT_WINDOW};

use super::Around;

/// See [`Around::of`].
#[inline]
pub(super) fn around(window: &[u8; LAYOUT_WINDOW]) -> Around {
    let (low, high) = window.split_at(LAYOUT_WINDOW / 2);
    let halves = [low, high].map(|half| load(half.try_into().expect("half a window is one vector")));
    let join = |bits: fn(__m128i) -> u32| bits(halves[0]) | bits(halves[1]) << 16;
    Around {
        digit: join(digits),
        letter: join(letters),
        small: join(small_letters),
        joint: join(joints),
        is_behind_plus: equal(halves[0], b'+') & ((1 << LAYOUT_BEFORE) - 1) != 0,
    }
}

#[inline]
fn digits(bytes: __m128i) -> u32 {
    in_range(bytes, b'0', 10)
}

#[inline]
fn small_letters(bytes: __m128i) -> u32 {
    in_range(bytes, b'a', 26)
}

#[inline]
fn joints(bytes: __m128i) -> u32 {
    equal(bytes, b' ') | in_range(bytes, b'(', 8)
}

#[inline]
fn equal(bytes: __m128i, byte: u8) -> u32 {
    // SAFETY: every x86-64 has these instructions.
    unsafe { _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte.cast_signed()))) }.cast_unsigned()
}

#[inline]
fn letters(bytes: __m128i) -> u32 {
    // SAFETY: every x86-64 has these instructions.
    let folded = unsafe { _mm_or_si128(bytes, _mm_set1_epi8(0x20)) };
    in_range(folded, b'a', 26)
}

/// Bytes from `first` on, `count` of them: moved to the low end of the signed numbers, those are below the rest.
#[inline]
fn in_range(bytes: __m128i, first: u8, count: u8) -> u32 {
    let least = i8::MIN.cast_unsigned();
    // SAFETY: every x86-64 has these instructions.
    unsafe {
        let moved = _mm_sub_epi8(bytes, _mm_set1_epi8(first.wrapping_sub(least).cast_signed()));
        let below = _mm_cmplt_epi8(moved, _mm_set1_epi8(least.wrapping_add(count).cast_signed()));
        _mm_movemask_epi8(below).cast_unsigned()
    }
}

#[inline]
fn load(bytes: &[u8; 16]) -> __m128i {
    // SAFETY: the reference holds the 16 bytes that an unaligned load reads.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}
